import type { IdOf } from '#core/ids/id.ts';
import type { LocalText } from '#core/market/market.ts';
import { moveInboundParcel } from '#core/parcels/parcel-moves.ts';
import { ok, type Result } from '#core/result.ts';
import { dropMerchantOrder } from '#server/modules/orders/drop-merchant-order.ts';
import { recordEvents } from '#server/platform/events.ts';
import type { Context } from '#server/platform/operation.ts';
import { presentInbound, type InboundParcel } from './present.ts';
import { acceptAside, openParcel, type OpenParcel } from './receive.ts';
import { loadInbound } from './store.ts';

type Resolution = Readonly<{ accept: boolean; short: boolean; reason: string }>;

/** Takes a parcel out of quarantine: accepts it as it is, accepts what came of a short one, or sends it back. Fails with `not_found`, `wrong_state`, `short_parcel`. */
export async function resolveAside(context: Context, id: IdOf<'inboundParcel'>, { accept, short, reason }: Resolution): Promise<Result<InboundParcel>> {
  const opened = await openParcel(context, id);
  if (!opened.ok) return opened;
  return accept ? acceptAside(context, opened.value, reason, short) : sendBack(context, opened.value, reason);
}

/** Sends a parcel back: its merchant order ends, and the buyer is never charged for it. */
async function sendBack(context: Context, open: OpenParcel, words: string): Promise<Result<InboundParcel>> {
  const { tx } = context;
  const { parcel, order } = open;
  const next = moveInboundParcel(parcel.state, 'send_back');
  if (!next.ok) return next;
  await tx.updateTable('inboundParcel').set({ state: next.value }).where('id', '=', parcel.id).execute();
  const why: LocalText = { 'zh-Hans': words, 'zh-Hant': words, en: words };
  const dropped = await dropMerchantOrder(context, order, open.merchantOrder, why);
  if (!dropped.ok) return dropped;
  await recordEvents(context, [{ kind: 'parcel_sent_back', subject: parcel.id, merchantId: parcel.merchantId, market: order.market, why, data: { merchantOrderId: parcel.merchantOrderId } }]);
  const stored = await loadInbound(tx, parcel.id);
  const [presented] = stored === null ? [] : await presentInbound(context, [stored]);
  if (presented === undefined) throw new Error(`parcel ${parcel.id} is gone within its own transaction`);
  return ok(presented);
}
