import { RouterContextProvider } from 'react-router';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { route } from '#contract/route.ts';
import { apiContext } from '../context.ts';
import { call, load, type PageArgs, signInPath, toRequest } from './api.ts';

const reading = route({ id: 'reading', method: 'GET', path: '/things/{thingId}', audience: 'public', summary: '', params: z.object({ thingId: z.string() }), query: z.object({ q: z.string().optional(), limit: z.number().optional() }), body: z.object({}), reply: z.object({ name: z.string() }) });
const paying = route({ id: 'paying', method: 'POST', path: '/payments', audience: 'buyer', summary: '', params: z.object({}), query: z.object({}), body: z.object({ minor: z.string() }), reply: z.object({ id: z.string() }), idempotent: true });

function pageOf(answer: (request: Request) => Response, headers: Record<string, string> = {}): PageArgs {
  const context = new RouterContextProvider();
  context.set(apiContext, async (request) => answer(request));
  return { context, request: new Request('http://site.test/hk/listings/1?v=2', { headers }) };
}

describe('a call of the API', () => {
  test('fills and escapes the path, and leaves out what was not asked', () => {
    const request = toRequest('http://site.test', reading, { params: { thingId: 'a/b' }, query: { q: '', limit: 5 } }, new Headers());
    expect(request.url).toBe('http://site.test/api/v1/things/a%2Fb?limit=5');
  });

  test('that moves money without an idempotency key is a bug of the screen', () => {
    expect(() => toRequest('http://site.test', paying, { body: { minor: '1' } }, new Headers())).toThrow('idempotency key');
  });

  test('carries the key, the visitor’s cookie and the language of the page', async () => {
    const seen: Request[] = [];
    const page = pageOf((request) => (seen.push(request), Response.json({ id: 'x' })), { Cookie: 'session=1; locale=zh-Hans', Authorization: 'never' });
    await call(page, paying, { body: { minor: '5' }, idempotencyKey: 'k1' });
    const headers = seen[0]?.headers;
    expect(headers?.get('Idempotency-Key')).toBe('k1');
    expect(headers?.get('Cookie')).toBe('session=1; locale=zh-Hans');
    expect(headers?.get('Accept-Language')).toBe('zh-Hans');
    expect(headers?.get('Authorization')).toBeNull();
  });

  test('answers with the problem when it is refused', async () => {
    const page = pageOf(() => Response.json({ code: 'out_of_stock', detail: 'Only 1 left', field: 'quantity', facts: { left: 1, odd: {} } }, { status: 409 }));
    const answer = await call(page, reading, { params: { thingId: 'a' } });
    expect(answer).toEqual({ ok: false, problem: { status: 409, code: 'out_of_stock', title: '', detail: 'Only 1 left', field: 'quantity', facts: { left: 1 } } });
  });

  test('answers with a problem even when the reply is no JSON', async () => {
    const answer = await call(pageOf(() => new Response('<html>', { status: 502 })), reading, { params: { thingId: 'a' } });
    expect(answer.ok === false && answer.problem.code).toBe('internal');
  });
});

describe('a page that cannot do without an answer', () => {
  test('sends somebody who is not signed in to sign in and back', async () => {
    const page = pageOf(() => Response.json({ code: 'not_signed_in' }, { status: 401 }));
    const thrown: unknown = await load(page, reading, { params: { thingId: 'a' } }).catch((error: unknown) => error);
    expect(thrown instanceof Response && thrown.headers.get('Location')).toBe('/sign-in?next=%2Fhk%2Flistings%2F1%3Fv%3D2');
  });

  test('comes back to the page, not to its data', () => {
    expect(signInPath(new Request('http://site.test/merchant/orders.data?state=shipped'))).toBe('/sign-in?next=%2Fmerchant%2Forders%3Fstate%3Dshipped');
  });
});
