import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listLines } from '#contract/hub.ts';
import { getMyOrder } from '#contract/orders.ts';
import { apiAppOf } from '#server/api-app.ts';
import { carriersOf } from '#server/providers/carriers/open-carriers.ts';
import { easyPostCarrier, signEasyPost } from '#server/providers/carriers/easypost.ts';
import { simulatorCarrier } from '#server/providers/carriers/simulator.ts';
import { buy, exportOrder, listPillow, openBuyer, openShop, openTrade, OPERATOR, type Offer, type Trade } from './fixture.ts';
import { doDueWork } from '../money/due-work.ts';

/** What carriers tell, signed and over HTTP, and what comes of it however it arrives. */

const SECRET = 'schlüssel ﬁ 密';
let trade: Trade;
let offer: Offer;
beforeAll(async () => {
  trade = await openTrade({ carriers: carriersOf(easyPostCarrier(SECRET)) });
  offer = await listPillow(trade, await openShop(trade, '物流小铺'), 60);
}, 120_000);
afterAll(() => trade.close());

type Detail = Readonly<{ status: string; hours: number; detail?: string; city?: string }>;

async function onItsWay() {
  const buyer = await openBuyer(trade);
  const { orderId } = await buy(trade, buyer, offer);
  const parcel = await exportOrder(trade, orderId);
  const handedOver = trade.now().getTime();
  const read = () => trade.call(buyer, getMyOrder, { params: { orderId } });
  const at = (hours: number) => new Date(handedOver + hours * 3_600_000).toISOString();
  const message = (details: readonly Detail[], id = `evt_${randomUUID()}`) => JSON.stringify({
    id, object: 'Event', description: 'tracker.updated',
    result: { object: 'Tracker', id: 'trk_1', tracking_code: parcel.trackingNumber, status: details.at(-1)?.status, tracking_details: details.map((one) => ({ object: 'TrackingDetail', status: one.status, status_detail: one.detail ?? null, datetime: at(one.hours), tracking_location: { city: one.city ?? 'Portland', state: 'OR' } })) },
  });
  return { orderId, read, at, message, states: async () => (await read()).tracking.map((entry) => entry.status) };
}

async function post(body: string, signature = signEasyPost(body, SECRET), carrier = 'easypost') {
  const answer = await apiAppOf(trade.marketplace).request(`/webhooks/carriers/${carrier}`, { method: 'POST', headers: { 'content-type': 'application/json', 'x-hmac-signature': signature }, body });
  return { status: answer.status, said: await answer.json() as Readonly<Record<string, unknown>> };
}

describe('a carrier’s webhook', () => {
  test('moves the parcel along the way it tells, to the delivery on its own day', async () => {
    const parcel = await onItsWay();
    trade.pass(200);
    const way: Detail[] = [{ status: 'in_transit', hours: 10, city: 'Shenzhen' }, { status: 'in_transit', detail: 'customs_hold', hours: 60 }, { status: 'out_for_delivery', hours: 170 }, { status: 'delivered', hours: 180 }];
    expect(await post(parcel.message(way))).toMatchObject({ status: 200, said: { outcome: 'moved' } });
    expect(await parcel.read()).toMatchObject({ state: 'delivered', deliveredAt: parcel.at(180) });
    expect(await parcel.states()).toEqual(['shipped', 'in_transit', 'customs_hold', 'out_for_delivery', 'delivered']);
  });

  test('counts once, however often it comes and however much of it was known', async () => {
    const parcel = await onItsWay();
    trade.pass(50);
    const first = parcel.message([{ status: 'in_transit', hours: 10 }], 'evt_same');
    expect((await post(first)).said['outcome']).toBe('moved');
    expect((await post(first)).said['outcome']).toBe('duplicate');
    expect((await post(parcel.message([{ status: 'in_transit', hours: 10 }]))).said['outcome']).toBe('nothing_new');
    expect(await parcel.states()).toEqual(['shipped', 'in_transit']);
  });

  test('may come out of order: what is late is put where it belongs and takes nothing back', async () => {
    const parcel = await onItsWay();
    trade.pass(200);
    await post(parcel.message([{ status: 'delivered', hours: 180 }]));
    expect((await post(parcel.message([{ status: 'out_for_delivery', hours: 170 }, { status: 'in_transit', hours: 20 }]))).said['outcome']).toBe('noted');
    expect(await parcel.read()).toMatchObject({ state: 'delivered' });
    expect(await parcel.states()).toEqual(['shipped', 'in_transit', 'out_for_delivery', 'delivered']);
  });

  test('that tells of a loss and later of the delivery after all: the order stays ended, the parcel is known to have arrived', async () => {
    const parcel = await onItsWay();
    trade.pass(400);
    await post(parcel.message([{ status: 'in_transit', hours: 20 }, { status: 'lost', hours: 300 }]));
    expect((await parcel.read()).state).toBe('closed');
    await post(parcel.message([{ status: 'delivered', hours: 350 }]));
    expect(await parcel.read()).toMatchObject({ state: 'closed' });
    expect((await parcel.states()).at(-1)).toBe('delivered');
  });

  test('tells nothing of a time before the hand-over or far ahead, nor in words nobody knows', async () => {
    const parcel = await onItsWay();
    trade.pass(5);
    expect((await post(parcel.message([{ status: 'pre_transit', hours: -20 }, { status: 'delivered', hours: 90 }, { status: 'teleported', hours: 1 }]))).said['outcome']).toBe('nothing_new');
    expect(await parcel.states()).toEqual(['shipped']);
  });

  test('is refused without its signature, with another’s, for a carrier that is not set up, and when it is no event', async () => {
    const parcel = await onItsWay();
    const body = parcel.message([{ status: 'in_transit', hours: 1 }]);
    expect(await post(body, '')).toMatchObject({ status: 401, said: { code: 'bad_signature' } });
    expect(await post(body, signEasyPost(body, 'another'))).toMatchObject({ status: 401 });
    expect(await post(body, signEasyPost(body, SECRET), 'pigeon')).toMatchObject({ status: 404 });
    for (const broken of ['{', '[]', '{"id":"evt_1"}', JSON.stringify({ id: 'evt_2', description: 'tracker.updated', result: { object: 'Tracker' } })]) expect(await post(broken)).toMatchObject({ status: 400, said: { code: 'invalid_input' } });
    expect((await post(JSON.stringify({ id: 'evt_3', description: 'batch.created', result: { object: 'Batch' } }))).said['outcome']).toBe('nothing_to_track');
    expect(await parcel.states()).toEqual(['shipped']);
  });
});

test('a buyer is told once that the promised day has passed, before asking', async () => {
  const parcel = await onItsWay();
  const { promisedBy } = await parcel.read();
  trade.pass((Date.parse(promisedBy ?? '') - trade.now().getTime()) / 3_600_000 + 1);
  const told = async () => (await parcel.read()).history.filter((entry) => entry.what === 'delivery_late').length;
  expect(await told()).toBe(0);
  await doDueWork(trade);
  await doDueWork(trade);
  expect(await told()).toBe(1);
});

test('without a carrier the simulator brings parcels to their end, each report once, and lines say how well they keep their days', async () => {
  const own = await openTrade({ carriers: carriersOf(simulatorCarrier) });
  try {
    const pillow = await listPillow(own, await openShop(own, '模拟小铺'), 60);
    const buyers = [];
    for (let n = 0; n < 8; n += 1) {
      const buyer = await openBuyer(own);
      const { orderId } = await buy(own, buyer, pillow);
      await exportOrder(own, orderId);
      buyers.push({ buyer, orderId });
    }
    for (let day = 0; day < 30; day += 1) {
      own.pass(24);
      await doDueWork(own);
    }
    for (const { buyer, orderId } of buyers) {
      const order = await own.call(buyer, getMyOrder, { params: { orderId } });
      expect(['delivered', 'closed']).toContain(order.state);
      expect(new Set(order.tracking.map((entry) => `${entry.status} ${entry.at}`)).size).toBe(order.tracking.length);
      expect(order.tracking.map((entry) => entry.at)).toEqual(order.tracking.map((entry) => entry.at).toSorted());
    }
    const { items } = await own.call(OPERATOR, listLines);
    expect(items.reduce((sum, line) => sum + (line.kept?.parcels ?? 0), 0)).toBe(8);
    expect(items.every((line) => line.kept === null || line.kept.byMedian <= line.kept.byNinetieth)).toBe(true);
  } finally {
    await own.close();
  }
}, 60_000);
