import type { IdOf, MerchantId } from '#core/ids/id.ts';
import type { Market } from '#core/market/market.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import type { Context } from '#server/platform/operation.ts';
import { renderMerchantLabel, renderMerchantLabels, renderMerchantLabelSheets, type MerchantLabel } from '#server/providers/papers/merchant-label.ts';
import { getMerchantOrder, listMerchantOrders, type MerchantOrderSummary } from './merchant-orders.ts';

const MARKET_NAMES: Readonly<Record<Market, string>> = { US: '美国', HK: '中国香港', MO: '中国澳门' };

const SHIP_BY = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit', hour12: false });

/** So many labels go into one print; a shop with more prints again when these are sent. */
const MOST_LABELS = 200;

const RENDER = { thermal: renderMerchantLabels, a4: renderMerchantLabelSheets } as const;

/** The label for the hub as a PDF, all in Chinese. Fails with `not_found`. */
export async function printMerchantLabel(context: Context, merchantId: MerchantId, id: IdOf<'merchantOrder'>): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const found = await getMerchantOrder(context, merchantId, id);
  return found.ok ? ok(Uint8Array.from(await renderMerchantLabel(labelOf(found.value, await shopNameOf(context, merchantId))))) : found;
}

/** The labels of everything that waits to be sent, the most urgent first. Fails with `not_found` when nothing waits. */
export async function printWaitingLabels(context: Context, merchantId: MerchantId, format: keyof typeof RENDER): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const waiting = await listMerchantOrders(context, merchantId, { state: 'awaiting_shipment', limit: MOST_LABELS });
  const urgentFirst = waiting.items.toSorted((left, right) => (left.shipBy < right.shipBy ? -1 : left.shipBy > right.shipBy ? 1 : 0));
  if (urgentFirst.length === 0) return refuse('not_found', { what: 'label' });
  const shopName = await shopNameOf(context, merchantId);
  return ok(Uint8Array.from(await RENDER[format](urgentFirst.map((order) => labelOf(order, shopName)))));
}

async function shopNameOf({ tx }: Context, merchantId: MerchantId): Promise<string> {
  return (await tx.selectFrom('merchant').select('shopName').where('id', '=', merchantId).executeTakeFirstOrThrow()).shopName;
}

function labelOf(order: MerchantOrderSummary, shopName: string): MerchantLabel {
  return {
    parcelCode: order.parcelCode, merchantOrderNumber: order.id, issuedAt: order.placedAt, shipBy: SHIP_BY.format(new Date(order.shipBy)), market: MARKET_NAMES[order.market], hub: order.hub, shopName,
    items: order.lines.map((line) => ({ title: line.title, sku: line.sku, options: Object.values(line.options).join(' / '), quantity: line.quantity })),
  };
}
