import { serve } from '@hono/node-server';
import type { AddressInfo } from 'node:net';
import { randomUUID } from 'node:crypto';
import type { RouteReply } from '#contract/route.ts';
import { apiAppOf } from '#server/api-app.ts';
import { SYSTEM_ACTOR, type Actor } from '#server/platform/actor.ts';
import { transact } from '#server/platform/database/transact.ts';
import { GUEST_COOKIE, hashSecret, KEY_PREFIX } from '#server/platform/http/identity.ts';
import type { Trade } from '#test/trade/fixture.ts';

/** The trade of the fixture with every call sent over a real socket: people by their API keys, guests by their cookies. */

/** Lets an actor of the fixture be known over HTTP, and answers the header that says who calls. */
async function admit({ marketplace: { system }, now }: Trade, actor: Actor): Promise<Record<string, string>> {
  const secret = `${KEY_PREFIX}${actor.id}`;
  return transact(system.db, 'platform', SYSTEM_ACTOR, async (tx) => {
    if (actor.kind === 'guest' && actor.buyerId !== null) {
      await tx.updateTable('buyer').set({ guestTokenHash: hashSecret(secret) }).where('id', '=', actor.buyerId).execute();
      return { cookie: `${GUEST_COOKIE}=${secret}` };
    }
    const kind = actor.kind === 'operator' || actor.kind === 'hub' ? actor.kind : 'merchant';
    await tx.insertInto('principal').values({ userId: actor.id, kind, name: actor.name, email: `${actor.id}@test.example`, merchantId: actor.merchantId, memberRole: actor.memberRole, authorId: null, buyerId: null }).execute();
    await tx.insertInto('apiKey').values({ id: system.ids.next('apiKey', now()), userId: actor.id, merchantId: actor.merchantId, name: 'test', hint: 'test', hash: hashSecret(secret), createdAt: now(), lastUsedAt: null, revokedAt: null }).execute();
    return { authorization: `Bearer ${secret}` };
  });
}

/** The same trade, over HTTP. Closing it closes the server and the database. */
export async function overHttp(trade: Trade): Promise<Trade> {
  const app = apiAppOf(trade.marketplace);
  const { server, port } = await new Promise<{ server: ReturnType<typeof serve>; port: number }>((resolve) => {
    const listening = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, (info: AddressInfo) => resolve({ server: listening, port: info.port }));
  });
  const known = new Map<string, Promise<Record<string, string>>>();
  const whoCalls = (actor: Actor) => {
    const found = known.get(actor.id) ?? admit(trade, actor);
    known.set(actor.id, found);
    return found;
  };
  const ask: Trade['ask'] = async (actor, route, input = {}, { key = randomUUID(), locale = 'en' } = {}) => {
    const params = new Map(Object.entries((input.params ?? {}) as object));
    const path = route.path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => encodeURIComponent(String(params.get(name))));
    const search = new URLSearchParams(Object.entries((input.query ?? {}) as object).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])));
    const hasBody = route.method !== 'GET' && route.method !== 'DELETE';
    const body = input.body instanceof Uint8Array ? Buffer.from(input.body) : JSON.stringify(input.body ?? {});
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1${path}?${search}`, {
      method: route.method, ...(hasBody && { body }),
      headers: { ...(await whoCalls(actor)), 'accept-language': locale, ...(route.command && { 'idempotency-key': key }), 'content-type': input.body instanceof Uint8Array ? 'application/octet-stream' : 'application/json' },
    });
    if (!answer.ok) {
      const { code, field, facts } = (await answer.json()) as { code: string; field: string | null; facts: Record<string, string> };
      return { ok: false, problem: { code, facts, ...(field !== null && { field }) } };
    }
    const value: unknown = route.media === null ? await answer.json() : route.media === 'text/csv' || route.media === 'application/xml' ? await answer.text() : new Uint8Array(await answer.arrayBuffer());
    return { ok: true, value: value as RouteReply<typeof route>, replayed: answer.headers.get('idempotency-replayed') === 'true' };
  };
  return {
    ...trade, ask,
    call: async (actor, route, input, options) => {
      const answer = await ask(actor, route, input, options);
      if (!answer.ok) throw new Error(`${route.id}: ${answer.problem.code} ${answer.problem.field ?? ''} ${JSON.stringify(answer.problem.facts)}`);
      return answer.value;
    },
    close: async () => {
      await new Promise((resolve) => server.close(resolve));
      await trade.close();
    },
  };
}
