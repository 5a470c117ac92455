import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { draftEdition, listTariffProgrammes, previewEdition, publishEdition, runTariffScenario } from '#contract/editions.ts';
import { getProductListings } from '#contract/listings.ts';
import { setPricingPolicy } from '#contract/products.ts';
import { runDueWork } from '#contract/due-work.ts';
import type { IdOf } from '#core/ids/id.ts';
import { first, listPillow, OPERATOR, openShop, openTrade, type Offer, type Shop, type Trade } from '#test/trade/fixture.ts';

let trade: Trade;
let shop: Shop;
let other: Shop;
let us: Offer;
let hk: Offer;

/** The forced-labour duty on goods made in China, in force since July. */
const HEADING = '9903.05.31';

beforeAll(async () => {
  trade = await openTrade();
  shop = await openShop(trade, '云朵枕头');
  other = await openShop(trade, '别家枕头');
  us = await listPillow(trade, shop, 20);
  hk = await listPillow(trade, other, 20, { market: 'HK', sku: 'other' });
}, 120_000);
afterAll(() => trade.close());

const raise = (percent: number, from: string) => [{ kind: 'programme_rate' as const, heading: HEADING, ratePpm: percent * 10_000, from, source: 'Announced for the test' }];
const totalIn = async (market: 'US' | 'HK', offer: Offer = us, owner: Shop = shop) => {
  const { listings } = await trade.call(owner.actor, getProductListings, { params: { productId: offer.productId } });
  return listings.find((one) => one.market === market)?.quote?.buyer?.total.minor ?? null;
};
const due = async () => Object.fromEntries((await trade.call(OPERATOR, runDueWork)).items.map((item) => [item.name, item.did]));

describe('a duty that rises on a later day', () => {
  let editionId: IdOf<'edition'>;

  test('is shown ahead as of that day, with what it does line by line', async () => {
    const draft = await trade.call(OPERATOR, draftEdition, { body: { name: 'rise-in-september', changes: raise(25, '2026-09-20') } });
    editionId = draft.id;
    const impact = await trade.call(OPERATOR, previewEdition, { params: { editionId } });
    expect(impact).toMatchObject({ at: '2026-09-20T00:00:00.000Z', held: 0, belowFloor: 0 });
    expect(impact.changed).toBe(1);
    expect(BigInt(first(impact.buyerDelta).minor)).toBeGreaterThan(0n);
    const sample = impact.samples.find((one) => one.listingId === us.listingId);
    expect(BigInt(sample?.after?.minor ?? 0)).toBeGreaterThan(BigInt(sample?.before?.minor ?? 0));
    expect(sample?.lines.some((line) => line.label.en.includes('forced-labour'))).toBe(true);
    expect(impact.samples.every((one) => one.market === 'US')).toBe(true);
  });

  test('published, it changes nothing before that day and exactly what was foreseen on it', async () => {
    const before = await totalIn('US');
    const untouched = await totalIn('HK', hk, other);
    const foreseen = await trade.call(OPERATOR, previewEdition, { params: { editionId } });
    expect(await trade.call(OPERATOR, publishEdition, { params: { editionId } })).toMatchObject({ changed: 0, decided: 0 });
    expect(await totalIn('US')).toBe(before);
    await due();
    trade.pass(24 * 18);
    expect((await due())['prices_turn']).toEqual({ quoted: 0 });
    expect(await totalIn('US')).toBe(before);
    trade.pass(24);
    expect((await due())['prices_turn']).toEqual({ quoted: 1 });
    expect(await totalIn('US')).toBe(foreseen.samples.find((one) => one.listingId === us.listingId)?.after?.minor);
    expect(await totalIn('HK', hk, other)).toBe(untouched);
    expect((await due())['prices_turn']).toEqual({ quoted: 0 });
    const { listings } = await trade.call(shop.actor, getProductListings, { params: { productId: us.productId } });
    const entry = listings.find((one) => one.market === 'US')?.history.find((one) => one.what === 'quote_changed');
    expect(entry?.why?.en).toBe('Duties or fees in force from 2026-09-20');
  });
});

describe('a merchant’s scenario', () => {
  test('speaks of the own shop alone and stores nothing', async () => {
    const { items } = await trade.call(shop.actor, listTariffProgrammes);
    expect(items.some((row) => row.heading === HEADING)).toBe(true);
    const before = await totalIn('US');
    const impact = await trade.call(shop.actor, runTariffScenario, { body: { changes: raise(60, '2027-01-01') } });
    expect(impact).toMatchObject({ at: '2027-01-01T00:00:00.000Z', merchants: 1 });
    expect(impact.samples.map((one) => one.listingId)).toContain(us.listingId);
    expect(impact.samples.every((one) => one.productId === us.productId)).toBe(true);
    expect(await totalIn('US')).toBe(before);
  });

  test('says that buyers pay the duty and the merchant receives what it received', async () => {
    await trade.call(shop.actor, setPricingPolicy, { params: { productId: us.productId }, body: { keepDomesticPrice: true, floorMinor: '7000' } });
    const impact = await trade.call(shop.actor, runTariffScenario, { body: { changes: raise(300, '2027-01-01') } });
    expect(impact).toMatchObject({ changed: 1, held: 0, belowFloor: 0, payoutDelta: { minor: '0', currency: 'CNY' } });
    expect(first(impact.samples).payoutAfter).toEqual(first(impact.samples).payoutBefore);
  });

  test('of a heading that no programme has is refused with the field', async () => {
    expect(await trade.ask(shop.actor, runTariffScenario, { body: { changes: [{ kind: 'programme_rate', heading: '9903.99.99', ratePpm: 1, from: '2027-01-01', source: 'Nothing of the kind' }] } })).toMatchObject({ ok: false, problem: { code: 'invalid_change' } });
  });
});
