import { CamelCasePlugin, Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient, type PostgresQueryResult, type Transaction } from 'kysely';
import pg from 'pg';
import type { Database } from './schema.ts';

export type Db = Kysely<Database>;
export type Tx = Transaction<Database>;

/** Where PostgreSQL listens: a URL, or a host (a socket directory is one), port, user and database. */
export type ConnectionConfig = Readonly<{ connectionString: string } | { host: string; port: number; user: string; database: string }>;

const INT8 = 20;
const DATE = 1082;

/** Money columns are bigint; dates without a time stay text, for a Date would move them by the time zone. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => {
    if (oid === INT8) return (text: string) => BigInt(text);
    if (oid === DATE) return (text: string) => text;
    return format === 'binary' ? pg.types.getTypeParser(oid, 'binary') : pg.types.getTypeParser(oid, 'text');
  },
};

/** A pool whose broken idle connections are reported, not thrown: a server that stops must not take us with it. */
export function openPool(config: ConnectionConfig, onError: (error: Error) => void, max = 16): pg.Pool {
  const pool = new pg.Pool({ ...config, max, types });
  pool.on('error', onError);
  // A connection in use is not the pool's to listen to: without this, losing one between two statements would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

export function openDatabase(pool: pg.Pool): Db {
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool: preparing(pool) }), plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })] });
}

/** Longer texts are inserts of many rows that hardly come twice; more of them than this are lists of every length. */
const PREPARED_CHARACTERS_MAX = 2_000;
const PREPARED_STATEMENTS_MAX = 1_000;
/** What PostgreSQL answers when a table changed its shape under a prepared statement (feature_not_supported). */
const STALE_PLAN = '0A000';

/**
 * A pool whose statements with parameters are prepared: a connection parses and plans each text once, not at every call.
 * A checkout is half a hundred of them, and planning was a fifth of its time. A connection with an outdated plan is closed.
 */
function preparing(pool: pg.Pool): PostgresPool {
  const names = new Map<string, string>();
  const nameOf = (text: string): string | undefined => {
    const known = names.get(text);
    if (known !== undefined || text.length > PREPARED_CHARACTERS_MAX || names.size >= PREPARED_STATEMENTS_MAX) return known;
    const name = `pilotage_${names.size}`;
    names.set(text, name);
    return name;
  };
  const clients = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  const prepared = (client: pg.PoolClient): PostgresPoolClient => {
    let stale = false;
    const query = async <Row>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<Row>> => {
      const name = values.length === 0 ? undefined : nameOf(text);
      try {
        return await client.query<Row & pg.QueryResultRow>({ text, values: [...values], ...(name !== undefined && { name }) }) as PostgresQueryResult<Row>;
      } catch (error) {
        stale ||= error instanceof pg.DatabaseError && error.code === STALE_PLAN;
        throw error;
      }
    };
    return { query, release: () => client.release(stale) } as PostgresPoolClient;
  };
  return {
    options: pool.options,
    end: () => pool.end(),
    connect: async () => {
      const client = await pool.connect();
      const known = clients.get(client) ?? prepared(client);
      clients.set(client, known);
      return known;
    },
  };
}
