import { z } from 'zod';
import { localText, reasonShape } from '#contract/shapes.ts';
import type { IdOf, ProductId } from '#core/ids/id.ts';
import type { LocalText } from '#core/market/market.ts';
import { presentQuote, presentVerdict, presentWording } from '#server/modules/listings/present.ts';
import type { Context } from '#server/platform/operation.ts';
import { rulingSteps } from './appeal-steps.ts';
import { replayQuote, replayVerdict, replayWording } from './replay.ts';
import type { WhyStep } from './service.ts';

/** Links of the chain that are decisions: verdict, classification, price, page, and the listing they make. */

const TITLES = {
  listing: { 'zh-Hans': '海外商品页', 'zh-Hant': '海外商品頁', en: 'Listing' },
  verdict: { 'zh-Hans': '审核结论', 'zh-Hant': '審核結論', en: 'Verdict' },
  classification: { 'zh-Hans': '商品归类', 'zh-Hant': '商品歸類', en: 'Classification' },
  quote: { 'zh-Hans': '报价', 'zh-Hant': '報價', en: 'Quote' },
  wording: { 'zh-Hans': '文案', 'zh-Hant': '文案', en: 'Wording' },
} as const satisfies Record<string, LocalText>;

export async function listingSteps(context: Context, id: IdOf<'listing'>): Promise<WhyStep[]> {
  const { tx } = context;
  const row = await tx.selectFrom('listing').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) return [];
  const wordings = await tx.selectFrom('wording').select('id').where('productId', '=', row.productId).where('market', '=', row.market).where('supersededAt', 'is', null).orderBy('id').execute();
  const parts = [
    ...(row.verdictId === null ? [] : await verdictStep(context, row.verdictId)),
    ...(await classificationStep(context, row.productId)),
    ...(row.quoteId === null ? [] : await quoteStep(context, row.quoteId)),
    ...(await Promise.all(wordings.map((one) => wordingStep(context, one.id)))).flat(),
  ];
  const own: WhyStep = { id: row.id, kind: 'listing', title: TITLES.listing, outcome: row.state, reasons: z.array(reasonShape).parse(row.reasons).map((reason) => reason.text), edition: null, at: row.decidedAt.toISOString(), replayed: null };
  return [own, ...parts];
}

/** Every current listing of a product. */
export async function decisionSteps(context: Context, productId: ProductId): Promise<WhyStep[]> {
  const rows = await context.tx.selectFrom('listing').select('id').where('productId', '=', productId).orderBy('market').execute();
  const chains: WhyStep[] = [];
  for (const row of rows) chains.push(...(await listingSteps(context, row.id)));
  return chains;
}

export async function verdictStep(context: Context, id: IdOf<'verdict'>): Promise<WhyStep[]> {
  const row = await context.tx.selectFrom('verdict').select(['id', 'body', 'outcome', 'edition', 'at']).where('id', '=', id).executeTakeFirst();
  if (row === undefined) return [];
  const verdict = presentVerdict(row.body);
  const reasons = verdict.findings.map((finding) => prefixed(finding.text, finding.ruleId));
  const own: WhyStep = { id: row.id, kind: 'verdict', title: TITLES.verdict, outcome: row.outcome, reasons: reasons.length > 0 ? reasons : [NO_RULE], edition: row.edition, at: row.at.toISOString(), replayed: await replayVerdict(context, id) };
  return [own, ...(await rulingSteps(context, row.body))];
}

const NO_RULE: LocalText = { 'zh-Hans': '没有规则限制它。', 'zh-Hant': '沒有規則限制它。', en: 'No rule has anything against it.' };

function prefixed(text: LocalText, prefix: string): LocalText {
  return { 'zh-Hans': `${prefix}：${text['zh-Hans']}`, 'zh-Hant': `${prefix}：${text['zh-Hant']}`, en: `${prefix}: ${text.en}` };
}

const candidates = z.looseObject({ candidates: z.array(z.looseObject({ hs6: z.string(), because: z.unknown() })), edition: z.string() });

/** Reasons of a candidate: one text or several. */
function textsOf(because: unknown): LocalText[] {
  const one = localText.safeParse(because);
  if (one.success) return [one.data];
  const many = z.array(localText).safeParse(because);
  return many.success ? many.data : [];
}

async function classificationStep({ tx }: Context, productId: ProductId): Promise<WhyStep[]> {
  const row = await tx.selectFrom('classification').selectAll().where('productId', '=', productId).executeTakeFirst();
  if (row === undefined) return [];
  const body = candidates.parse(row.body);
  return [{ id: row.productId, kind: 'classification', title: TITLES.classification, outcome: row.hts ?? row.hs6 ?? '–', reasons: textsOf(body.candidates[0]?.because), edition: body.edition, at: row.at.toISOString(), replayed: null }];
}

export async function quoteStep(context: Context, id: IdOf<'quote'>): Promise<WhyStep[]> {
  const row = await context.tx.selectFrom('quote').select(['id', 'input', 'body', 'outcome', 'edition', 'at']).where('id', '=', id).executeTakeFirst();
  if (row === undefined) return [];
  const shown = presentQuote(row.body, null, null);
  const lines = [...(shown.buyer?.lines ?? []), ...(shown.merchant?.lines ?? [])].map((line) => amountText(line.label, line.amount));
  return [{ id: row.id, kind: 'quote', title: TITLES.quote, outcome: row.outcome, reasons: [...shown.reasons.map((reason) => reason.text), ...lines], edition: row.edition, at: row.at.toISOString(), replayed: await replayQuote(context, row) }];
}

export function amountText(label: LocalText, amount: Readonly<{ minor: string; currency: string }>): LocalText {
  const negative = amount.minor.startsWith('-');
  const digits = amount.minor.replace('-', '').padStart(3, '0');
  const text = `${amount.currency} ${negative ? '−' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
  return { 'zh-Hans': `${label['zh-Hans']} ${text}`, 'zh-Hant': `${label['zh-Hant']} ${text}`, en: `${label.en} ${text}` };
}

export async function wordingStep(context: Context, id: IdOf<'wording'>): Promise<WhyStep[]> {
  const row = await context.tx.selectFrom('wording').select(['id', 'body', 'status', 'edition', 'at']).where('id', '=', id).executeTakeFirst();
  if (row === undefined) return [];
  const wording = presentWording(row.body, row.at.toISOString());
  const reasons = [...wording.provenance.map((one) => `${one.segment}: ${one.by}`), ...wording.dropped.map((one) => `${one.text}: ${one.reason}`)].map((text) => ({ 'zh-Hans': text, 'zh-Hant': text, en: text }));
  return [{ id: row.id, kind: 'wording', title: TITLES.wording, outcome: row.status, reasons, edition: row.edition, at: row.at.toISOString(), replayed: await replayWording(context, id) }];
}
