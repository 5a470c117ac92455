import type { z } from 'zod';
import type { Route, RouteCall, RouteReply } from '#contract/route.ts';
import { fingerprint } from '#core/decision/fingerprint.ts';
import { canonicalJson } from '#core/decision/canonical-json.ts';
import type { Locale } from '#core/market/market.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import { ANONYMOUS, type Actor } from './actor.ts';
import type { Tx } from './database/connection.ts';
import { transact, type DbRole } from './database/transact.ts';
import type { IdSource } from './ids.ts';
import { inputWords } from './input-words.ts';
import { findUnstorable } from './storable.ts';
import type { System } from './system.ts';

/** What a handler gets: the validated call, the one transaction, the caller and the moment. */
export type Call<R extends Route = Route> = RouteCall<R> & Context;

/** The part of a call that services pass on. */
export type Context = Readonly<{ tx: Tx; at: Date; actor: Actor; locale: Locale; system: System; ids: IdSource; requestId: string }>;

export type Handler<R extends Route> = (call: Call<R>) => Promise<Result<RouteReply<R>>>;

/** What a caller sends, before validation. */
export type RawCall = Readonly<{
  params: unknown;
  query: unknown;
  body: unknown;
  actor: Actor;
  locale: Locale;
  requestId: string;
  idempotencyKey: string | null;
  /** The moment of the command; without it the system's clock. */
  at?: Date;
  /** Where new ids come from; without it the system's source. */
  ids?: IdSource;
}>;

/** A reply with a mark when it was replayed from the idempotency store. */
export type Outcome = Readonly<{ reply: unknown; replayed: boolean }>;

/** A route with its handler, ready to be mounted or called in process. */
export type Operation = Readonly<{ route: Route; perform: (system: System, raw: RawCall) => Promise<Result<Outcome>> }>;

const ROLE_OF_AUDIENCE: Readonly<Record<Route['audience'], DbRole>> = {
  public: 'storefront', buyer: 'buyer', merchant: 'merchant', operator: 'platform', hub: 'platform', creator: 'platform',
};

/**
 * Binds a handler to its route. The transaction runs under the database role of the audience; `as: 'platform'` is for
 * the few commands that act on behalf of a caller on rows that are not the caller's (checkout reserves a merchant's stock).
 */
export function implement<R extends Route>(route: R, handler: Handler<R>, options: { as?: DbRole } = {}): Operation {
  const role = options.as ?? ROLE_OF_AUDIENCE[route.audience];
  return {
    route,
    perform: async (system, raw) => {
      const call = validate(route, raw);
      if (!call.ok) return call;
      const key = takenKey(route, raw);
      if (!key.ok) return key;
      return runInTransaction(system, role, { ...raw, idempotencyKey: key.value }, route, (context) => handler({ ...call.value, ...context }));
    },
  };
}

/** As long as OpenAPI says. */
const KEY_CHARACTERS_MAX = 200;

/**
 * The idempotency key a command is run under, or null. Callers that nobody can tell apart have no keys of their own, and
 * what is secret in a request or reply is never stored: both then run without one. Fails with `idempotency_key_required`, `invalid_input`.
 */
function takenKey(route: Route, raw: RawCall): Result<string | null> {
  const { idempotencyKey: key, actor } = raw;
  if (route.idempotent && (key === null || key === '')) return refuse('idempotency_key_required', {}, 'Idempotency-Key');
  if (key === null || key === '' || !route.command || route.secret || actor.id === ANONYMOUS.id) return ok(null);
  if (key.length > KEY_CHARACTERS_MAX) return refuse('invalid_input', { detail: `expected at most ${KEY_CHARACTERS_MAX} characters, found ${key.length}` }, 'Idempotency-Key');
  return ok(key);
}

/** A refusal leaves the transaction by this, so that nothing of it stays. */
class Refused extends Error {
  readonly result: Result<never>;
  constructor(result: Result<never>) {
    super('refused');
    this.result = result;
  }
}

async function runInTransaction<R extends Route>(
  system: System,
  role: DbRole,
  raw: RawCall,
  route: R,
  work: (context: Context) => Promise<Result<RouteReply<R>>>,
): Promise<Result<Outcome>> {
  const { actor, locale, requestId } = raw;
  const at = raw.at ?? system.clock();
  try {
    return await transact(system.db, role, actor, async (tx): Promise<Result<Outcome>> => {
      const claimed = raw.idempotencyKey !== null ? await claimKey(tx, raw.idempotencyKey, route, raw, at) : null;
      if (claimed !== null && !claimed.ok) throw new Refused(claimed);
      if (claimed?.value !== undefined && claimed.value !== null) return ok({ reply: claimed.value.reply, replayed: true });
      const result = await work({ tx, at, actor, locale, system, ids: raw.ids ?? system.ids, requestId });
      if (!result.ok && result.problem.kept !== true) throw new Refused(result);
      if (!result.ok) {
        if (claimed !== null) await dropKey(tx, actor, raw.idempotencyKey ?? '');
        return result;
      }
      if (claimed !== null) await storeReply(tx, actor, raw.idempotencyKey ?? '', result.value);
      return ok({ reply: result.value, replayed: false });
    });
  } catch (error) {
    if (error instanceof Refused) return error.result;
    throw error;
  }
}

/**
 * Takes an idempotency key for this command. A key in use by a running command makes us wait for it: the insert meets
 * its row lock. Answers the stored reply when the key was used for the same body, null when the key is ours now.
 * A refused command leaves no key behind, so it may be tried again.
 */
async function claimKey(tx: Tx, key: string, route: Route, raw: RawCall, at: Date): Promise<Result<{ reply: unknown } | null>> {
  const body = raw.body instanceof Uint8Array ? Buffer.from(raw.body).toString('base64') : raw.body;
  const requestHash = fingerprint({ route: route.id, params: raw.params, query: raw.query, body });
  const inserted = await tx
    .insertInto('idempotency')
    .values({ actor: raw.actor.id, key, route: route.id, requestHash, at, reply: null })
    .onConflict((conflict) => conflict.columns(['actor', 'key']).doNothing())
    .returning('key')
    .executeTakeFirst();
  if (inserted !== undefined) return ok(null);
  const stored = await tx.selectFrom('idempotency').select(['requestHash', 'reply']).where('actor', '=', raw.actor.id).where('key', '=', key).executeTakeFirstOrThrow();
  if (stored.requestHash !== requestHash) return refuse('idempotency_key_reused', {}, 'Idempotency-Key');
  return ok({ reply: stored.reply });
}

/** A refused command leaves no key behind, even where what it wrote is kept. */
async function dropKey(tx: Tx, actor: Actor, key: string): Promise<void> {
  await tx.deleteFrom('idempotency').where('actor', '=', actor.id).where('key', '=', key).execute();
}

async function storeReply(tx: Tx, actor: Actor, key: string, reply: unknown): Promise<void> {
  await tx.updateTable('idempotency').set({ reply: canonicalJson(reply) }).where('actor', '=', actor.id).where('key', '=', key).execute();
}

type Validated<R extends Route> = Result<RouteCall<R>>;

function validate<R extends Route>(route: R, raw: RawCall): Validated<R> {
  const params = parsePart(route.params, raw.params ?? {}, raw.locale);
  if (!params.ok) return params;
  const query = parsePart(route.query, raw.query ?? {}, raw.locale);
  if (!query.ok) return query;
  const body = parsePart(route.body, raw.body ?? {}, raw.locale);
  if (!body.ok) return body;
  // The three parts were just parsed by the route's own schemas; the compiler cannot tie a generic schema to its output.
  return ok({ params: params.value, query: query.value, body: body.value } as RouteCall<R>);
}

function parsePart(schema: z.ZodType, value: unknown, locale: Locale): Result<unknown> {
  const unstorable = findUnstorable(value);
  if (unstorable !== null) return refuse('invalid_input', { detail: unstorable.detail, problems: 1 }, unstorable.field === '' ? 'body' : unstorable.field);
  const parsed = schema.safeParse(value, { error: inputWords(locale) });
  if (parsed.success) return ok(parsed.data);
  const issue = parsed.error.issues[0];
  const field = issue === undefined || issue.path.length === 0 ? 'body' : issue.path.map(String).join('.');
  return refuse('invalid_input', { detail: issue?.message ?? 'does not have the expected shape', problems: parsed.error.issues.length }, field);
}
