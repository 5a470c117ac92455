import { sql } from 'kysely';
import type { Actor } from '../actor.ts';
import type { Db, Tx } from './connection.ts';

/** The database role a transaction takes: row-level security decides by it what can be seen and changed at all. */
export type DbRole = 'platform' | 'merchant' | 'buyer' | 'storefront';

/**
 * Serialization failure, deadlock, unique violation and an outdated plan (PostgreSQL, appendix A): the transaction did
 * nothing and may run again. A unique violation is a neighbour that wrote the same row first: looking again finds it and
 * answers accordingly.
 */
const RETRYABLE = new Set(['40001', '40P01', '23505', '0A000']);
const ATTEMPTS_MAX = 5;

function sqlState(error: unknown): string | null {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : null;
}

/** Runs `work` in one transaction under a role and the caller's identity; runs it again after a conflict with a neighbour. */
export async function transact<Value>(db: Db, role: DbRole, actor: Actor, work: (tx: Tx) => Promise<Value>): Promise<Value> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction().execute(async (tx) => {
        await takeRole(tx, role, actor);
        return work(tx);
      });
    } catch (error) {
      if (attempt >= ATTEMPTS_MAX || !RETRYABLE.has(sqlState(error) ?? '')) throw error;
    }
  }
}

/** Takes a role until the transaction ends. */
export async function takeRole(tx: Tx, role: DbRole, actor: Actor): Promise<void> {
  await sql`select set_config('role', ${`pilotage_${role}`}, true), set_config('app.merchant_id', ${actor.merchantId ?? ''}, true),
    set_config('app.buyer_id', ${actor.buyerId ?? ''}, true), set_config('app.actor', ${actor.id}, true)`.execute(tx);
}
