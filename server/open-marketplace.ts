import { openCarriers } from './providers/carriers/open-carriers.ts';
import type { Carriers } from './providers/carriers/provider.ts';
import { openPayments, type Payments } from './providers/payments/open-payments.ts';
import { openAuth, type Auth } from './platform/auth.ts';
import { systemClock, type Clock } from './platform/clock.ts';
import { openDatabase, openPool, type ConnectionConfig } from './platform/database/connection.ts';
import { migrate } from './platform/database/migrate.ts';
import { randomIds, type IdSource } from './platform/ids.ts';
import { SILENT, type Logger } from './platform/logging.ts';
import { openMetrics } from './platform/metrics.ts';
import type { Operation } from './platform/operation.ts';
import { loadPacks, type Packs } from './platform/packs/packs.ts';
import { loadAuthSecret } from './platform/secret.ts';
import type { System } from './platform/system.ts';
import { allOperations } from './operations.ts';

/** A marketplace in this process: the system, its sign-in and its operations. `close` lets go of the database. */
export type Marketplace = Readonly<{ system: System; auth: Auth; operations: readonly Operation[]; close: () => Promise<void> }>;

export type MarketplaceOptions = Readonly<{
  connection: ConnectionConfig;
  log?: Logger;
  clock?: Clock;
  ids?: IdSource;
  packs?: Packs;
  /** Without it, those the environment sets up. */
  payments?: Payments;
  carriers?: Carriers;
  publicUrl?: string;
  poolMax?: number;
  /** False where the schema is known to be there (a cloned test database). */
  migrated?: boolean;
}>;

/** Connections that only sign-in uses. */
const AUTH_CONNECTIONS = 4;

/** Opens the marketplace on a database, bringing its schema up to date. The web server, the command line and tests all start here. */
export async function openMarketplace(options: MarketplaceOptions): Promise<Marketplace> {
  const log = options.log ?? SILENT;
  if (options.migrated !== true) await migrate(options.connection);
  const onLost = (error: Error) => log.warn({ error: error.message }, 'database connection lost');
  const db = openDatabase(openPool(options.connection, onLost, options.poolMax));
  // Signing up happens while a command holds a connection: from the same pool, as many sign-ups as it has connections would wait for each other for ever.
  const authDb = openDatabase(openPool(options.connection, onLost, AUTH_CONNECTIONS));
  const auth = openAuth(authDb, await loadAuthSecret(db));
  const system: System = { db, clock: options.clock ?? systemClock, ids: options.ids ?? randomIds, packs: options.packs ?? loadPacks(), payments: options.payments ?? openPayments(process.env), carriers: options.carriers ?? openCarriers(process.env), publicUrl: options.publicUrl ?? process.env['PILOTAGE_PUBLIC_URL'] ?? `http://localhost:${process.env['PORT'] ?? 3000}`, log, metrics: openMetrics() };
  return { system, auth, operations: allOperations(auth), close: () => Promise.all([db.destroy(), authDb.destroy()]).then(() => undefined) };
}
