import { afterAll, beforeAll, expect, test } from 'vitest';
import { draftEdition, publishEdition } from '#contract/editions.ts';
import { listTariffChanges, listTariffLines } from '#contract/tariffs.ts';
import type { Actor } from '#server/platform/actor.ts';
import { first, OPERATOR, openTrade, type Trade } from '#test/trade/fixture.ts';

let trade: Trade;
const ANYBODY: Actor = { kind: 'guest', id: 'guest', name: 'Anybody', userId: null, email: null, merchantId: null, memberRole: null, buyerId: null, authorId: null };

beforeAll(async () => {
  trade = await openTrade();
}, 120_000);
afterAll(() => trade.close());

test('a line is found by its code with or without dots, and by words in either language', async () => {
  const byCode = await trade.call(ANYBODY, listTariffLines, { query: { search: '6109.10' } });
  expect(first(byCode.items)).toMatchObject({ code: '61091000', rate: '16.5%' });
  expect((await trade.call(ANYBODY, listTariffLines, { query: { search: '610910' } })).items).toEqual(byCode.items);
  for (const search of ['cotton t-shirts', 'T恤']) expect((await trade.call(ANYBODY, listTariffLines, { query: { search } })).items.map((line) => line.code)).toContain('61091000');
  expect((await trade.call(ANYBODY, listTariffLines, { query: { search: 'no such thing at all' } })).total).toBe(0);
});

test('what is on top of a line is that of the day asked for', async () => {
  const on = async (day: string) => first((await trade.call(ANYBODY, listTariffLines, { query: { search: '61091000', on: day } })).items).onTop.map((duty) => `${duty.heading} ${duty.ratePpm}`);
  expect(await on('2026-03-01')).toEqual(['9903.88.15 75000', '9903.03.01 100000']);
  expect(await on('2026-09-01')).toEqual(['9903.88.15 75000', '9903.05.31 125000']);
});

test('pages go on where the last one ended', async () => {
  const codes: string[] = [];
  let after: string | null = '';
  for (let page = 0; page < 5 && after !== null; page += 1) {
    const read: { items: { code: string }[]; nextAfter: string | null } = await trade.call(ANYBODY, listTariffLines, { query: { search: '61', limit: 7, ...(after !== '' && { after }) } });
    codes.push(...read.items.map((line) => line.code));
    after = read.nextAfter;
  }
  expect(codes).toHaveLength(35);
  expect(codes).toEqual([...new Set(codes)].toSorted());
});

test('a published edition shows what it changed, and the one before stays readable', async () => {
  const before = (await trade.call(ANYBODY, listTariffLines, { query: { search: '61091000' } })).edition;
  const draft = await trade.call(OPERATOR, draftEdition, { body: { name: 'cotton-shirts-dearer', changes: [{ kind: 'line_rate', hts: '6109.10.00', rate: '18.5%', source: 'A notice for the test' }] } });
  expect(await trade.ask(ANYBODY, listTariffLines, { query: { edition: 'cotton-shirts-dearer' } })).toMatchObject({ ok: false, problem: { code: 'not_found', field: 'edition' } });
  await trade.call(OPERATOR, publishEdition, { params: { editionId: draft.id } });
  const now = await trade.call(ANYBODY, listTariffLines, { query: { search: '61091000' } });
  expect(now).toMatchObject({ edition: 'cotton-shirts-dearer', items: [{ rate: '18.5%' }] });
  expect((await trade.call(ANYBODY, listTariffLines, { query: { search: '61091000', edition: before } })).items).toMatchObject([{ rate: '16.5%' }]);
  expect(await trade.call(ANYBODY, listTariffChanges, { query: { before, after: now.edition } })).toMatchObject({ total: 1, items: [{ kind: 'rate', code: '61091000', before: '16.5%', after: '18.5%' }] });
});
