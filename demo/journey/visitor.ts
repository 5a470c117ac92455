import type { Route, RouteInput, RouteReply } from '#contract/route.ts';
import { randomUUID } from 'node:crypto';

/** Somebody who uses the public API as a program or a browser would: requests, cookies, answers. */
export type Visitor = Readonly<{
  signIn: (email: string, password: string) => Promise<void>;
  /** Calls a route; a refusal is an answer. Commands that need a key get a new one unless given. */
  ask: <R extends Route>(route: R, input?: Partial<RouteInput<R>>, idempotencyKey?: string) => Promise<Answer<RouteReply<R>>>;
  /** Calls a route that must answer; throws with the words of a refusal. */
  call: <R extends Route>(route: R, input?: Partial<RouteInput<R>>, idempotencyKey?: string) => Promise<RouteReply<R>>;
  /** Sends a file; answers its id, where it is kept as one. */
  upload: (route: Route, bytes: Uint8Array, query?: unknown) => Promise<string>;
  /** What the visitor's browser keeps, for another one to go on with. */
  cookies: () => readonly Readonly<{ name: string; value: string }>[];
}>;

export type Answer<Value> = Readonly<{ ok: true; value: Value; replayed: boolean }> | Readonly<{ ok: false; status: number; code: string; detail: string; facts: Readonly<Record<string, unknown>> }>;

/** How requests travel: over a socket, or straight into the app. */
export type Transport = (request: Request) => Promise<Response>;

function pathOf(route: Route, params: unknown, query: unknown): string {
  const values = new Map(Object.entries((params ?? {}) as object));
  const path = route.path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => encodeURIComponent(String(values.get(name))));
  const search = new URLSearchParams(Object.entries((query ?? {}) as object).flatMap(([key, value]) => (value === undefined || value === null ? [] : [[key, String(value)]])));
  return `/api/v1${path}${search.size === 0 ? '' : `?${search}`}`;
}

export function openVisitor(transport: Transport, origin: string, language = 'zh-Hans'): Visitor {
  const cookies = new Map<string, string>();
  const send = async (path: string, init: RequestInit & { headers?: Record<string, string> }): Promise<Response> => {
    const headers = { ...init.headers, 'accept-language': language, host: new URL(origin).host, ...(cookies.size > 0 && { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') }) };
    const reply = await transport(new Request(new URL(path, origin), { ...init, headers }));
    for (const cookie of reply.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';');
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    return reply;
  };
  const ask: Visitor['ask'] = async (route, input = {}, idempotencyKey) => {
    const hasBody = route.method !== 'GET' && route.method !== 'DELETE';
    const reply = await send(pathOf(route, input.params, input.query), {
      method: route.method,
      headers: { ...(hasBody && { 'content-type': 'application/json' }), ...(route.command && { 'idempotency-key': idempotencyKey ?? randomUUID() }) },
      ...(hasBody && { body: JSON.stringify(input.body ?? {}) }),
    });
    if (!reply.ok) return { ok: false, status: reply.status, ...((await reply.json()) as { code: string; detail: string; facts: Record<string, unknown> }) };
    const value: unknown = route.media === null ? await reply.json() : new Uint8Array(await reply.arrayBuffer());
    return { ok: true, value: value as RouteReply<typeof route>, replayed: reply.headers.get('idempotency-replayed') === 'true' };
  };
  return {
    ask,
    cookies: () => [...cookies].map(([name, value]) => ({ name, value })),
    call: async (route, input, idempotencyKey) => {
      const answer = await ask(route, input, idempotencyKey);
      if (!answer.ok) throw new Error(`${route.id}: ${answer.status} ${answer.code}: ${answer.detail}`);
      return answer.value;
    },
    signIn: async (email, password) => {
      const reply = await send('/api/auth/sign-in/email', { method: 'POST', headers: { 'content-type': 'application/json', origin }, body: JSON.stringify({ email, password }) });
      if (!reply.ok) throw new Error(`sign-in of ${email}: ${reply.status} ${await reply.text()}`);
    },
    upload: async (route, bytes, query = {}) => {
      const reply = await send(pathOf(route, {}, query), { method: 'POST', headers: { 'content-type': 'application/octet-stream', 'idempotency-key': randomUUID() }, body: Buffer.from(bytes) });
      if (!reply.ok) throw new Error(`${route.id}: ${reply.status} ${await reply.text()}`);
      return ((await reply.json()) as { fileId: string }).fileId;
    },
  };
}
