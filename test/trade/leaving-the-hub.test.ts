import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { whyOperator } from '#contract/accounts.ts';
import { getHubWork, getManifest, getManifestCsv, getManifestPaper, handOver, listManifests, packParcel, scanCode } from '#contract/hub.ts';
import { getMyCpscCsv } from '#contract/export-records.ts';
import { addDocument, editProduct } from '#contract/products.ts';
import { buy, first, HUB, listPillow, newestMerchantOrder, openBuyer, openShop, openTrade, OPERATOR, receiveAll, type Offer, type Shop, type Trade } from './fixture.ts';
import { doDueWork } from '../money/due-work.ts';

/** What may be closed into a parcel, in which carton, by which line, and what may leave. */

let trade: Trade;
let shop: Shop;
let offer: Offer;
beforeAll(async () => {
  trade = await openTrade();
  shop = await openShop(trade, '出仓小铺');
  offer = await listPillow(trade, shop, 60);
}, 120_000);
afterAll(() => trade.close());

async function complete(wanted = offer) {
  const { orderId } = await buy(trade, await openBuyer(trade), wanted);
  await receiveAll(trade, orderId);
  return { params: { orderId }, code: (await newestMerchantOrder(trade, shop)).parcelCode };
}

describe('a carton', () => {
  test('is suggested by the sizes of the goods, and gives the parcel its sides where nobody measured', async () => {
    const { params, code } = await complete();
    const scanned = await trade.call(HUB, scanCode, { params: { code } });
    expect(scanned).toMatchObject({ next: 'pack', packing: { carton: 'box-3' }, inbound: { shelf: expect.stringMatching(/^US-\d\d$/) } });
    const { toPack } = await trade.call(HUB, getHubWork);
    expect(toPack.find((order) => order.orderId === params.orderId)?.shelf).toBe(scanned.inbound?.shelf);
    await trade.call(HUB, packParcel, { params, body: { weightGrams: 520 } });
    const { measured } = await trade.marketplace.system.db.selectFrom('exportParcel').select('measured').where('orderId', '=', params.orderId).executeTakeFirstOrThrow();
    expect(measured).toMatchObject({ weightGrams: 520, lengthMm: 358, widthMm: 308, heightMm: 180 });
  });

  test('of the shop’s own must be measured, and one that the hub does not have is refused by name', async () => {
    const { params } = await complete();
    expect(await trade.ask(HUB, packParcel, { params, body: { weightGrams: 520, carton: 'own' } })).toMatchObject({ ok: false, problem: { code: 'measures_missing', field: 'lengthMm' } });
    expect(await trade.ask(HUB, packParcel, { params, body: { weightGrams: 520, carton: 'box-99' } })).toMatchObject({ ok: false, problem: { code: 'invalid_input', field: 'carton' } });
    expect((await trade.call(HUB, packParcel, { params, body: { weightGrams: 520, carton: 'own', lengthMm: 400, widthMm: 300, heightMm: 200 } })).state).toBe('packed');
  });
});

test('the line keeps the promise the buyer was given, says why, and the choice computes again to the same', async () => {
  const { params } = await complete();
  const packed = await trade.call(HUB, packParcel, { params, body: { weightGrams: 520 } });
  const { promisedBy } = await trade.marketplace.system.db.selectFrom('order').select('promisedBy').where('id', '=', params.orderId).executeTakeFirstOrThrow();
  expect(packed.line?.arrivesBy && packed.line.arrivesBy <= (promisedBy?.toISOString() ?? '')).toBe(true);
  const why = await trade.call(OPERATOR, whyOperator, { params: { id: packed.id } });
  expect(why).toMatchObject({ replayed: true, steps: [{ kind: 'export_parcel', outcome: packed.line?.code, replayed: true }] });
  expect(why.steps[0]?.reasons.length).toBe(1 + (packed.line?.alternatives.length ?? 0));
});

test('a parcel that waited so long that no line is in time goes by the fastest, and says that it is late', async () => {
  const { params } = await complete();
  trade.pass(24 * 30);
  const packed = await trade.call(HUB, packParcel, { params, body: { weightGrams: 520 } });
  expect(packed.line).toMatchObject({ because: [{ code: 'fastest_but_late' }] });
});

describe('goods that may no longer go', () => {
  const forbid = (wanted: Offer) => trade.call(shop.actor, editProduct, { params: { productId: wanted.productId }, body: { title: '便携U型枕 内含打火机油 丁烷气罐' } });

  test('are not packed: the bench reads which and why', async () => {
    const own = await listPillow(trade, shop, 5, { sku: 'barred-1' });
    const { params } = await complete(own);
    await forbid(own);
    const refused = await trade.ask(HUB, packParcel, { params, body: { weightGrams: 520 } });
    expect(refused).toMatchObject({ ok: false, problem: { code: 'contents_unlawful', facts: { sku: 'barred-1' } } });
    expect(refused.ok ? '' : refused.problem.facts?.['why']).not.toBe('–');
  });

  test('are not handed over once packed, and nothing is captured', async () => {
    const own = await listPillow(trade, shop, 5, { sku: 'barred-2' });
    const { params } = await complete(own);
    const packed = await trade.call(HUB, packParcel, { params, body: { weightGrams: 520 } });
    await forbid(own);
    expect(await trade.ask(HUB, handOver, { params: { exportParcelId: packed.id } })).toMatchObject({ ok: false, problem: { code: 'contents_unlawful' } });
    const { capturedMinor } = await trade.marketplace.system.db.selectFrom('payment').select('capturedMinor').where('orderId', '=', params.orderId).executeTakeFirstOrThrow();
    expect(capturedMinor).toBe(0n);
  });
});

test('the manifest of a line and a day holds what was handed over then, and what is packed for it and still here', async () => {
  const own = await openShop(trade, '清单小铺');
  const pillow = await listPillow(trade, own, 20, { sku: 'listed' });
  const pack = async () => {
    const { orderId } = await buy(trade, await openBuyer(trade), pillow);
    await receiveAll(trade, orderId);
    return trade.call(HUB, packParcel, { params: { orderId }, body: { weightGrams: 500 } });
  };
  trade.pass(24);
  const [sent, kept] = [await pack(), await pack()];
  await trade.call(HUB, handOver, { params: { exportParcelId: sent.id } });
  const day = new Date(trade.now().getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
  const params = { day, lineCode: sent.line?.code ?? '' };
  const manifest = await trade.call(HUB, getManifest, { params });
  expect(manifest.parcels.map((parcel) => parcel.code)).toEqual([sent.code]);
  expect(manifest.waiting.map((parcel) => parcel.code)).toContain(kept.code);
  expect((await trade.call(HUB, listManifests)).items.find((one) => one.day === day && one.lineCode === params.lineCode)).toMatchObject({ parcels: 1, grossGrams: 500 });
  expect(await trade.call(HUB, getManifestCsv, { params })).toContain(sent.trackingNumber);
  expect(new TextDecoder().decode((await trade.call(HUB, getManifestPaper, { params })).slice(0, 5))).toBe('%PDF-');
  expect(await trade.ask(HUB, getManifest, { params: { day: '2020-01-01', lineCode: 'no-such-line' } })).toMatchObject({ ok: false, problem: { code: 'not_found' } });
});

test('a parcel in quarantine has an owner and a time; unsettled it goes to the marketplace, once', async () => {
  const own = await openShop(trade, '暂存小铺');
  const pillow = await listPillow(trade, own, 20, { sku: 'aside' });
  const aside = async (found: Parameters<typeof receiveAll>[2]) => {
    const { orderId } = await buy(trade, await openBuyer(trade), pillow);
    return first(await receiveAll(trade, orderId, found));
  };
  expect(await aside({ weightGrams: 2_500 })).toMatchObject({ state: 'put_aside', aside: { owner: 'hub', overdue: false } });
  const seen = await aside({ putAside: { reason: '箱内有液体渗出' } });
  expect(seen.aside).toMatchObject({ owner: 'compliance', overdue: false });
  trade.pass(25);
  await doDueWork(trade);
  const { putAside } = await trade.call(HUB, getHubWork);
  expect(putAside.find((parcel) => parcel.code !== seen.code && parcel.shopName === '暂存小铺')?.aside).toMatchObject({ owner: 'platform', overdue: true });
  expect(putAside.find((parcel) => parcel.code === seen.code)?.aside).toMatchObject({ owner: 'compliance', overdue: false });
});

test('goods under a safety rule are listed with their certificate for electronic filing, and say what is missing', async () => {
  const own = await openShop(trade, '证书小铺');
  const [whole, bare] = [await listPillow(trade, own, 5, { sku: 'certified' }), await listPillow(trade, own, 5, { sku: 'bare', title: '记忆棉午睡枕办公室趴睡枕' })];
  await trade.call(own.actor, addDocument, { params: { productId: whole.productId }, body: { kind: 'gcc', number: 'GCC-77', expires: '2028-01-01' } });
  await trade.call(own.actor, addDocument, { params: { productId: whole.productId }, body: { kind: 'cpsc_efiling', number: 'REF-9001', expires: '2028-01-01' } });
  await trade.call(own.actor, addDocument, { params: { productId: bare.productId }, body: { kind: 'gcc', number: 'GCC-78', expires: '2028-01-01' } });
  for (const offer of [whole, bare]) {
    const { orderId } = await buy(trade, await openBuyer(trade), offer);
    await receiveAll(trade, orderId);
    await trade.call(HUB, handOver, { params: { exportParcelId: (await trade.call(HUB, packParcel, { params: { orderId }, body: { weightGrams: 500 } })).id } });
  }
  const month = new Date(trade.now().getTime() + 8 * 3_600_000).toISOString().slice(0, 7);
  const rows = (await trade.call(own.actor, getMyCpscCsv, { query: { month } })).split('\r\n');
  expect(rows.find((row) => row.includes('certified'))).toMatch(/GCC,GCC-77,REF-9001/);
  expect(rows.find((row) => row.includes('bare'))).toMatch(/GCC,GCC-78,.*registry reference/);
});
