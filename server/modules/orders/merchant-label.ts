import type { IdOf, MerchantId } from '#core/ids/id.ts';
import type { Market } from '#core/market/market.ts';
import { ok, type Result } from '#core/result.ts';
import type { Context } from '#server/platform/operation.ts';
import { renderMerchantLabel } from '#server/providers/papers/merchant-label.ts';
import { getMerchantOrder } from './merchant-orders.ts';

const MARKET_NAMES: Readonly<Record<Market, string>> = { US: '美国', HK: '中国香港', MO: '中国澳门' };

const SHIP_BY = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit', hour12: false });

/** The label for the hub as a PDF, all in Chinese. Fails with `not_found`. */
export async function printMerchantLabel(context: Context, merchantId: MerchantId, id: IdOf<'merchantOrder'>): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const found = await getMerchantOrder(context, merchantId, id);
  if (!found.ok) return found;
  const order = found.value;
  const shop = await context.tx.selectFrom('merchant').select('shopName').where('id', '=', merchantId).executeTakeFirstOrThrow();
  const label = await renderMerchantLabel({
    parcelCode: order.parcelCode, merchantOrderNumber: order.id, issuedAt: order.placedAt, shipBy: SHIP_BY.format(new Date(order.shipBy)), market: MARKET_NAMES[order.market], hub: order.hub, shopName: shop.shopName,
    items: order.lines.map((line) => ({ title: line.title, sku: line.sku, options: Object.values(line.options).join(' / '), quantity: line.quantity })),
  });
  return ok(Uint8Array.from(label));
}
