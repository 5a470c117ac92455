import { sql, type Selectable } from 'kysely';
import type { z } from 'zod';
import type { listReturns as listRoute } from '#contract/claims.ts';
import { canonicalJson } from '#core/decision/canonical-json.ts';
import type { IdOf } from '#core/ids/id.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import { recordEvidence } from '#server/modules/hub/evidence.ts';
import type { ClaimReturnTable } from '#server/platform/database/money-tables.ts';
import { recordEvents } from '#server/platform/events.ts';
import type { Context } from '#server/platform/operation.ts';
import { decideOnArrival, decideUnsent } from './made-decision.ts';
import { carryOut } from './settle.ts';
import { loadCase, loadClaim, type ClaimCase, type StoredClaim } from './store.ts';

/** Goods that come back: asked for, sent, received at the hub, where they are pooled and re-enter China free of duty while the window is open. The refund follows the goods. */

export type ReturnRow = Selectable<ClaimReturnTable>;

const DAY_MS = 86_400_000;

function monthsAfter(at: Date, months: number): Date {
  const later = new Date(at);
  later.setUTCMonth(later.getUTCMonth() + months);
  return later;
}

/** Asks the buyer for the goods. The code stands on the parcel and is what the hub scans. */
export async function askForGoods(context: Context, row: StoredClaim, { order, policy }: ClaimCase): Promise<void> {
  const { tx, at } = context;
  if (policy.returns === null) throw new Error(`claim ${row.id} asks for goods under a policy that takes none back`);
  const parcel = await tx.selectFrom('exportParcel').select('handedOverAt').where('orderId', '=', order.id).executeTakeFirst();
  const exportedAt = parcel?.handedOverAt ?? order.placedAt;
  await tx.insertInto('claimReturn').values({
    claimId: row.id, code: `RT${row.id.slice(-8).toUpperCase()}`, state: 'asked', sendBy: new Date(at.getTime() + policy.returns.sendWithinDays * DAY_MS), dutyFreeUntil: monthsAfter(exportedAt, policy.returns.dutyFreeMonths), askedAt: at,
  }).execute();
  await recordEvents(context, [
    { kind: 'return_asked', subject: row.orderId, buyerId: row.buyerId, market: row.market, data: { claimId: row.id } },
    { kind: 'return_asked', subject: row.id, merchantId: row.merchantId, market: row.market },
  ]);
}

async function lockReturn({ tx }: Context, where: Readonly<{ claimId: IdOf<'claim'> } | { code: string }>): Promise<ReturnRow | null> {
  const select = tx.selectFrom('claimReturn').selectAll().forUpdate();
  return (await ('claimId' in where ? select.where('claimId', '=', where.claimId) : select.where('code', '=', where.code)).executeTakeFirst()) ?? null;
}

/** The buyer says how the goods travel; a second time corrects the first. Fails with `not_found`, `wrong_state`. */
export async function sendReturn(context: Context, buyerId: IdOf<'buyer'>, claimId: IdOf<'claim'>, shipment: Readonly<{ carrier: string; trackingNumber: string }>): Promise<Result<StoredClaim>> {
  const row = await loadClaim(context.tx, claimId);
  if (row === null || row.buyerId !== buyerId) return refuse('not_found', { what: 'claim' });
  const back = await lockReturn(context, { claimId });
  if (back === null || (back.state !== 'asked' && back.state !== 'sent')) return refuse('wrong_state', { state: back?.state ?? row.state, move: 'send' });
  await context.tx.updateTable('claimReturn').set({ ...shipment, state: 'sent', sentAt: context.at }).where('claimId', '=', claimId).execute();
  await recordEvents(context, [{ kind: 'return_sent', subject: row.orderId, buyerId, market: row.market, data: { ...shipment } }]);
  return ok(row);
}

/** The hub received what came back under a code: put on file with its photos, and the refund that waited for it is carried out. Fails with `not_found`, `wrong_state`, `photo_missing`. */
export async function receiveReturn(context: Context, code: string, receipt: Readonly<{ photos: readonly IdOf<'file'>[]; note: string }>): Promise<Result<StoredClaim>> {
  const { tx, at } = context;
  const found = await tx.selectFrom('claimReturn').select('claimId').where('code', '=', code.toUpperCase()).executeTakeFirst();
  const before = found === undefined ? null : await loadClaim(tx, found.claimId);
  if (before === null) return refuse('not_found', { what: 'return' });
  const known = await tx.selectFrom('file').select('id').where('id', 'in', receipt.photos.length === 0 ? [''] as never : [...receipt.photos]).where('merchantId', 'is', null).where('buyerId', 'is', null).execute();
  if (known.length === 0 || known.length !== new Set(receipt.photos).size) return refuse('photo_missing', {}, 'photos');
  // The order is locked before the return, as in every command on a claim.
  await loadCase(context, before);
  const back = await lockReturn(context, { code: code.toUpperCase() });
  const row = await loadClaim(tx, before.id);
  if (back === null || row === null || back.state === 'received' || back.state === 'lapsed' || row.decision === null) return refuse('wrong_state', { state: back?.state ?? 'gone', move: 'receive' });
  await tx.updateTable('claimReturn').set({ state: 'received', receivedAt: at }).where('claimId', '=', row.id).execute();
  const text = receipt.note === '' ? RECEIVED : { 'zh-Hans': receipt.note, 'zh-Hant': receipt.note, en: receipt.note };
  await recordEvidence(context, receipt.photos.map((fileId) => ({ orderId: row.orderId, merchantId: row.merchantId, claimId: row.id, kind: 'return_received' as const, fileId, findings: ['return_received' as const], text, figures: { code: back.code } })));
  const claimCase = await loadCase(context, row);
  return carryOut(context, row, claimCase, decideOnArrival(context, row, claimCase.policy, back.code));
}

const RECEIVED = { 'zh-Hans': '退回的商品已到集运仓', 'zh-Hant': '退回的商品已到集運倉', en: 'Goods sent back have reached the hub' };

/** Ends claims whose goods were asked for and never sent. */
export async function lapseReturns(context: Context): Promise<number> {
  const { tx, at } = context;
  const rows = await tx.selectFrom('claimReturn').select('claimId').where('state', '=', 'asked').where('sendBy', '<', at).orderBy('claimId').execute();
  for (const { claimId } of rows) {
    const found = await loadClaim(tx, claimId);
    if (found === null) continue;
    const claimCase = await loadCase(context, found);
    const back = await lockReturn(context, { claimId });
    if (back?.state !== 'asked') continue;
    await tx.updateTable('claimReturn').set({ state: 'lapsed' }).where('claimId', '=', claimId).execute();
    const done = await carryOut(context, found, claimCase, decideUnsent(context, found, claimCase.policy));
    if (!done.ok) throw new Error(`claim ${claimId} cannot lapse: ${canonicalJson(done.problem)}`);
  }
  return rows.length;
}

const RETURNS_SHOWN = 100;

/** Goods that come back, those on their way first, then those pooled here by the end of their duty-free time. */
export async function listReturns({ tx }: Context): Promise<z.output<typeof listRoute.reply>> {
  const rows = await tx.selectFrom('claimReturn').innerJoin('claim', 'claim.id', 'claimReturn.claimId').innerJoin('orderLine', 'orderLine.id', 'claim.orderLineId').selectAll('claimReturn').select(['orderLine.titleOriginal', 'claim.quantity'])
    .where('claimReturn.state', '!=', 'lapsed').orderBy(sql`case claim_return.state when 'sent' then 0 when 'asked' then 1 else 2 end`).orderBy('claimReturn.dutyFreeUntil').limit(RETURNS_SHOWN).execute();
  return { items: rows.map((row) => ({ code: row.code, state: row.state, title: row.titleOriginal, quantity: row.quantity, carrier: row.carrier, trackingNumber: row.trackingNumber, sendBy: row.sendBy.toISOString(), dutyFreeUntil: row.dutyFreeUntil.toISOString(), receivedAt: row.receivedAt?.toISOString() ?? null })) };
}
