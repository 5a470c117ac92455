import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getHubFile, createMerchantKey, createOperatorKey, getBuyerFile, getMerchantFile, listMerchantKeys, listOperatorKeys, revokeMerchantKey, revokeOperatorKey, uploadBuyerFile, uploadHubFile, uploadMerchantFile } from '#contract/accounts.ts';
import { ROUTES } from '#contract/api.ts';
import { openClaim } from '#contract/claims.ts';
import { addDocument } from '#contract/products.ts';
import { listMyOrders } from '#contract/orders.ts';
import { addMember, removeMember } from '#contract/members.ts';
import { registerMerchant } from '#contract/session.ts';
import { STEPS } from '#demo/journey/journey.ts';
import { evidencePhoto } from '#demo/journey/photo.ts';
import { given, openStory, type Story } from '#demo/journey/story.ts';
import { openVisitor, type Visitor } from '#demo/journey/visitor.ts';
import { serveMarketplace, type ServedMarketplace } from '#test/setup/served-marketplace.ts';
import { exampleOf } from './example-of.ts';

let served: ServedMarketplace;
let story: Story;
let photo: Uint8Array;
let owner: Visitor;
let hubPhoto = '';
let buyerPhoto = '';

beforeAll(async () => {
  served = await serveMarketplace();
  story = await openStory(served.transport, served.origin, served.staff, '7a6b5c4d-who-may-what');
  for (const step of STEPS.slice(0, 11)) await step(story);
  photo = await evidencePhoto('hub');
  hubPhoto = await story.hub.upload(uploadHubFile, photo);
  buyerPhoto = await story.buyer.upload(uploadBuyerFile, photo);
  owner = openVisitor(served.transport, served.origin);
  await owner.call(registerMerchant, { body: { shopName: '另一家店', personName: '乙', city: '杭州', email: 'other@demo.example', password: 'other-password' } });
  await owner.signIn('other@demo.example', 'other-password');
}, 120_000);
afterAll(() => served.close());

const anybody = () => openVisitor(served.transport, served.origin, 'en');
const asKey = (secret: string, path: string, init: RequestInit = {}) => fetch(`${served.origin}/api/v1${path}`, { ...init, headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json', 'idempotency-key': randomUUID(), ...init.headers } });

describe('what is one buyer’s', () => {
  const named = () => ({ orderId: given(story.orderId, 'order'), claimId: given(story.claimId, 'claim'), fileId: buyerPhoto });
  const routes = ROUTES.filter((route) => route.audience === 'buyer' && route.path.includes('{') && !route.path.includes('{checkoutId}'));

  test.each(routes.map((route) => [`${route.method} ${route.path}`, route] as const))('%s is not there for another guest, an account or nobody', async (_name, route) => {
    const params = named();
    const own = Object.fromEntries(Object.entries(params).filter(([name]) => route.path.includes(`{${name}}`)));
    const guest = anybody();
    const body = exampleOf(route.body);
    await guest.upload(uploadBuyerFile, photo);
    expect(await guest.ask(route, { params: own, body })).toMatchObject({ ok: false, status: 404, code: 'not_found' });
    expect(await owner.ask(route, { params: own, body })).toMatchObject({ ok: false, status: 404, code: 'not_found' });
    expect(await anybody().ask(route, { params: own, body })).toMatchObject({ ok: false, code: route.command ? 'not_found' : 'not_signed_in' });
  });

  test('another buyer’s checkout can be neither read nor bought', async () => {
    const row = await served.marketplace.system.db.selectFrom('checkout').select('id').executeTakeFirstOrThrow();
    const guest = anybody();
    await guest.upload(uploadBuyerFile, photo);
    for (const route of ROUTES.filter((one) => one.path.includes('{checkoutId}'))) {
      const body = exampleOf(route.body);
      expect(await guest.ask(route, { params: { checkoutId: row.id }, body })).toMatchObject({ ok: false, status: 404 });
    }
  });

  test('a claim takes neither another’s order line nor another’s photo', async () => {
    const guest = anybody();
    const own = await guest.upload(uploadBuyerFile, photo);
    const body = { orderLineId: given(story.orderLineId, 'line'), kind: 'damaged' as const, quantity: 1, description: 'It is broken', photos: [own as `fil_${string}`] };
    expect(await guest.ask(openClaim, { body })).toMatchObject({ ok: false, status: 404 });
  });

  test('a guest cookie that was made up opens nothing, and a refused first command leaves no basket behind', async () => {
    const count = async () => Number((await served.marketplace.system.db.selectFrom('buyer').select((one) => one.fn.countAll<bigint>().as('n')).executeTakeFirstOrThrow()).n);
    const before = await count();
    const answer = await fetch(`${served.origin}/api/v1/buyer/orders`, { headers: { cookie: 'pilotage_guest=; pilotage_guest=null; pilotage.session_token=%00.made.up' } });
    expect(answer.status).toBe(401);
    for (const body of ['{', '{}', '{"market":"US","items":[]}']) expect((await fetch(`${served.origin}/api/v1/buyer/checkouts`, { method: 'POST', body, headers: { 'idempotency-key': 'x' } })).ok).toBe(false);
    expect(await count()).toBe(before);
  });
});

describe('files', () => {
  test('the station reads its own photos and nobody else’s', async () => {
    expect(await story.hub.ask(getHubFile, { params: { fileId: hubPhoto as `fil_${string}` } })).toMatchObject({ ok: true });
    expect(await story.hub.ask(getHubFile, { params: { fileId: buyerPhoto as `fil_${string}` } })).toMatchObject({ ok: false, status: 404 });
  });

  test('a station photo stays the station’s when the worker also shops', async () => {
    await story.hub.call(listMyOrders);
    const fileId = await story.hub.upload(uploadHubFile, photo);
    const row = await served.marketplace.system.db.selectFrom('file').select(['merchantId', 'buyerId']).where('id', '=', fileId as `fil_${string}`).executeTakeFirstOrThrow();
    expect(row).toEqual({ merchantId: null, buyerId: null });
    expect(await story.hub.ask(getBuyerFile, { params: { fileId: fileId as `fil_${string}` } })).toMatchObject({ ok: false, status: 404 });
  });

  test('a document names a file of the shop itself', async () => {
    const theirs = await owner.upload(uploadMerchantFile, photo);
    const mine = await story.merchant.upload(uploadMerchantFile, photo);
    const add = (fileId: string) => story.merchant.ask(addDocument, { params: { productId: given(story.productId, 'product') }, body: { kind: 'cpc', number: '1', fileId: fileId as `fil_${string}` } });
    expect(await add(theirs)).toMatchObject({ ok: false, status: 404 });
    expect(await add(mine)).toMatchObject({ ok: true });
    expect(await story.merchant.ask(getMerchantFile, { params: { fileId: theirs as `fil_${string}` } })).toMatchObject({ ok: false, status: 404 });
  });
});

describe('keys', () => {
  test('the secret of a key is stored nowhere, though a caller sent an Idempotency-Key', async () => {
    const { secret, key } = await owner.call(createMerchantKey, { body: { name: 'erp' } }, 'make-my-key');
    const { db } = served.marketplace.system;
    const kept = await db.selectFrom('idempotency').select('reply').where('key', '=', 'make-my-key').execute();
    const events = await db.selectFrom('event').select('data').where('subject', '=', key.id).execute();
    expect(JSON.stringify([kept, events, await db.selectFrom('apiKey').selectAll().where('id', '=', key.id).execute()].map((rows) => JSON.stringify(rows, (_name, value: unknown) => (typeof value === 'bigint' ? value.toString() : value))))).not.toContain(secret);
  });

  test('a shop’s key opens no other audience, and ends when it is revoked, with a row in the history', async () => {
    const { secret, key } = await owner.call(createMerchantKey, { body: { name: 'pos' } });
    for (const route of ROUTES.filter((one) => !['public', 'buyer', 'merchant'].includes(one.audience))) {
      const path = route.path.replaceAll(/\{\w+\}/g, 'x');
      const answer = await asKey(secret, path, { method: route.method, ...(route.method !== 'GET' && route.method !== 'DELETE' && { body: '{}' }) });
      expect([route.id, answer.status]).toEqual([route.id, 403]);
    }
    expect((await asKey(secret, '/merchant/products')).status).toBe(200);
    await owner.call(revokeMerchantKey, { params: { apiKeyId: key.id } });
    expect((await asKey(secret, '/merchant/products')).status).toBe(401);
    expect((await asKey(secret, '/public/session')).status).toBe(401);
    const events = await served.marketplace.system.db.selectFrom('event').select('kind').where('subject', '=', key.id).orderBy('seq').execute();
    expect(events.map((event) => event.kind)).toEqual(['api_key_created', 'api_key_revoked']);
  });

  test('an operator’s key is an operator’s: it opens no shop and stands in the history', async () => {
    const { secret, key } = await story.operator.call(createOperatorKey, { body: { name: 'bi' } });
    expect((await asKey(secret, '/operator/overview')).status).toBe(200);
    expect((await asKey(secret, '/merchant/products')).status).toBe(403);
    expect(await served.marketplace.system.db.selectFrom('event').select('kind').where('subject', '=', key.id).execute()).toEqual([{ kind: 'api_key_created' }]);
    expect((await owner.call(listMerchantKeys)).items.map((one) => one.id)).not.toContain(key.id);
    expect((await story.operator.call(listOperatorKeys)).items.map((one) => one.id)).toContain(key.id);
    expect(await owner.ask(revokeMerchantKey, { params: { apiKeyId: key.id } })).toMatchObject({ ok: false, status: 404 });
    await story.operator.call(revokeOperatorKey, { params: { apiKeyId: key.id } });
    expect((await asKey(secret, '/operator/overview')).status).toBe(401);
  });

  test('an operator cannot end a merchant’s key by its id', async () => {
    const { key } = await owner.call(createMerchantKey, { body: { name: 'kept' } });
    expect(await story.operator.ask(revokeOperatorKey, { params: { apiKeyId: key.id } })).toMatchObject({ ok: false, status: 404 });
  });

  test('a registration that is refused after the address was written leaves the address free', async () => {
    const body = { shopName: '空档', personName: '何小满', city: '温州', email: 'free-again@demo.example', password: 'long-enough-1' };
    // Fails in the middle, as a crash would: the shop's own row cannot be written.
    await sql`alter table merchant add constraint not_this check (shop_name <> '空档') not valid`.execute(served.marketplace.system.db);
    expect(await anybody().ask(registerMerchant, { body })).toMatchObject({ ok: false, status: 500 });
    await sql`alter table merchant drop constraint not_this`.execute(served.marketplace.system.db);
    expect(await anybody().ask(registerMerchant, { body })).toMatchObject({ ok: true });
    expect(await anybody().ask(registerMerchant, { body: { ...body, email: 'Free-Again@demo.example' } })).toMatchObject({ ok: false, status: 409 });
  });

  test('staff who leave take no session and no key with them', async () => {
    await owner.call(addMember, { body: { name: '小赵', email: 'zhao@demo.example', password: 'zhao-password' } });
    const staff = anybody();
    await staff.signIn('zhao@demo.example', 'zhao-password');
    const member = (await served.marketplace.system.db.selectFrom('principal').select('userId').where('email', '=', 'zhao@demo.example').executeTakeFirstOrThrow()).userId;
    await owner.call(removeMember, { params: { userId: member } });
    expect(await staff.ask(listMerchantKeys)).toMatchObject({ ok: false, status: 401 });
  });
});

describe('pages of other sites', () => {
  const post = (headers: Record<string, string>) => fetch(`${served.origin}/api/v1/merchant/notifications/read`, { method: 'POST', body: '{}', headers });
  test.each(['https://evil.example', 'null', 'http://127.0.0.1:1', 'not an origin', 'http://127.0.0.1.evil.example'])('a command from the origin %s is refused', async (origin) => {
    expect((await post({ origin })).status).toBeGreaterThanOrEqual(401);
    const own = await owner.ask(listMerchantKeys);
    expect(own.ok).toBe(true);
  });

  test('sign-in refuses a page of another site, forgets a wrong password quickly enough to be limited, and marks its cookie', async () => {
    const signIn = (password: string, headers: Record<string, string> = {}) => fetch(`${served.origin}/api/auth/sign-in/email`, { method: 'POST', body: JSON.stringify({ email: 'other@demo.example', password }), headers: { 'content-type': 'application/json', origin: served.origin, 'x-app-client-ip': '203.0.113.7', ...headers } });
    expect((await signIn('other-password', { origin: 'https://evil.example', cookie: 'a=b' })).status).toBe(403);
    const good = await signIn('other-password');
    expect(good.headers.getSetCookie().find((cookie) => cookie.startsWith('pilotage.session_token'))).toMatch(/HttpOnly/i);
    expect(good.headers.getSetCookie().find((cookie) => cookie.startsWith('pilotage.session_token'))).toMatch(/SameSite=Lax/i);
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 34; attempt += 1) statuses.push((await signIn('wrong-password-again')).status);
    expect(statuses.at(-1)).toBe(429);
  }, 30_000);

  test('the sign-in library offers only what the marketplace uses', async () => {
    for (const path of ['sign-up/email', 'update-user', 'change-email', 'delete-user', 'request-password-reset', 'list-sessions']) {
      const answer = await fetch(`${served.origin}/api/auth/${path}`, { method: 'POST', body: JSON.stringify({ email: 'x@y.example', password: 'long-enough-1', name: 'a\u0000b' }), headers: { 'content-type': 'application/json', origin: served.origin } });
      expect([path, answer.status]).toEqual([path, 404]);
    }
  });

  test('answers are what they say and not for frames of other sites', async () => {
    const answer = await fetch(`${served.origin}/api/v1/public/session`);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-security-policy')).toContain('frame-ancestors');
    const guest = await fetch(`${served.origin}/api/v1/buyer/files`, { method: 'POST', body: Buffer.from(photo), headers: { 'idempotency-key': 'c', 'x-forwarded-proto': 'https' } });
    expect(guest.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Lax; Max-Age=\d+; Secure/);
  });
});
