import { Hono, type Context as HonoContext } from 'hono';
import { randomUUID } from 'node:crypto';
import type { Route } from '#contract/route.ts';
import { canonicalJson } from '#core/decision/canonical-json.ts';
import { refuse, type Refusal } from '#core/result.ts';
import type { Actor } from '../actor.ts';
import type { Auth } from '../auth.ts';
import { toProblem } from '../errors.ts';
import type { Operation } from '../operation.ts';
import type { System } from '../system.ts';
import { readAtMost } from './body.ts';
import { closeGuest, ensureBuyer, GUEST_COOKIE, identify, openGuest } from './identity.ts';
import { localeOf } from './locale.ts';
import { sniffMedia } from './media.ts';

/** A photo or an import file; larger is refused before it is read whole. */
const BODY_BYTES_MAX = 40 * 1024 * 1024;
const GUEST_COOKIE_SECONDS = 180 * 24 * 3600;
/** Answers are one caller's own, are what they say they are, and are not to be shown inside another page or to run anything. */
const REPLY_HEADERS = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'content-security-policy': "default-src 'none'; frame-ancestors 'self'" } as const;

/** `/merchant/products/{productId}` as Hono writes it. */
function honoPath(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, ':$1');
}

/** Mounts every operation below `/api/v1`. What an audience may not do has no route for it. */
export function apiOf(system: System, auth: Auth, operations: readonly Operation[]): Hono {
  const api = new Hono();
  for (const operation of operations) api.on(operation.route.method, `/api/v1${honoPath(operation.route.path)}`, (c) => answer(c, system, auth, operation));
  api.all('/api/v1/*', (c) => problem(c, { code: 'not_found', facts: { what: 'route' } }, requestIdOf(c)));
  return api;
}

/** Given by a proxy in front of us, or made here; in every log line and every problem. */
export function requestIdOf(c: HonoContext): string {
  const given = c.req.header('x-request-id');
  return given !== undefined && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
}

function problem(c: HonoContext, refusal: Refusal, requestId: string): Response {
  const body = toProblem(refusal, localeOf(c.req.header('accept-language') ?? null), requestId);
  return c.json(body, { status: body.status as 400, headers: { ...REPLY_HEADERS, 'content-type': 'application/problem+json', 'x-request-id': requestId } });
}

async function answer(c: HonoContext, system: System, auth: Auth, operation: Operation): Promise<Response> {
  const requestId = requestIdOf(c);
  const started = performance.now();
  const { route } = operation;
  let outcome = 'ok';
  try {
    const caller = await admit(c, system, auth, route);
    if (!caller.ok) return problem(c, { code: (outcome = caller.code) }, requestId);
    const body = await readBody(c, route);
    if (!body.ok && caller.guestToken !== null) await closeGuest(system, caller.actor);
    if (!body.ok) return problem(c, { ...body.problem, code: (outcome = body.problem.code) }, requestId);
    const result = await operation.perform(system, {
      params: c.req.param(), query: c.req.query(), body: body.value, actor: caller.actor, locale: localeOf(c.req.header('accept-language') ?? null),
      requestId, idempotencyKey: c.req.header('idempotency-key') ?? null,
    });
    if (!result.ok && caller.guestToken !== null) await closeGuest(system, caller.actor);
    if (!result.ok) return problem(c, { ...result.problem, code: (outcome = result.problem.code) }, requestId);
    return reply(c, route, result.value.reply, { requestId, replayed: result.value.replayed, guestToken: caller.guestToken });
  } catch (error) {
    outcome = 'internal';
    system.log.error({ requestId, operation: route.id, error }, 'operation broke');
    return problem(c, { code: 'internal' }, requestId);
  } finally {
    const seconds = (performance.now() - started) / 1000;
    system.metrics.operations.observe({ operation: route.id, outcome }, seconds);
    system.log.info({ requestId, operation: route.id, outcome, milliseconds: Math.round(seconds * 1000) }, 'operation');
  }
}

type Admission = Readonly<{ ok: true; actor: Actor; guestToken: string | null }> | Readonly<{ ok: false; code: 'not_signed_in' | 'wrong_audience' }>;

/** Decides whether the caller belongs to the route's audience. */
async function admit(c: HonoContext, system: System, auth: Auth, route: Route): Promise<Admission> {
  const actor = await identify(system, auth, c.req.raw.headers);
  if (actor === null) return { ok: false, code: 'not_signed_in' };
  if (route.command && !sameOrigin(c)) return { ok: false, code: 'wrong_audience' };
  if (route.audience === 'public') return { ok: true, actor, guestToken: null };
  if (route.audience === 'buyer') return admitBuyer(system, actor, route);
  if (actor.kind === route.audience) return { ok: true, actor, guestToken: null };
  return { ok: false, code: actor.kind === 'guest' ? 'not_signed_in' : 'wrong_audience' };
}

async function admitBuyer(system: System, actor: Actor, route: Route): Promise<Admission> {
  if (actor.userId !== null) return { ok: true, actor: await ensureBuyer(system, actor), guestToken: null };
  if (actor.buyerId !== null) return { ok: true, actor, guestToken: null };
  if (!route.command) return { ok: false, code: 'not_signed_in' };
  const guest = await openGuest(system);
  return { ok: true, actor: guest.actor, guestToken: guest.token };
}

/** A browser names the page a command came from; a page of another site may not send it with our cookies. */
function sameOrigin(c: HonoContext): boolean {
  const origin = c.req.header('origin');
  if (origin === undefined || c.req.header('authorization') !== undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === c.req.header('host');
}

async function readBody(c: HonoContext, route: Route) {
  if (route.method === 'GET' || route.method === 'DELETE') return { ok: true, value: {} } as const;
  const declared = Number(c.req.header('content-length') ?? 0);
  if (declared > BODY_BYTES_MAX) return refuse('too_large', { limit: `${BODY_BYTES_MAX / 1024 / 1024} MB` }, 'body');
  const bytes = await readAtMost(c.req.raw, BODY_BYTES_MAX);
  if (bytes === null) return refuse('too_large', { limit: `${BODY_BYTES_MAX / 1024 / 1024} MB` }, 'body');
  if (route.binary) return { ok: true, value: bytes } as const;
  if (bytes.length === 0) return { ok: true, value: {} } as const;
  try {
    return { ok: true, value: JSON.parse(new TextDecoder().decode(bytes)) } as const;
  } catch {
    return refuse('invalid_input', { detail: 'expected a JSON object' }, 'body');
  }
}

/** HTTPS as we or the proxy in front of us see it. Claiming it falsely only keeps a cookie from being sent back. */
function isSecure(c: HonoContext): boolean {
  return new URL(c.req.url).protocol === 'https:' || c.req.header('x-forwarded-proto') === 'https';
}

function reply(c: HonoContext, route: Route, value: unknown, facts: { requestId: string; replayed: boolean; guestToken: string | null }): Response {
  const headers: Record<string, string> = { ...REPLY_HEADERS, 'x-request-id': facts.requestId };
  if (facts.replayed) headers['idempotency-replayed'] = 'true';
  if (facts.guestToken !== null) headers['set-cookie'] = `${GUEST_COOKIE}=${facts.guestToken}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${GUEST_COOKIE_SECONDS}${isSecure(c) ? '; Secure' : ''}`;
  if (value instanceof Uint8Array) return new Response(Buffer.from(value), { headers: { ...headers, 'content-type': mediaOf(route, value) } });
  if (route.media !== null && typeof value === 'string') return new Response(value, { headers: { ...headers, 'content-type': `${route.media}; charset=utf-8` } });
  // Canonical, so that a replayed answer is the first one byte for byte: the database does not keep the order of names.
  return c.body(canonicalJson(value), { headers: { ...headers, 'content-type': 'application/json' } });
}

/** Stored files say what they are in their first bytes; only these kinds are accepted at upload. */
function mediaOf(route: Route, bytes: Uint8Array): string {
  if (route.media !== 'application/octet-stream') return route.media ?? 'application/octet-stream';
  return sniffMedia(bytes) ?? 'application/octet-stream';
}
