import { sql, type Selectable } from 'kysely';
import { z } from 'zod';
import { idOf, localText, reasonShape } from '#contract/shapes.ts';
import { CLAIM_KINDS, PARTIES, type ClaimKind, type ClaimPolicy } from '#core/claims/claim-policy.ts';
import type { Claim, ClaimedLine } from '#core/claims/claim.ts';
import { isFinding, type Evidence } from '#core/claims/evidence.ts';
import type { IdOf, MerchantId } from '#core/ids/id.ts';
import { CURRENCIES } from '#core/money/currency.ts';
import { money } from '#core/money/money.ts';
import { frozenRate } from '#server/modules/ledger/order-events.ts';
import { loadLines, loadOrder, type StoredLine, type StoredOrder } from '#server/modules/orders/store.ts';
import type { Tx } from '#server/platform/database/connection.ts';
import type { ClaimTable, EvidenceTable } from '#server/platform/database/trade-tables.ts';
import type { Context } from '#server/platform/operation.ts';
import { frozenPolicy } from './frozen-policy.ts';
import { claimFlag, type ClaimFlag } from './photo-print.ts';

/** Claims with everything they are decided on. */

const STATES = ['open', 'with_merchant', 'decided', 'declined', 'refunded', 'overturned', 'awaiting_return'] as const;
export type ClaimState = (typeof STATES)[number];

const amount = z.object({ minor: z.string().transform((text) => BigInt(text)), currency: z.enum(CURRENCIES) });
/** A stored decision: what core answered, as canonical JSON. */
const storedDecision = z.looseObject({
  outcome: z.string(), reasons: z.array(reasonShape), refund: amount,
  faults: z.array(z.looseObject({ party: z.enum(PARTIES), sharePpm: z.number().int(), evidence: z.array(z.string()), amount, charge: amount.nullable() })),
});
export type StoredDecision = z.output<typeof storedDecision>;

export type StoredClaim = Omit<Selectable<ClaimTable>, 'kind' | 'state' | 'photos' | 'flags' | 'decision'> & Readonly<{ kind: ClaimKind; state: ClaimState; photos: IdOf<'file'>[]; flags: ClaimFlag[]; decision: StoredDecision | null }>;

export function readClaim(row: Selectable<ClaimTable>): StoredClaim {
  const kind = CLAIM_KINDS.find((one) => one === row.kind);
  const state = STATES.find((one) => one === row.state);
  if (kind === undefined || state === undefined) throw new Error(`claim ${row.id} has an unknown kind or state`);
  return { ...row, kind, state, photos: z.array(idOf('file')).parse(row.photos), flags: z.array(claimFlag).parse(row.flags), decision: row.decision === null ? null : storedDecision.parse(row.decision) };
}

export async function loadClaim(tx: Tx, id: IdOf<'claim'>): Promise<StoredClaim | null> {
  const row = await tx.selectFrom('claim').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : readClaim(row);
}

/** While a claim waits, for a person, the merchant or the goods, nothing about it is final. */
export function isWaiting(claim: Readonly<{ state: string }>): boolean {
  return claim.state === 'open' || claim.state === 'with_merchant' || claim.state === 'awaiting_return';
}

const evidenceData = z.looseObject({ findings: z.array(z.string()).default([]) });
export type EvidenceRow = Evidence & Readonly<{ text: z.output<typeof localText>; fileId: IdOf<'file'> | null }>;

/** What is on file about a merchant's part of an order: what the hub and the carrier recorded, and what belongs to this claim alone. */
export async function loadEvidence(tx: Tx, claim: Pick<StoredClaim, 'id' | 'orderId' | 'merchantId'>): Promise<EvidenceRow[]> {
  return (await evidenceOn(tx, claim.orderId, claim.merchantId)).filter((row) => row.claimId === null || row.claimId === claim.id).map(readEvidence);
}

/** Everything on file about a merchant's part of an order, whatever claim it came with. */
export async function loadOrderEvidence(tx: Tx, orderId: IdOf<'order'>, merchantId: MerchantId): Promise<EvidenceRow[]> {
  return (await evidenceOn(tx, orderId, merchantId)).map(readEvidence);
}

function evidenceOn(tx: Tx, orderId: IdOf<'order'>, merchantId: MerchantId): Promise<Selectable<EvidenceTable>[]> {
  return tx.selectFrom('evidence').selectAll().where('orderId', '=', orderId).where((where) => where.or([where('merchantId', '=', merchantId), where('merchantId', 'is', null)])).orderBy('id').execute();
}

function readEvidence(row: Selectable<EvidenceTable>): EvidenceRow {
  return { id: row.id, kind: row.kind, at: row.at.toISOString(), text: localText.parse(row.text), fileId: row.fileId, findings: evidenceData.parse(row.data).findings.filter(isFinding) };
}

/** A claim as core decides on it. */
export type ClaimCase = Readonly<{ claim: Claim; evidence: readonly EvidenceRow[]; line: ClaimedLine; policy: ClaimPolicy; order: StoredOrder; orderLine: StoredLine }>;

/** Days over which a buyer's other claims are counted (the policy's `reviewFromClaims` speaks of 90). */
const LOOK_BACK_MS = 90 * 86_400_000;

/** Gathers a case. The order is locked, so that two claims never spend the same money. */
export async function loadCase(context: Context, row: StoredClaim): Promise<ClaimCase> {
  const { tx } = context;
  const order = await loadOrder(tx, row.orderId, 'update');
  const orderLine = (await loadLines(tx, { orderIds: [row.orderId] })).find((line) => line.id === row.orderLineId);
  if (order === null || orderLine === undefined) throw new Error(`claim ${row.id} has no order line`);
  const evidence = await loadEvidence(tx, row);
  const before = await tx.selectFrom('claim').select((select) => select.fn.countAll<bigint>().as('n')).where('buyerId', '=', row.buyerId).where('id', '!=', row.id).where('openedAt', '>', new Date(row.openedAt.getTime() - LOOK_BACK_MS)).where('openedAt', '<=', row.openedAt).executeTakeFirstOrThrow();
  return {
    claim: { kind: row.kind, quantity: row.quantity, openedAt: row.openedAt.toISOString(), answeredAt: evidence.find((one) => one.kind === 'merchant_answer')?.at ?? null, claimsBefore: Number(before.n), photosSeenBefore: row.flags.length },
    evidence, order, orderLine, policy: frozenPolicy(context, row.policyEdition, row.market, order.placedAt), line: await claimedLine(tx, order, orderLine, row.id),
  };
}

async function claimedLine(tx: Tx, order: StoredOrder, line: StoredLine, claimId: IdOf<'claim'>): Promise<ClaimedLine> {
  const others = await tx.selectFrom('claim').select(['id', 'refundMinor']).where('orderLineId', '=', line.id).where('id', '!=', claimId).where('state', 'in', ['refunded', 'overturned']).execute();
  const payment = await tx.selectFrom('payment').select(['state', 'capturedMinor', 'refundedMinor']).where('orderId', '=', order.id).executeTakeFirstOrThrow();
  const { rows } = await sql<{ charged: bigint }>`
    select coalesce(sum(p.amount_minor), 0)::bigint as charged from posting p join ledger_transaction t on t.id = p.transaction_id join claim c on c.id = t.claim_id
    where c.order_line_id = ${line.id} and c.id <> ${claimId} and p.code in ('claim', 'chargeback') and p.merchant_id = ${line.merchantId}`.execute(tx);
  return {
    quantity: line.quantity, paid: money(line.totalMinor, line.currency), lineRefunded: money(others.reduce((sum, one) => sum + (one.refundMinor ?? 0n), 0n), line.currency),
    disputed: payment.state === 'disputed',
    // What the bank gave back to the buyer cannot be given back again.
    orderLeft: money(payment.state === 'charged_back' ? 0n : payment.capturedMinor - payment.refundedMinor, line.currency), deliveredAt: order.deliveredAt?.toISOString() ?? null, promisedBy: order.promisedBy?.toISOString() ?? null,
    merchantEarning: money(line.payoutMinor, 'CNY'), merchantCharged: money(rows[0]?.charged ?? 0n, 'CNY'), rate: frozenRate([line]),
  };
}
