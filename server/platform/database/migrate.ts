import { Migrator } from 'kysely/migration';
import { getMigrations } from 'better-auth/db/migration';
import { authOptions } from '../auth.ts';
import { openDatabase, openPool, type ConnectionConfig } from './connection.ts';
import * as m0001 from './migrations/0001-ground.ts';
import * as m0002 from './migrations/0002-trade.ts';
import * as m0003 from './migrations/0003-row-security.ts';
import * as m0004 from './migrations/0004-trade-details.ts';
import * as m0005 from './migrations/0005-imported-tariffs.ts';
import * as m0006 from './migrations/0006-sign-ins.ts';
import * as m0015 from './migrations/0015-screening-workflow.ts';
import * as m0016 from './migrations/0016-verdict-moment.ts';
import * as m0050 from './migrations/0050-money.ts';
import * as m0051 from './migrations/0051-claim-waits.ts';
import * as m0060 from './migrations/0060-webhooks.ts';
import * as m0061 from './migrations/0061-review-escalation.ts';
import * as m0062 from './migrations/0062-ordered-quantity.ts';
import * as m0063 from './migrations/0063-late-merchant-orders.ts';
import * as m0064 from './migrations/0064-undelivered-parcels.ts';
import * as m0065 from './migrations/0065-claim-decision-input.ts';
import * as m0066 from './migrations/0066-line-decision.ts';
import * as m0067 from './migrations/0067-late-deliveries.ts';
import * as m0068 from './migrations/0068-quarantine.ts';
import * as m0069 from './migrations/0069-code-choices.ts';

const MIGRATIONS = {
  '0001-ground': m0001,
  '0002-trade': m0002,
  '0003-row-security': m0003,
  '0004-trade-details': m0004,
  '0005-imported-tariffs': m0005,
  '0006-sign-ins': m0006,
  '0015-screening-workflow': m0015,
  '0016-verdict-moment': m0016,
  '0050-money': m0050,
  '0051-claim-waits': m0051,
  '0060-webhooks': m0060,
  '0061-review-escalation': m0061,
  '0062-ordered-quantity': m0062,
  '0063-late-merchant-orders': m0063,
  '0064-undelivered-parcels': m0064,
  '0065-claim-decision-input': m0065,
  '0066-line-decision': m0066,
  '0067-late-deliveries': m0067,
  '0068-quarantine': m0068,
  '0069-code-choices': m0069,
};

/** Brings a database to the newest schema: sign-in tables first, then ours. Running it again changes nothing. */
export async function migrate(config: ConnectionConfig): Promise<void> {
  const pool = openPool(config, () => undefined, 2);
  const db = openDatabase(pool);
  try {
    const auth = await getMigrations(authOptions(db, 'only-for-migration-never-signs-anything'));
    await auth.runMigrations();
    // Each part of the house numbers its migrations in a range of its own; a database that already took a higher one still takes a lower.
    const migrator = new Migrator({ db: db.withoutPlugins(), provider: { getMigrations: async () => MIGRATIONS }, allowUnorderedMigrations: true });
    const { error } = await migrator.migrateToLatest();
    if (error !== undefined) throw error;
  } finally {
    await db.destroy();
  }
}
