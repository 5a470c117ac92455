import { data, redirect, type RouterContextProvider } from 'react-router';
import type { z } from 'zod';
import type { Route, RouteReply } from '#contract/route.ts';
import { apiContext } from '../context.ts';
import { localeOf } from './locale.ts';

/**
 * The typed client of the API. Loaders and actions call it in-process with the visitor's own session, so a screen can do
 * nothing that an API caller with the same role could not. Import it in loaders and actions only.
 */

/** A refusal as RFC 9457 problem details: a stable code, words in the caller's language, the field at fault, the facts. */
export type Problem = Readonly<{
  status: number;
  code: string;
  title: string;
  detail: string;
  field: string | null;
  facts: Readonly<Record<string, string | number | boolean | null>>;
}>;
export type Answer<Value> = Readonly<{ ok: true; value: Value }> | Readonly<{ ok: false; problem: Problem }>;

type Part<Name extends string, Value> = Record<never, never> extends Value ? { readonly [Key in Name]?: Value } : { readonly [Key in Name]: Value };

/** What a call sends. A part that may be empty may be left out; a command that moves money or stock needs `idempotencyKey`. */
export type CallInput<R extends Route> = Part<'params', z.input<R['params']>> &
  Part<'query', z.input<R['query']>> &
  Part<'body', z.input<R['body']>> &
  Readonly<{ idempotencyKey?: string }>;

/** What a loader or action is given. */
export type PageArgs = Readonly<{ request: Request; context: Readonly<RouterContextProvider> }>;

/** Calls a route as the visitor of this page. A refusal is an answer, not an exception. */
export async function call<R extends Route>({ request, context }: PageArgs, route: R, input: CallInput<R>): Promise<Answer<RouteReply<R>>> {
  const headers = forwardedHeaders(request);
  return readAnswer<RouteReply<R>>(await context.get(apiContext)(toRequest(new URL(request.url).origin, route, input, headers)));
}

/** Like `call`, for what a page cannot do without: a visitor who must sign in is sent there, any other refusal is the error page. */
export async function load<R extends Route>(args: PageArgs, route: R, input: CallInput<R>): Promise<RouteReply<R>> {
  const answer = await call(args, route, input);
  if (answer.ok) return answer.value;
  if (answer.problem.status === 401) throw redirect(signInPath(args.request));
  throw data(answer.problem, { status: answer.problem.status });
}

/** Sends a request as it is to the API, in-process: for sign-in, which is not a route of the contract. */
export function send({ request, context }: PageArgs, path: string, body: unknown): Promise<Response> {
  const headers = forwardedHeaders(request);
  headers.set('Content-Type', 'application/json');
  return context.get(apiContext)(new Request(new URL(path, request.url), { method: 'POST', headers, body: JSON.stringify(body) }));
}

/** Calls a route from the browser, over HTTP. */
export async function callFromBrowser<R extends Route>(route: R, input: CallInput<R>): Promise<Answer<RouteReply<R>>> {
  const headers = new Headers({ 'Accept-Language': document.documentElement.lang });
  return readAnswer<RouteReply<R>>(await fetch(toRequest(window.location.origin, route, input, headers)));
}

/** Where a visitor signs in and then comes back from. */
export function signInPath(request: Request): string {
  const { pathname, search } = new URL(request.url);
  return `/sign-in?next=${encodeURIComponent(pathname.replace(/\.data$/, '') + search)}`;
}

/** Who asks, from where: what the API would see had the browser called it itself. `Host` lets it tell its own pages from a stranger's. */
const FORWARDED = ['Cookie', 'Host', 'Origin', 'User-Agent', 'X-Request-Id', 'X-Pilotage-Client-Address', 'Traceparent'];

function forwardedHeaders(request: Request): Headers {
  const headers = new Headers({ 'Accept-Language': localeOf(request) });
  for (const name of FORWARDED) {
    const value = request.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  return headers;
}

type Sent = Readonly<{ params?: unknown; query?: unknown; body?: unknown; idempotencyKey?: string | undefined }>;

/** Builds the HTTP request of a call. Throws on a missing path parameter or idempotency key: that is a bug of the screen. */
export function toRequest(origin: string, route: Route, input: Sent, headers: Headers): Request {
  const url = new URL(`/api/v1${fillPath(route.path, entriesOf(input.params))}`, origin);
  for (const [name, value] of Object.entries(entriesOf(input.query))) {
    if (value !== undefined && value !== null && value !== '') url.searchParams.set(name, String(value));
  }
  headers.set('Accept', route.media ?? 'application/json');
  if (route.idempotent) {
    if (input.idempotencyKey === undefined) throw new Error(`${route.id} moves money or stock and needs an idempotency key`);
    headers.set('Idempotency-Key', input.idempotencyKey);
  }
  if (route.method === 'GET') return new Request(url, { headers });
  if (input.body instanceof Blob) {
    headers.set('Content-Type', input.body.type || 'application/octet-stream');
    return new Request(url, { method: route.method, headers, body: input.body });
  }
  headers.set('Content-Type', 'application/json');
  return new Request(url, { method: route.method, headers, body: JSON.stringify(input.body ?? {}) });
}

function entriesOf(part: unknown): Readonly<Record<string, unknown>> {
  return typeof part === 'object' && part !== null ? { ...part } : {};
}

function fillPath(path: string, params: Readonly<Record<string, unknown>>): string {
  return path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => {
    const value = params[name];
    if (typeof value !== 'string') throw new Error(`${path} needs the parameter ${name}`);
    return encodeURIComponent(value);
  });
}

/** Reads a reply. The server proves its replies against the contract in its tests, so they are taken at their word here. */
async function readAnswer<Value>(reply: Response): Promise<Answer<Value>> {
  const content: unknown = await reply.json().catch(() => null);
  return reply.ok ? { ok: true, value: content as Value } : { ok: false, problem: toProblem(content, reply.status) };
}

function toProblem(content: unknown, status: number): Problem {
  const said = entriesOf(content);
  const text = (name: string): string | null => (typeof said[name] === 'string' ? said[name] : null);
  const facts: Record<string, string | number | boolean | null> = {};
  for (const [name, value] of Object.entries(entriesOf(said['facts']))) {
    if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') facts[name] = value;
  }
  return { status, code: text('code') ?? 'internal', title: text('title') ?? '', detail: text('detail') ?? text('title') ?? `HTTP ${status}`, field: text('field'), facts };
}
