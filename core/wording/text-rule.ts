import type { Category } from '../product/product.ts';
import type { Market } from '../market/market.ts';
import type { Segment } from './segment.ts';
import type { TextRule } from './term.ts';

/** A rule that a text touches, with the words that touch it. */
export type RuleHit = Readonly<{ rule: TextRule; text: string; start: number }>;

/** Whether a rule speaks about a market and a category; a product without a category is read strictly, under every rule of the market. */
export function ruleApplies(rule: TextRule, market: Market, category: Category | null): boolean {
  const inMarket = rule.markets.includes('ALL') || rule.markets.includes(market);
  return inMarket && (category === null || rule.categories.includes('all') || rule.categories.includes(category));
}

/**
 * The rules a Chinese text touches. A trigger of one character or a bare number counts only where segmentation leaves it standing
 * by itself, so that 鸡肉 is not 鸡; longer triggers count anywhere except inside the words of `unless`.
 */
export function findChineseHits(text: string, segments: readonly Segment[], rules: readonly TextRule[]): RuleHit[] {
  const starts = new Map(segments.map((segment) => [segment.start, segment]));
  const hits: RuleHit[] = [];
  for (const rule of rules) {
    for (const trigger of rule.zh) {
      for (let start = text.indexOf(trigger); start !== -1; start = text.indexOf(trigger, start + trigger.length)) {
        const short = trigger.length === 1 || /^\d+$/.test(trigger);
        if (short && !standsAlone(starts.get(start), trigger)) continue;
        if (!insideHarmless(text, start, trigger, rule.unless)) hits.push({ rule, text: trigger, start });
      }
    }
  }
  return hits;
}

function standsAlone(segment: Segment | undefined, trigger: string): boolean {
  if (segment === undefined) return false;
  if (segment.kind === 'quantity') return segment.quantities.some((quantity) => quantity.unit.dimension === 'count' && quantity.values.includes(Number(trigger)));
  return segment.text === trigger;
}

function insideHarmless(text: string, start: number, trigger: string, unless: readonly string[]): boolean {
  return unless.some((harmless) => {
    for (let at = text.indexOf(harmless); at !== -1; at = text.indexOf(harmless, at + 1)) {
      if (at <= start && at + harmless.length >= start + trigger.length) return true;
    }
    return false;
  });
}

/** The rules an English text touches: whole words only, any case, `unless` as in Chinese. */
export function findEnglishHits(text: string, rules: readonly TextRule[]): RuleHit[] {
  const lower = text.toLowerCase();
  return rules.flatMap((rule) =>
    rule.en.flatMap((trigger) => {
      const start = wordIndex(lower, trigger.toLowerCase());
      const harmless = start === -1 || insideHarmless(lower, start, trigger, rule.unless.map((word) => word.toLowerCase()));
      return harmless ? [] : [{ rule, text: text.slice(start, start + trigger.length), start }];
    }),
  );
}

/** Where `word` stands in `text` as whole words, or -1. Both are lower case. */
export function wordIndex(text: string, word: string): number {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    if (!isWordCharacter(text.charCodeAt(at - 1)) && !isWordCharacter(text.charCodeAt(at + word.length))) return at;
  }
  return -1;
}

function isWordCharacter(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 97 && code <= 122) || (code >= 0xe0 && code <= 0x24f);
}
