import type { z } from 'zod';
import type { claim } from '#contract/claims.ts';
import type { FaultShare } from '#core/claims/fault.ts';
import { presentMinor, presentMoney } from '#server/modules/orders/present-money.ts';
import type { Tx } from '#server/platform/database/connection.ts';
import type { Context } from '#server/platform/operation.ts';
import { loadEvidence, type EvidenceRow, type StoredClaim, type StoredDecision } from './store.ts';

/** A claim as each side reads it: the same case, and of its settlement only what is theirs. */

export type ClaimShape = z.output<typeof claim>;
export type Viewer = 'buyer' | 'merchant' | 'operator';

/** What the merchant answered, and the hub's own pictures, are not the buyer's to fetch; that they exist is. */
function evidenceFor(viewer: Viewer, rows: readonly EvidenceRow[]): ClaimShape['evidence'] {
  return rows
    .filter((row) => viewer !== 'buyer' || !row.kind.startsWith('merchant_'))
    .map((row) => ({ id: row.id, kind: row.kind, text: row.text, fileId: viewer === 'buyer' && row.kind !== 'buyer_photo' ? null : row.fileId, at: row.at }));
}

/** Shares of the fault. A merchant reads what it is charged in its own currency, and who bears the rest. */
export function presentFaults(viewer: Viewer, faults: StoredDecision['faults'] | readonly FaultShare[]): ClaimShape['faults'] {
  if (viewer === 'buyer') return [];
  return faults.map((fault) => ({ party: fault.party, sharePpm: fault.sharePpm, amount: presentMoney(viewer === 'merchant' && fault.charge !== null ? fault.charge : fault.amount), evidence: [...fault.evidence] }));
}

export async function presentClaim({ tx, at }: Context, row: StoredClaim, viewer: Viewer): Promise<ClaimShape> {
  const line = await tx.selectFrom('orderLine').select(['title', 'titleOriginal']).where('id', '=', row.orderLineId).executeTakeFirstOrThrow();
  return {
    id: row.id, orderId: row.orderId, orderLineId: row.orderLineId, market: row.market, kind: row.kind, state: row.state, title: viewer === 'buyer' ? line.title : line.titleOriginal, quantity: row.quantity, description: row.description, photos: row.photos,
    reviewDue: row.reviewDue?.toISOString() ?? null, overdue: row.reviewDue !== null && row.reviewDue < at, goodsBack: await presentReturn(tx, row.id), round: row.round,
    appeal: viewer === 'buyer' ? null : row.appeal, appealOpen: viewer !== 'buyer' && row.appealedAt !== null, appealUntil: viewer === 'buyer' ? null : (row.appealUntil?.toISOString() ?? null), mayAppeal: viewer === 'merchant' && mayAppeal(row, at),
    openedAt: row.openedAt.toISOString(), answerDue: row.answerDue?.toISOString() ?? null, decidedAt: row.decidedAt?.toISOString() ?? null, refund: row.refundMinor === null ? null : presentMinor(row.refundMinor, row.currency),
    reasons: row.decision?.reasons ?? [], faults: presentFaults(viewer, row.decision?.faults ?? []), merchantAnswer: viewer === 'buyer' ? null : row.merchantAnswer, evidence: evidenceFor(viewer, await loadEvidence(tx, row)),
  };
}

function mayAppeal(row: StoredClaim, at: Date): boolean {
  const charged = row.decision?.faults.some((fault) => fault.party === 'merchant' && (fault.charge?.minor ?? 0n) > 0n) === true;
  return charged && row.decidedAt !== null && row.appeal === null && row.appealUntil !== null && at <= row.appealUntil;
}

async function presentReturn(tx: Tx, claimId: StoredClaim['id']): Promise<ClaimShape['goodsBack']> {
  const row = await tx.selectFrom('claimReturn').selectAll().where('claimId', '=', claimId).executeTakeFirst();
  if (row === undefined) return null;
  const { code, state, carrier, trackingNumber } = row;
  return { code, state, carrier, trackingNumber, sendBy: row.sendBy.toISOString(), dutyFreeUntil: row.dutyFreeUntil.toISOString(), receivedAt: row.receivedAt?.toISOString() ?? null };
}
