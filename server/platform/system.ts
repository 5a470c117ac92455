import type { Clock } from './clock.ts';
import type { Db } from './database/connection.ts';
import type { IdSource } from './ids.ts';
import type { Logger } from './logging.ts';
import type { Metrics } from './metrics.ts';
import type { Packs } from './packs/packs.ts';
import type { Carriers } from '#server/providers/carriers/provider.ts';
import type { Payments } from '#server/providers/payments/open-payments.ts';

/** Everything a command may use besides its transaction. Built once at start; tests and the demo build their own. */
export type System = Readonly<{
  db: Db;
  clock: Clock;
  ids: IdSource;
  packs: Packs;
  payments: Payments;
  carriers: Carriers;
  /** Where the pages are reached from outside, without a slash at the end: what a bank sends a buyer back to. */
  publicUrl: string;
  log: Logger;
  metrics: Metrics;
}>;
