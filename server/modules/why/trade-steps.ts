import { z } from 'zod';
import { faultShare } from '#contract/claims.ts';
import { localText, reasonShape } from '#contract/shapes.ts';
import type { IdOf } from '#core/ids/id.ts';
import type { LocalText } from '#core/market/market.ts';
import { loadHistory } from '#server/modules/history/service.ts';
import type { Context } from '#server/platform/operation.ts';
import { chosenLine } from '#server/modules/hub/store.ts';
import { replayClaim, replayLine } from './replay.ts';
import { amountText, quoteStep, verdictStep } from './decision-steps.ts';
import type { WhyStep } from './service.ts';

/** Links of the chain that happened: orders with their history, claims with their evidence, statements with their postings. */

const TITLES = {
  order: { 'zh-Hans': '订单', 'zh-Hant': '訂單', en: 'Order' },
  merchant_order: { 'zh-Hans': '供货单', 'zh-Hant': '供貨單', en: 'Merchant order' },
  claim: { 'zh-Hans': '售后', 'zh-Hant': '售後', en: 'Claim' },
  statement: { 'zh-Hans': '结算单', 'zh-Hant': '結算單', en: 'Statement' },
} as const satisfies Record<string, LocalText>;

type OrderRef = Readonly<{ orderId: IdOf<'order'> } | { merchantOrderId: IdOf<'merchantOrder'> }>;

/** Lines are read through row-level security: a merchant sees its own part of an order. */
export async function orderSteps(context: Context, ref: OrderRef): Promise<WhyStep[]> {
  const { tx } = context;
  const byOrder = 'orderId' in ref;
  const lines = await tx.selectFrom('orderLine').select(['id', 'orderId', 'merchantOrderId', 'quoteId', 'verdictId', 'title', 'quantity', 'totalMinor', 'currency', 'payoutMinor']).where(byOrder ? 'orderId' : 'merchantOrderId', '=', byOrder ? ref.orderId : ref.merchantOrderId).orderBy('id').execute();
  const [first] = lines;
  if (first === undefined) return [];
  const id = byOrder ? ref.orderId : ref.merchantOrderId;
  const subjects = [first.orderId, ...lines.map((line) => line.merchantOrderId)];
  const { items: history } = await loadHistory(tx, { subjects, limit: 60 });
  const reasons = [...lines.map((line) => amountText({ 'zh-Hans': `${line.title} × ${line.quantity}`, 'zh-Hant': `${line.title} × ${line.quantity}`, en: `${line.title} × ${line.quantity}` }, { minor: line.totalMinor.toString(), currency: line.currency })), ...history.toReversed().map((entry) => entry.text)];
  const own: WhyStep = { id, kind: byOrder ? 'order' : 'merchant_order', title: byOrder ? TITLES.order : TITLES.merchant_order, outcome: history[0]?.what ?? 'placed', reasons, edition: null, at: history.at(-1)?.at ?? null, replayed: null };
  const chain: WhyStep[] = [own];
  for (const line of lines) {
    chain.push(...(await quoteStep(context, line.quoteId)));
    if (line.verdictId !== null) chain.push(...(await verdictStep(context, line.verdictId)));
  }
  return chain;
}

const claimBody = z.looseObject({ reasons: z.array(reasonShape).optional(), faults: z.array(faultShare).optional() });

export async function claimSteps(context: Context, id: IdOf<'claim'>): Promise<WhyStep[]> {
  const { tx } = context;
  const row = await tx.selectFrom('claim').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) return [];
  const evidence = await tx.selectFrom('evidence').select(['id', 'text', 'at']).where('claimId', '=', id).orderBy('id').execute();
  const decision = row.decision === null ? null : claimBody.safeParse(row.decision);
  const reasons = [...(decision?.success ? (decision.data.reasons ?? []).map((reason) => reason.text) : []), ...evidence.map((one) => localText.parse(one.text))];
  return [{ id, kind: 'claim', title: TITLES.claim, outcome: row.state, reasons, edition: row.policyEdition, at: row.openedAt.toISOString(), replayed: await replayClaim(context, id) }];
}

/** By which line a parcel went, and why not by another. */
export async function lineSteps(context: Context, id: IdOf<'exportParcel'>): Promise<WhyStep[]> {
  const row = await context.tx.selectFrom('exportParcel').select(['line', 'packedAt']).where('id', '=', id).executeTakeFirst();
  if (row === undefined) return [];
  const { reasons, others, edition, line } = chosenLine.parse(row.line);
  const inOne = ({ name, why }: (typeof others)[number]): LocalText => ({ 'zh-Hans': `${name['zh-Hans']}：${why['zh-Hans']}`, 'zh-Hant': `${name['zh-Hant']}：${why['zh-Hant']}`, en: `${name.en}: ${why.en}` });
  return [{ id, kind: 'export_parcel', title: line.name, outcome: line.code, reasons: [...reasons.map((reason) => reason.text), ...others.map(inOne)], edition, at: row.packedAt.toISOString(), replayed: await replayLine(context, id) }];
}

/** A payout is explained by its postings; adding them up again is its replay. */
export async function statementSteps({ tx }: Context, id: IdOf<'statement'>): Promise<WhyStep[]> {
  const row = await tx.selectFrom('statement').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) return [];
  const postings = await tx.selectFrom('posting').select(['code', 'amountMinor', 'currency', 'account']).where('statementId', '=', id).where('merchantId', '=', row.merchantId).orderBy('id').execute();
  const credited = -postings.reduce((sum, one) => sum + one.amountMinor, 0n);
  const due = row.openingMinor + credited;
  const expected = row.state === 'carried' ? 0n : row.payoutMinor;
  return [{
    id, kind: 'statement', title: TITLES.statement, outcome: row.state,
    reasons: postings.map((one) => amountText({ 'zh-Hans': one.code, 'zh-Hant': one.code, en: one.code }, { minor: (-one.amountMinor).toString(), currency: one.currency })),
    edition: null, at: row.at.toISOString(), replayed: row.state === 'carried' ? due <= 0n : due === expected,
  }];
}
