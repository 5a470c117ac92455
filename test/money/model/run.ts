import fc from 'fast-check';
import { sql } from 'kysely';
import { uploadBuyerFile, uploadMerchantFile } from '#contract/accounts.ts';
import type { Actor } from '#server/platform/actor.ts';
import { listPillow, openShop, openTrade } from '#test/trade/fixture.ts';
import { anyCommands, GIVEN } from './commands.ts';
import type { Model, World } from './model.ts';

/** What a run did, so that a test can see it was worth something. */
export type ModelRun = Readonly<{ sequences: number; commands: number; orders: number; refunded: number; declined: number; overturned: number; disputes: number; payouts: number; givenUp: number }>;

/** Runs so many random sequences on a real database. All share one marketplace, so later ones meet what earlier ones left. */
export async function runModel(sequences: number): Promise<ModelRun> {
  const trade = await openTrade();
  try {
    const shop = await openShop(trade, '模型小铺');
    const stock = 1_000_000;
    const offer = await listPillow(trade, shop, stock);
    // One white pixel has no print, so no photo is noticed twice.
    const pixel = new Uint8Array(Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==', 'base64'));
    const world: World = { trade, shop, offer, photo: async (actor: Actor) => (await trade.call(actor, actor.kind === 'merchant' ? uploadMerchantFile : uploadBuyerFile, { body: pixel })).fileId };
    const carried = { owed: 0n, paidOut: 0n, stock };
    await fc.assert(
      fc.asyncProperty(anyCommands, async (commands) => {
        const model: Model = { orders: [], ...carried };
        await fc.asyncModelRun(() => ({ model, real: world }), commands);
        Object.assign(carried, { owed: model.owed, paidOut: model.paidOut, stock: model.stock });
      }),
      // The world goes on from sequence to sequence, so a failed one cannot be made smaller by running it again.
      { numRuns: sequences, endOnFailure: true, verbose: 1 },
    );
    const { db } = trade.marketplace.system;
    const { rows: [did] } = await sql<Omit<ModelRun, 'sequences' | 'commands'>>`
      select (select count(*)::int from "order") as orders, (select count(*)::int from claim where state = 'refunded') as refunded, (select count(*)::int from claim where state = 'declined') as declined,
        (select count(*)::int from claim where state = 'overturned') as overturned, (select count(*)::int from dispute where state <> 'open') as disputes, (select count(*)::int from statement where state = 'paid') as payouts, (select count(*)::int from "order" where state = 'closed') as "givenUp"`.execute(db);
    if (did === undefined) throw new Error('counting gives a row');
    return { sequences, commands: [...GIVEN.values()].reduce((sum, times) => sum + times, 0), ...did };
  } finally {
    await trade.close();
  }
}
