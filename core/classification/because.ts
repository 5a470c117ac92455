import type { LocalText } from '../market/market.ts';
import type { HeadingPack, Branch, FactValue } from './heading-pack.ts';
import type { RankedBranch } from './rank-headings.ts';
import type { StatedFacts } from './stated-facts.ts';

const FIELD_NAMES: Readonly<Record<string, LocalText>> = {
  title: { 'zh-Hans': '标题', 'zh-Hant': '標題', en: 'title' },
  category: { 'zh-Hans': '类目', 'zh-Hant': '類目', en: 'category' },
  description: { 'zh-Hans': '描述', 'zh-Hant': '描述', en: 'description' },
};
const ATTRIBUTE: LocalText = { 'zh-Hans': '属性', 'zh-Hant': '屬性', en: 'attributes' };

/** What a branch is called: the goods with the facts it asks for, such as "dress (knitted, cotton)". */
export function nameBranch(name: LocalText, branch: Branch, values: ReadonlyMap<string, FactValue>): LocalText {
  const facts = branch.conditions.flatMap((condition) => {
    const value = values.get(condition.anyOf[0] ?? '');
    return value === undefined ? [] : [value.name];
  });
  if (facts.length === 0) return name;
  return {
    'zh-Hans': `${name['zh-Hans']}（${facts.map((fact) => fact['zh-Hans']).join('、')}）`,
    'zh-Hant': `${name['zh-Hant']}（${facts.map((fact) => fact['zh-Hant']).join('、')}）`,
    en: `${name.en} (${facts.map((fact) => fact.en).join(', ')})`,
  };
}

function becauseOfWords(entry: RankedBranch): LocalText {
  const field = FIELD_NAMES[entry.evidence.field] ?? ATTRIBUTE;
  const { words, like } = entry.evidence;
  const name = entry.kind.name;
  if (like !== null) {
    return {
      'zh-Hans': `${field['zh-Hans']}里的“${words}”与“${like}”相近：${name['zh-Hans']}`,
      'zh-Hant': `${field['zh-Hant']}裡的「${words}」與「${like}」相近：${name['zh-Hant']}`,
      en: `“${words}” in the ${field.en} is like “${like}”: ${name.en}`,
    };
  }
  return {
    'zh-Hans': `${field['zh-Hans']}里的“${words}”说的是${name['zh-Hans']}`,
    'zh-Hant': `${field['zh-Hant']}裡的「${words}」說的是${name['zh-Hant']}`,
    en: `“${words}” in the ${field.en} names: ${name.en}`,
  };
}

function becauseOfFacts(entry: RankedBranch, facts: StatedFacts, pack: HeadingPack): readonly LocalText[] {
  return entry.branch.conditions.flatMap((condition) => {
    const known = facts.get(condition.dimension);
    const heaviest = known === undefined ? undefined : [...known.weights].sort((a, b) => b[1] - a[1])[0]?.[0];
    const words = heaviest === undefined ? undefined : known?.words.get(heaviest);
    const met = heaviest === undefined ? undefined : condition.anyOf.find((value) => pack.values.get(heaviest)?.lineage.includes(value));
    const wanted = pack.values.get(met ?? condition.anyOf[0] ?? '');
    if (wanted === undefined) return [];
    if (words === undefined || met === undefined) {
      return [{ 'zh-Hans': `未写明，先按“${wanted.name['zh-Hans']}”算`, 'zh-Hant': `未寫明，先按「${wanted.name['zh-Hant']}」算`, en: `not stated; taken as ${wanted.name.en}` }];
    }
    return [{ 'zh-Hans': `“${words}”：${wanted.name['zh-Hans']}`, 'zh-Hant': `「${words}」：${wanted.name['zh-Hant']}`, en: `“${words}”: ${wanted.name.en}` }];
  });
}

/** Why a branch was chosen, in words: what named the goods, and every fact that decided or had to be assumed. */
export function explainBranch(entry: RankedBranch, facts: StatedFacts, pack: HeadingPack): readonly LocalText[] {
  return [becauseOfWords(entry), ...becauseOfFacts(entry, facts, pack)];
}

/** Why a heading came from the schedule's own text. */
export function explainScheduleText(path: readonly string[]): LocalText {
  const text = path.slice(0, 3).join(' › ');
  return { 'zh-Hans': `与税则原文相近：${text}`, 'zh-Hant': `與稅則原文相近：${text}`, en: `close to the schedule's own text: ${text}` };
}

/** Why a heading is shown that no word of the product names. */
export function explainNeighbour(hs6: string): LocalText {
  const four = hs6.slice(0, 4);
  return { 'zh-Hans': `与更可能的品目同在 ${four} 之下`, 'zh-Hant': `與更可能的品目同在 ${four} 之下`, en: `stands beside a likelier heading under ${four}` };
}

/** The line that the national digits were taken from. */
export function explainNationalLine(path: readonly string[]): LocalText {
  const text = path.join(' › ');
  return { 'zh-Hans': `税号文字：${text}`, 'zh-Hant': `稅號文字：${text}`, en: `tariff line: ${text}` };
}
