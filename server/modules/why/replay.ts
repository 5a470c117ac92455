import { z } from 'zod';
import { canonicalJson } from '#core/decision/canonical-json.ts';
import type { IdOf } from '#core/ids/id.ts';
import { MARKETS } from '#core/market/market.ts';
import { CURRENCIES } from '#core/money/currency.ts';
import { decideLine } from '#core/parcels/line-choice.ts';
import { quote } from '#core/pricing/quote.ts';
import { screen } from '#core/screening/screen.ts';
import { localize } from '#core/wording/localize.ts';
import { frozenPolicy } from '#server/modules/claims/frozen-policy.ts';
import { decideAgain } from '#server/modules/claims/made-decision.ts';
import { currentPricing, pricingAt } from '#server/modules/editions/pricing-editions.ts';
import { readQuoteInput, readTariffEdition } from '#server/modules/editions/quote-input.ts';
import { rulesAt } from '#server/modules/editions/rule-editions.ts';
import { loadRevision } from '#server/modules/products/store.ts';
import type { Context } from '#server/platform/operation.ts';

/** Computes stored decisions again from their stored inputs, and says whether they came out the same, byte for byte. */

type Replaying = Pick<Context, 'tx' | 'system'>;

const decided = z.looseObject({ at: z.string(), edition: z.string() });
const draftsRow = z.object({ drafts: z.array(z.object({ segment: z.string(), text: z.string(), by: z.enum(['glossary', 'memory', 'provider', 'person']) })) });

function same(stored: unknown, again: unknown): boolean {
  return canonicalJson(stored) === canonicalJson(JSON.parse(canonicalJson(again)));
}

/** Null when the edition it was decided under is no longer here. */
export async function replayVerdict({ tx, system }: Replaying, id: IdOf<'verdict'>): Promise<boolean | null> {
  const row = await tx.selectFrom('verdict').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const product = await loadRevision(tx, row.productId, row.revision);
  if (product === null) return null;
  const pack = await rulesAt(tx, system.packs, row.edition);
  if (pack === null) return null;
  return same(row.body, screen(product, row.market, decided.parse(row.body).at, pack));
}

/** Null when the tariff edition was never published here. */
export async function replayQuote({ tx, system }: Replaying, row: Readonly<{ input: unknown; body: unknown }>): Promise<boolean | null> {
  const pricing = await pricingAt(tx, system.packs, readTariffEdition(row.input));
  if (pricing === null) return null;
  return same(row.body, quote(readQuoteInput(row.input), pricing.packs, decided.parse(row.body).at));
}

/** Null when the termbase has moved on: a wording is then kept as it was, not made again. */
export async function replayWording({ tx, system }: Replaying, id: IdOf<'wording'>): Promise<boolean | null> {
  const row = await tx.selectFrom('wording').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const product = await loadRevision(tx, row.productId, row.revision);
  if (product === null || row.edition !== system.packs.terms.edition) return null;
  const locale = z.enum(['en-US', 'zh-Hant-HK', 'zh-Hant-MO', 'pt-MO', 'zh-Hans']).parse(row.locale);
  return same(row.body, localize(product, locale, { market: row.market, drafts: draftsRow.parse(row.input).drafts }, system.packs.terms));
}

/** Null while nothing is decided. The policy is the one that was frozen on the order, whatever is in force now. */
export async function replayClaim({ tx, system }: Replaying, id: IdOf<'claim'>): Promise<boolean | null> {
  const row = await tx.selectFrom('claim').innerJoin('orderLine', 'orderLine.id', 'claim.orderLineId').innerJoin('merchantOrder', 'merchantOrder.id', 'orderLine.merchantOrderId').select(['claim.decision', 'claim.decisionInput', 'claim.policyEdition', 'claim.market', 'merchantOrder.placedAt']).where('claim.id', '=', id).executeTakeFirst();
  if (row === undefined || row.decision === null) return null;
  const again = decideAgain(row.decisionInput, frozenPolicy({ system }, row.policyEdition, row.market, row.placedAt), decided.parse(row.decision).at);
  return again === null ? null : same(row.decision, again);
}

const whole = z.string().transform((text) => BigInt(text));
const length = whole.nullable();
const lineInput = z.object({
  market: z.enum(MARKETS), contents: z.object({ battery: z.enum(['none', 'in_equipment', 'with_equipment', 'alone']), liquid: z.boolean(), powder: z.boolean() }),
  parcel: z.object({ grams: whole, lengthMm: length, widthMm: length, heightMm: length }), value: z.object({ minor: whole, currency: z.enum(CURRENCIES) }), promisedBy: z.string().nullable(),
});

/** Null when the lines have moved on to another edition since. */
export async function replayLine({ tx, system }: Replaying, id: IdOf<'exportParcel'>): Promise<boolean | null> {
  const row = await tx.selectFrom('exportParcel').select(['line', 'lineInput']).where('id', '=', id).executeTakeFirstOrThrow();
  const { edition, at } = decided.parse(row.line);
  const { packs } = await currentPricing(tx, system.packs);
  return edition === packs.edition ? same(row.line, decideLine(lineInput.parse(row.lineInput), packs.lines, edition, at)) : null;
}
