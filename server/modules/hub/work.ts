import type { z } from 'zod';
import type { getHubWork, scanResult } from '#contract/hub.ts';
import { isCompleteAtHub } from '#core/orders/order-moves.ts';
import type { LocalText, Market } from '#core/market/market.ts';
import { chooseCarton } from '#core/parcels/carton.ts';
import { readParcelCode } from '#core/parcels/parcel-code.ts';
import { shelfOf } from '#core/parcels/shelf.ts';
import { loadMerchantOrders } from '#server/modules/orders/store.ts';
import type { Context } from '#server/platform/operation.ts';
import { HUB_SITE } from './hub-site.ts';
import { loadGoods } from './pack.ts';
import { packedLines, presentExport, presentInbound, type InboundParcel } from './present.ts';
import { readExport, readInbound, type StoredExport, type StoredInbound } from './store.ts';

/** What the hub has to do, and what a scanned code is. */

export type HubWork = z.output<typeof getHubWork.reply>;
export type ScanResult = z.output<typeof scanResult>;

/** The longest list a station shows; counts beside it are always whole. */
const SHOWN = 100;

async function inboundIn({ tx }: Context, state: 'expected' | 'put_aside'): Promise<{ rows: StoredInbound[]; count: number }> {
  const rows = await tx.selectFrom('inboundParcel').selectAll().where('state', '=', state).orderBy(state === 'put_aside' ? 'asideDue' : 'id').orderBy('id').limit(SHOWN).execute();
  const { n } = await tx.selectFrom('inboundParcel').select((select) => select.fn.countAll<bigint>().as('n')).where('state', '=', state).executeTakeFirstOrThrow();
  return { rows: rows.map(readInbound), count: Number(n) };
}

/** Orders of which something lies in the hub and nothing is packed yet; complete ones first. */
async function loadToPack({ tx }: Context): Promise<HubWork['toPack']> {
  const rows = await tx
    .selectFrom('inboundParcel')
    .innerJoin('order', 'order.id', 'inboundParcel.orderId')
    .select(['inboundParcel.orderId', 'inboundParcel.code', 'order.market', 'order.state'])
    .where('inboundParcel.state', '=', 'accepted')
    .where('order.state', 'in', ['with_merchant', 'at_hub'])
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('exportParcel').select('exportParcel.id').whereRef('exportParcel.orderId', '=', 'inboundParcel.orderId'))))
    .orderBy('inboundParcel.orderId')
    .execute();
  const byOrder = new Map<string, HubWork['toPack'][number]>();
  for (const row of rows) {
    const before = byOrder.get(row.orderId);
    byOrder.set(row.orderId, { orderId: row.orderId, market: row.market, inboundCodes: [...(before?.inboundCodes ?? []), row.code], shelf: shelfOf(row.orderId, row.market), complete: row.state === 'at_hub' });
  }
  return [...byOrder.values()].sort((left, right) => Number(right.complete) - Number(left.complete));
}

/** The station's list of work. */
export async function loadHubWork(context: Context): Promise<HubWork> {
  const expected = await inboundIn(context, 'expected');
  const putAside = await inboundIn(context, 'put_aside');
  const toPack = await loadToPack(context);
  const packed = (await context.tx.selectFrom('exportParcel').selectAll().where('state', '=', 'packed').orderBy('id').execute()).map(readExport);
  const toHandOver: HubWork['toHandOver'] = [];
  for (const parcel of packed.slice(0, SHOWN)) toHandOver.push(await presentExport(context, parcel));
  return {
    hub: { name: HUB_SITE.name, address: HUB_SITE.address },
    counts: { expected: expected.count, toPack: toPack.filter((one) => one.complete).length, toHandOver: packed.length, putAside: putAside.count },
    expected: await presentInbound(context, expected.rows), toPack: toPack.slice(0, SHOWN), toHandOver, putAside: await presentInbound(context, putAside.rows),
  };
}

const TEXTS: Readonly<Record<ScanResult['next'] | 'waiting' | 'mistyped', LocalText>> = {
  receive: { 'zh-Hans': '称重、清点、拍照，然后收货。', 'zh-Hant': '稱重、清點、拍照，然後收貨。', en: 'Weigh, count, photograph, then receive.' },
  put_aside_wait: { 'zh-Hans': '已暂存，等待处理。', 'zh-Hant': '已暫存，等待處理。', en: 'Put aside, waiting for a decision.' },
  pack: { 'zh-Hans': '订单已齐，请打包。', 'zh-Hant': '訂單已齊，請打包。', en: 'The order is complete: pack it.' },
  hand_over: { 'zh-Hans': '已打包，请贴单交运。', 'zh-Hant': '已打包，請貼單交運。', en: 'Packed: label it and hand it over.' },
  done: { 'zh-Hans': '这个包裹已经处理完。', 'zh-Hant': '這個包裹已經處理完。', en: 'Nothing more to do with this parcel.' },
  none: { 'zh-Hans': '没有找到这个条码。', 'zh-Hant': '沒有找到這個條碼。', en: 'No parcel has this code.' },
  waiting: { 'zh-Hans': '已验收，等待同一订单的其他包裹。', 'zh-Hant': '已驗收，等待同一訂單的其他包裹。', en: 'Accepted; other parcels of this order are still coming.' },
  mistyped: { 'zh-Hans': '校验位不符，请重新扫描或核对。', 'zh-Hant': '校驗位不符，請重新掃描或核對。', en: 'The check character does not fit: scan it again.' },
};

/** Says what a code is: a label of ours, a domestic tracking number, or an export tracking number; and what to do next. */
export async function scanCode(context: Context, scanned: string): Promise<ScanResult> {
  const nothing: ScanResult = { code: scanned, found: 'nothing', inbound: null, export: null, next: 'none', text: TEXTS.none, packing: null };
  const read = readParcelCode(scanned);
  if (!read.ok && read.problem.code === 'wrong_check_character') return { ...nothing, text: TEXTS.mistyped };
  const code = read.ok ? read.value.code : scanned.trim();
  const parcel = await findExport(context, code);
  if (parcel !== null) return describeExport(context, scanned, parcel);
  const inbound = await findInbound(context, code);
  return inbound === null ? nothing : describeInbound(context, scanned, inbound);
}

async function findExport({ tx }: Context, code: string): Promise<StoredExport | null> {
  const row = await tx.selectFrom('exportParcel').selectAll().where((where) => where.or([where('code', '=', code), where('trackingNumber', '=', code.toUpperCase())])).executeTakeFirst();
  return row === undefined ? null : readExport(row);
}

/** By our own code, else by the domestic tracking number; one that is still expected comes before one already dealt with. */
async function findInbound({ tx }: Context, code: string): Promise<StoredInbound | null> {
  const own = await tx.selectFrom('inboundParcel').selectAll().where('code', '=', code).executeTakeFirst();
  if (own !== undefined) return readInbound(own);
  const rows = await tx
    .selectFrom('inboundParcel')
    .innerJoin('merchantOrder', 'merchantOrder.id', 'inboundParcel.merchantOrderId')
    .selectAll('inboundParcel')
    .where('merchantOrder.trackingNumber', '=', code)
    .orderBy('inboundParcel.id')
    .execute();
  const row = rows.find((one) => one.state === 'expected') ?? rows[0];
  return row === undefined ? null : readInbound(row);
}

function describeExported(state: StoredExport['state']): 'hand_over' | 'done' {
  return state === 'packed' || state === 'packing' ? 'hand_over' : 'done';
}

async function describeExport(context: Context, code: string, parcel: StoredExport): Promise<ScanResult> {
  const next = describeExported(parcel.state);
  return { code, found: 'export', inbound: null, export: await presentExport(context, parcel), next, text: TEXTS[next], packing: null };
}

async function describeInbound(context: Context, code: string, parcel: StoredInbound): Promise<ScanResult> {
  const [inbound] = await presentInbound(context, [parcel]);
  if (inbound === undefined) throw new Error(`parcel ${parcel.id} cannot be shown`);
  const { next, text } = await nextStep(context, parcel, inbound);
  return { code, found: 'inbound', inbound, export: null, next, text, packing: next === 'pack' ? await suggestCarton(context, parcel.orderId, inbound.market) : null };
}

async function suggestCarton(context: Context, orderId: StoredInbound['orderId'], market: Market): Promise<ScanResult['packing']> {
  const { cartons } = context.system.packs;
  const { sizes } = await loadGoods(context, await packedLines(context, orderId), market);
  return { carton: chooseCarton(sizes, cartons)?.code ?? null, cartons: cartons.map(({ code, name }) => ({ code, name })) };
}

async function nextStep({ tx }: Context, parcel: StoredInbound, inbound: InboundParcel): Promise<Pick<ScanResult, 'next' | 'text'>> {
  if (parcel.state === 'expected' || parcel.state === 'received') return { next: 'receive', text: TEXTS.receive };
  if (parcel.state === 'put_aside') return { next: 'put_aside_wait', text: TEXTS.put_aside_wait };
  if (parcel.state === 'cancelled') return { next: 'done', text: TEXTS.done };
  if (inbound.exportParcelId !== null) {
    const packed = await tx.selectFrom('exportParcel').selectAll().where('id', '=', inbound.exportParcelId).executeTakeFirstOrThrow();
    const next = describeExported(readExport(packed).state);
    return { next, text: TEXTS[next] };
  }
  const complete = isCompleteAtHub((await loadMerchantOrders(tx, [parcel.orderId])).map((one) => one.state));
  return complete ? { next: 'pack', text: TEXTS.pack } : { next: 'none', text: TEXTS.waiting };
}
