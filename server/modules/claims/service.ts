import type { z } from 'zod';
import type { answerClaim as answerRoute, openClaim as openRoute } from '#contract/claims.ts';
import { KIND_NAMES } from '#core/claims/claim-words.ts';
import { decideClaim } from '#core/claims/decide-claim.ts';
import type { IdOf, MerchantId } from '#core/ids/id.ts';
import { canonicalJson } from '#core/decision/canonical-json.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import { recordEvidence } from '#server/modules/hub/evidence.ts';
import { loadLines, loadMerchantOrders, loadOrder, type StoredLine, type StoredOrder } from '#server/modules/orders/store.ts';
import { recordEvents } from '#server/platform/events.ts';
import type { Context } from '#server/platform/operation.ts';
import { printPhotos } from './photo-print.ts';
import { decideByPolicy } from './made-decision.ts';
import { carryOut } from './settle.ts';
import { isWaiting, loadCase, loadClaim, type ClaimCase, type StoredClaim } from './store.ts';

/** Quality claims: opened by buyers, answered by merchants, decided by the policy that was frozen or by a person under it. */

type Opening = z.output<typeof openRoute.body>;
type Target = Readonly<{ order: StoredOrder; line: StoredLine }>;

/**
 * Opens a claim and decides it as far as the policy can: declined with the policy's words, refunded at once when it is
 * small and clear, otherwise waiting for the merchant or for a person. Fails with `not_found`, `claim_exists`,
 * `not_delivered_yet`, `quantity_too_large`, and `invalid_input` when evidence the policy asks for is missing.
 */
export async function openClaim(context: Context, buyerId: IdOf<'buyer'>, input: Opening): Promise<Result<StoredClaim>> {
  const target = await findTarget(context, buyerId, input);
  if (!target.ok) return target;
  const photos = await checkPhotos(context, input.photos, { buyerId });
  if (!photos.ok) return photos;
  const { order, line } = target.value;
  const row = await fileClaim(context, buyerId, input, target.value);
  await recordEvidence(context, input.photos.map((fileId) => ({
    orderId: order.id, merchantId: line.merchantId, claimId: row.id, kind: 'buyer_photo', fileId, findings: ['buyer_photo'], text: { 'zh-Hans': '买家的照片', 'zh-Hant': '買家的照片', en: 'Photo from the buyer' },
  })));
  const flags = await printPhotos(context, { id: row.id, orderId: order.id, owner: buyerId }, input.photos);
  if (flags.length > 0) await context.tx.updateTable('claim').set({ flags: canonicalJson(flags) }).where('id', '=', row.id).execute();
  const claimCase = await loadCase(context, { ...row, flags });
  const made = decideByPolicy(context, claimCase);
  // Refused rather than left waiting: whoever claims has the goods in hand and can add the photo now.
  if (made.decision.outcome === 'needs_evidence') return refuse('invalid_input', { detail: made.decision.reasons[0]?.text[context.locale] ?? 'evidence is missing' }, 'photos');
  return carryOut(context, row, claimCase, made);
}

/** The line a claim is about, if this buyer bought it and it can be claimed at all now. The order stays locked: one claim at a time. */
async function findTarget({ tx }: Context, buyerId: IdOf<'buyer'>, { orderLineId, kind, quantity }: Opening): Promise<Result<Target>> {
  const found = await tx.selectFrom('orderLine').select('orderId').where('id', '=', orderLineId).executeTakeFirst();
  const order = found === undefined ? null : await loadOrder(tx, found.orderId, 'update');
  const line = order === null ? undefined : (await loadLines(tx, { orderIds: [order.id] })).find((one) => one.id === orderLineId);
  if (order === null || line === undefined || order.buyerId !== buyerId) return refuse('not_found', { what: 'order line' }, 'orderLineId');
  const claims = await tx.selectFrom('claim').select(['state', 'quantity']).where('orderLineId', '=', orderLineId).execute();
  if (claims.some(isWaiting)) return refuse('claim_exists', {}, 'orderLineId');
  const cancelled = (await loadMerchantOrders(tx, [order.id])).some((one) => one.id === line.merchantOrderId && one.state === 'cancelled');
  const refunded = claims.reduce((sum, claim) => sum + (claim.state === 'refunded' || claim.state === 'overturned' ? claim.quantity : 0), 0);
  const limit = cancelled ? 0 : line.quantity - refunded;
  if (quantity > limit) return refuse('quantity_too_large', { limit, claimed: quantity }, 'quantity');
  const sent = order.state === 'exported' || order.state === 'delivered' || order.state === 'closed';
  const early = kind === 'not_delivered' ? !sent : order.deliveredAt === null;
  if (kind !== 'no_reason' && early) return refuse('not_delivered_yet', { promisedBy: order.promisedBy?.toISOString().slice(0, 10) ?? null });
  return ok({ order, line });
}

/** Photos must be the claimant's own: somebody else's file proves nothing and is not theirs to show. */
async function checkPhotos({ tx }: Context, photos: readonly IdOf<'file'>[], owner: Readonly<{ buyerId: IdOf<'buyer'> } | { merchantId: MerchantId }>): Promise<Result<null>> {
  const wanted = [...new Set(photos)];
  if (wanted.length === 0) return ok(null);
  const select = tx.selectFrom('file').select('id').where('id', 'in', wanted);
  const known = await ('buyerId' in owner ? select.where('buyerId', '=', owner.buyerId) : select.where('merchantId', '=', owner.merchantId)).execute();
  return known.length === wanted.length ? ok(null) : refuse('not_found', { what: 'photo' }, 'photos');
}

/** Puts a claim on file and tells both sides of it. */
export async function fileClaim(context: Context, buyerId: IdOf<'buyer'>, input: Opening, target: Target): Promise<StoredClaim> {
  const row = await insertClaim(context, buyerId, input, target);
  await recordEvents(context, [
    { kind: 'claim_opened', subject: row.id, merchantId: row.merchantId, market: row.market, data: { kind: KIND_NAMES[row.kind], orderLineId: row.orderLineId } },
    { kind: 'claim_opened', subject: row.orderId, buyerId, market: row.market, data: { kind: KIND_NAMES[row.kind], claimId: row.id } },
  ]);
  return row;
}

async function insertClaim({ tx, at, ids }: Context, buyerId: IdOf<'buyer'>, input: Opening, { order, line }: Target): Promise<StoredClaim> {
  const row = {
    id: ids.next('claim', at), orderId: order.id, orderLineId: line.id, buyerId, merchantId: line.merchantId, market: order.market, kind: input.kind, quantity: input.quantity, description: input.description, state: 'open' as const,
    policyEdition: order.policyEdition, decisionInput: null, refundMinor: null, currency: order.currency, openedAt: at, answerDue: null, merchantAnswer: null, decidedAt: null, decidedBy: null, flags: [], reviewDue: null, round: 0, appeal: null, appealedAt: null, appealUntil: null, overdueAt: null,
  };
  const photos = [...new Set(input.photos)];
  await tx.insertInto('claim').values({ ...row, photos: canonicalJson(photos), flags: canonicalJson(row.flags), decision: null }).execute();
  return { ...row, photos, decision: null };
}

/** A waiting claim of this merchant or of anyone, with its case; the order is locked first, as everywhere. Fails with `not_found`, `wrong_state`. */
async function openCase(context: Context, id: IdOf<'claim'>, move: string, merchantId?: MerchantId): Promise<Result<{ row: StoredClaim; claimCase: ClaimCase }>> {
  const found = await loadClaim(context.tx, id);
  if (found === null || (merchantId !== undefined && found.merchantId !== merchantId)) return refuse('not_found', { what: 'claim' });
  const claimCase = await loadCase(context, found);
  const row = await loadClaim(context.tx, id);
  if (row === null || !isWaiting(row)) return refuse('wrong_state', { state: row?.state ?? 'gone', move });
  return ok({ row, claimCase });
}

/** The merchant's side, once, before it is decided. With photos it is counter-evidence; either way a person decides then. Fails with `not_found`, `wrong_state`. */
export async function answerClaim(context: Context, merchantId: MerchantId, id: IdOf<'claim'>, answer: z.output<typeof answerRoute.body>): Promise<Result<StoredClaim>> {
  const opened = await openCase(context, id, 'answer', merchantId);
  if (!opened.ok) return opened;
  const { row } = opened.value;
  if (row.merchantAnswer !== null) return refuse('wrong_state', { state: 'answered', move: 'answer' });
  const photos = await checkPhotos(context, answer.photos, { merchantId });
  if (!photos.ok) return photos;
  const about = { orderId: row.orderId, merchantId, claimId: id };
  await recordEvidence(context, [
    { ...about, kind: 'merchant_answer', findings: [], text: { 'zh-Hans': answer.text, 'zh-Hant': answer.text, en: answer.text } },
    ...answer.photos.map((fileId) => ({ ...about, kind: 'merchant_photo' as const, fileId, findings: ['merchant_counter' as const], text: { 'zh-Hans': '商家的照片', 'zh-Hant': '商家的照片', en: 'Photo from the merchant' } })),
  ]);
  await context.tx.updateTable('claim').set({ merchantAnswer: answer.text, state: 'open', reviewDue: new Date(context.at.getTime() + opened.value.claimCase.policy.reviewHours * 3_600_000) }).where('id', '=', id).execute();
  await recordEvents(context, [{ kind: 'claim_answered', subject: id, merchantId, market: row.market }]);
  return ok({ ...row, merchantAnswer: answer.text, state: 'open' });
}

/** What the policy proposes for a claim that waits, on what is known by now. */
export async function proposeDecision(context: Context, row: StoredClaim) {
  if (!isWaiting(row)) return null;
  const { claim, evidence, line, policy } = await loadCase(context, row);
  return decideClaim(claim, evidence, line, policy, context.at.toISOString());
}

/** What speaks against a decision that charged the merchant: words, photos as counter-evidence, once while the time to appeal runs. A person decides anew. Fails with `not_found`, `wrong_state`. */
export async function appealClaim(context: Context, merchantId: MerchantId, id: IdOf<'claim'>, appeal: z.output<typeof answerRoute.body>): Promise<Result<StoredClaim>> {
  const found = await loadClaim(context.tx, id);
  if (found === null || found.merchantId !== merchantId) return refuse('not_found', { what: 'claim' });
  const { policy } = await loadCase(context, found);
  const row = await loadClaim(context.tx, id);
  const charged = row?.decision?.faults.some((fault) => fault.party === 'merchant' && (fault.charge?.minor ?? 0n) > 0n) === true;
  const open = row?.appealUntil !== null && row?.appealUntil !== undefined && context.at <= row.appealUntil && row.appeal === null;
  if (row === null || !charged || !open) return refuse('wrong_state', { state: row?.appeal === null ? row.state : 'appealed', move: 'appeal' });
  const photos = await checkPhotos(context, appeal.photos, { merchantId });
  if (!photos.ok) return photos;
  const about = { orderId: row.orderId, merchantId, claimId: id };
  await recordEvidence(context, [
    { ...about, kind: 'merchant_appeal', findings: [], text: { 'zh-Hans': appeal.text, 'zh-Hant': appeal.text, en: appeal.text } },
    ...appeal.photos.map((fileId) => ({ ...about, kind: 'merchant_photo' as const, fileId, findings: ['merchant_counter' as const], text: { 'zh-Hans': '商家的照片', 'zh-Hant': '商家的照片', en: 'Photo from the merchant' } })),
  ]);
  const changes = { appeal: appeal.text, appealedAt: context.at, reviewDue: new Date(context.at.getTime() + policy.reviewHours * 3_600_000) };
  await context.tx.updateTable('claim').set(changes).where('id', '=', id).execute();
  await recordEvents(context, [{ kind: 'claim_appealed', subject: id, merchantId, market: row.market }]);
  return ok({ ...row, ...changes });
}
