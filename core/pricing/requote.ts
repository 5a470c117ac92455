import { canonicalJson } from '../decision/canonical-json.ts';
import { fingerprint } from '../decision/fingerprint.ts';
import type { LocalText } from '../market/market.ts';
import type { Money } from '../money/money.ts';
import type { PricingPacks } from './pricing-packs.ts';
import { computeQuote, quote } from './quote.ts';
import type { Quote, QuoteInput, QuoteLine } from './quote-shape.ts';

/** One line of two quotes side by side; null where one of them has no such line. */
export type LineDifference = Readonly<{ side: 'buyer' | 'merchant'; code: string; label: LocalText; before: Money | null; after: Money | null }>;

/** What becomes of a stored quote at checkout: honoured as it stands, or shown again with what differs. */
export type Requote = Readonly<{ kind: 'honoured'; quote: Quote }> | Readonly<{ kind: 'changed'; quote: Quote; differences: readonly LineDifference[] }>;

function byCode(lines: readonly QuoteLine[] | undefined): ReadonlyMap<string, QuoteLine> {
  return new Map((lines ?? []).map((line) => [line.code, line]));
}

function sideDifferences(side: LineDifference['side'], before: readonly QuoteLine[] | undefined, after: readonly QuoteLine[] | undefined): LineDifference[] {
  const old = byCode(before);
  const now = byCode(after);
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((code) => {
    const [was, is] = [old.get(code), now.get(code)];
    const label = is?.label ?? was?.label;
    if (label === undefined || (was?.amount.minor === is?.amount.minor && was?.amount.currency === is?.amount.currency)) return [];
    return [{ side, code, label, before: was?.amount ?? null, after: is?.amount ?? null }];
  });
}

/** Line by line, what differs between two quotes of the same variant. */
export function quoteDifferences(before: Pick<Quote, 'buyer' | 'merchant'>, after: Pick<Quote, 'buyer' | 'merchant'>): readonly LineDifference[] {
  return [...sideDifferences('buyer', before.buyer?.lines, after.buyer?.lines), ...sideDifferences('merchant', before.merchant?.lines, after.merchant?.lines)];
}

/**
 * Decides at checkout: a quote that is still valid, of the same inputs and the same editions, is honoured untouched. Otherwise it is made anew,
 * and honoured under the new edition when nothing the buyer or the merchant sees has changed.
 */
export function requote(stored: Quote, input: QuoteInput, packs: PricingPacks, at: string): Requote {
  const isValid = stored.outcome === 'quoted' && stored.validUntil !== null && Date.parse(at) <= Date.parse(stored.validUntil);
  if (isValid && stored.edition === packs.edition && stored.inputsHash === fingerprint(input)) return { kind: 'honoured', quote: stored };
  const made = quote(input, packs, at);
  const differences = quoteDifferences(stored, made);
  return differences.length === 0 && made.outcome === stored.outcome ? { kind: 'honoured', quote: made } : { kind: 'changed', quote: made, differences };
}

/** Recomputes a stored quote from its inputs under its own editions; false means that the inputs, the packs or the code are not what they were. */
export function replaysQuote(stored: Quote, input: QuoteInput, packs: PricingPacks): boolean {
  const { inputsHash, ...decision } = stored;
  return inputsHash === fingerprint(input) && canonicalJson(decision) === canonicalJson(computeQuote(input, packs, stored.at));
}
