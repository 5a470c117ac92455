import { gunzipSync, gzipSync } from 'node:zlib';
import type { Tx } from '#server/platform/database/connection.ts';
import type { StoredTariff, TariffStore } from '#server/platform/packs/tariff-store.ts';

/** Whole tariff schedules in the database: each imported once, never changed. */

type Row = Readonly<{ edition: string; digest: string; content: Buffer }>;

function unpack(row: Row | undefined): StoredTariff | null {
  return row === undefined ? null : { edition: row.edition, digest: row.digest, text: gunzipSync(row.content).toString('utf8') };
}

export async function findImported(tx: Tx, edition: string): Promise<StoredTariff | null> {
  return unpack(await tx.selectFrom('importedTariff').select(['edition', 'digest', 'content']).where('edition', '=', edition).executeTakeFirst());
}

/** The store that `tariffs import` writes to when it is given no folder. */
export function databaseTariffStore(tx: Tx, at: Date): TariffStore {
  return {
    newest: async () => unpack(await tx.selectFrom('importedTariff').select(['edition', 'digest', 'content']).orderBy('importedAt', 'desc').limit(1).executeTakeFirst()),
    find: (edition) => findImported(tx, edition),
    save: async ({ edition, digest, text }) => {
      await tx.insertInto('importedTariff').values({ edition, digest, content: gzipSync(text), importedAt: at }).execute();
    },
  };
}
