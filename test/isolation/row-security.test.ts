import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStory, type Story } from '#demo/journey/story.ts';
import { STEPS } from '#demo/journey/journey.ts';
import { registerMerchant } from '#contract/session.ts';
import { isId } from '#core/ids/id.ts';
import { openVisitor } from '#demo/journey/visitor.ts';
import { SYSTEM_ACTOR } from '#server/platform/actor.ts';
import { transact } from '#server/platform/database/transact.ts';
import { serveMarketplace, type ServedMarketplace } from '#test/setup/served-marketplace.ts';

let served: ServedMarketplace;
let story: Story;
let strangerId = '';

/** Merchant B has walked the story up to the statement, so that every table holds rows of it; merchant A has nothing to do with it. */
beforeAll(async () => {
  served = await serveMarketplace();
  story = await openStory(served.transport, served.origin, served.staff, '9f8e7d6c-isolation-by-test');
  for (const step of STEPS.slice(0, 11)) await step(story);
  const stranger = openVisitor(served.transport, served.origin);
  strangerId = (await stranger.call(registerMerchant, { body: { shopName: '旁观者', personName: '甲', city: '北京', email: 'stranger@demo.example', password: 'stranger-2026' } })).merchantId;
}, 120_000);
afterAll(() => served.close());

async function merchantTables(): Promise<string[]> {
  const { rows } = await sql<{ tableName: string }>`select table_name from information_schema.columns where table_schema = 'public' and column_name = 'merchant_id' order by 1`.execute(served.marketplace.system.db);
  return rows.map((row) => row.tableName).filter((name) => name !== 'principal');
}

/** Runs a statement as merchant A's transactions run: under the merchant role, with A's id. */
async function asStranger<Row>(statement: string): Promise<Row[]> {
  if (!isId('merchant', strangerId)) throw new Error('no stranger');
  const actor = { ...SYSTEM_ACTOR, merchantId: strangerId };
  return transact(served.marketplace.system.db, 'merchant', actor, async (tx) => (await sql.raw<Row>(statement).execute(tx)).rows);
}

describe('straight in SQL, under merchant A', () => {
  test('no table shows a row of merchant B', async () => {
    const seen: string[] = [];
    for (const table of await merchantTables()) {
      const { rows } = await sql.raw<{ n: bigint }>(`select count(*) as n from "${table}" where merchant_id = '${story.merchantId}'`).execute(served.marketplace.system.db);
      const counted = await asStranger<{ n: bigint }>(`select count(*) as n from "${table}" where merchant_id = '${story.merchantId}'`).catch((error: { code?: string }) => (error.code === '42501' ? [{ n: 0n }] : Promise.reject(error)));
      if (counted[0]?.n !== 0n) seen.push(`${table}: ${String(counted[0]?.n)} of ${String(rows[0]?.n)}`);
    }
    expect(seen).toEqual([]);
  });

  test('the tables do hold rows of merchant B', async () => {
    const { rows } = await sql.raw<{ n: bigint }>(`select (select count(*) from product where merchant_id = '${story.merchantId}') + (select count(*) from merchant_order where merchant_id = '${story.merchantId}') + (select count(*) from posting where merchant_id = '${story.merchantId}') as n`).execute(served.marketplace.system.db);
    expect(Number(rows[0]?.n)).toBeGreaterThan(5);
  });

  test('no update or delete touches a row of merchant B', async () => {
    const touched: string[] = [];
    for (const table of await merchantTables()) {
      for (const statement of [`update "${table}" set merchant_id = '${strangerId}' where merchant_id = '${story.merchantId}' returning 1 as one`, `delete from "${table}" where merchant_id = '${story.merchantId}' returning 1 as one`]) {
        const rows = await asStranger(statement).catch((error: { code?: string }) => (error.code === '42501' ? [] : Promise.reject(error)));
        if (rows.length > 0) touched.push(statement);
      }
    }
    expect(touched).toEqual([]);
  });

  test('no row can be written in merchant B’s name', async () => {
    await expect(asStranger(`insert into export_switch (merchant_id, scope, state, since, by) values ('${story.merchantId}', 'shop', 'paused', now(), 'a stranger')`)).rejects.toMatchObject({ code: '42501' });
    await expect(asStranger(`insert into event (id, at, actor_kind, actor_id, actor_name, kind, subject, merchant_id) values ('evt_x', now(), 'merchant', 'a', 'a', 'switch_paused', 'x', '${story.merchantId}')`)).rejects.toMatchObject({ code: '42501' });
  });

  test('orders, buyers, payments and the ledger do not exist for a merchant', async () => {
    for (const table of ['"order"', 'buyer', 'payment', 'ledger_transaction', 'balance', 'principal', 'setting where key = \'auth_secret\'']) {
      const rows = await asStranger(`select 1 from ${table}`).catch((error: { code?: string }) => (error.code === '42501' ? [] : Promise.reject(error)));
      expect({ table, rows: rows.length }).toEqual({ table, rows: 0 });
    }
  });
});
