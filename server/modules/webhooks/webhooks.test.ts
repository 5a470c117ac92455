import { createServer, type Server } from 'node:http';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { registerMerchant } from '#contract/session.ts';
import { createMerchantWebhook, createOperatorWebhook, endMerchantWebhook, listMerchantDeliveries, listMerchantWebhooks, resendMerchantEvent, testMerchantWebhook } from '#contract/webhooks.ts';
import { createProduct } from '#contract/products.ts';
import { openVisitor, type Visitor } from '#demo/journey/visitor.ts';
import { drainOutbox } from '#server/platform/outbox.ts';
import type { System } from '#server/platform/system.ts';
import { serveMarketplace, type ServedMarketplace } from '#test/setup/served-marketplace.ts';
import { deliverDue } from './deliver.ts';
import { queueWebhooks } from './queue.ts';
import { isPrivate, sendSigned } from './send.ts';

let served: ServedMarketplace;
let system: System;
let shop: Visitor;
let other: Visitor;
let receiver: Server;
let url = '';
/** What the receiver answers next, and everything it was sent. */
let answers: number[] = [];
let received: { headers: Record<string, string>; body: string }[] = [];

beforeAll(async () => {
  served = await serveMarketplace();
  system = served.marketplace.system;
  receiver = createServer((request, reply) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      received.push({ headers: Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)])), body });
      reply.writeHead(answers.shift() ?? 204, { location: 'http://127.0.0.1:1/' }).end();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  const address = receiver.address();
  url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/hooks`;
  shop = await openShop('webhooks@demo.example');
  other = await openShop('other-webhooks@demo.example');
}, 60_000);
afterAll(async () => {
  receiver.closeAllConnections();
  receiver.close();
  await served.close();
});
beforeEach(() => {
  answers = [];
  received = [];
});

async function openShop(email: string): Promise<Visitor> {
  const visitor = openVisitor(served.transport, served.origin);
  await visitor.call(registerMerchant, { body: { shopName: email, personName: '甲', city: '厦门', email, password: 'long-enough-1' } });
  await visitor.signIn(email, 'long-enough-1');
  return visitor;
}

/** Everything that happened so far goes out, as of a moment. */
async function sendAll(at = new Date()): Promise<void> {
  while ((await drainOutbox(system, queueWebhooks)) > 0);
  while ((await deliverDue({ ...system, clock: () => at }, 'anywhere')) > 0);
}

const later = (seconds: number) => new Date(Date.now() + seconds * 1_000);
const addProduct = (who: Visitor, title: string) => who.call(createProduct, { body: { title, variants: [] } });

describe('a webhook', () => {
  test('is told of what happens to its own shop, signed, under the id of the event, and of nothing else', async () => {
    const { webhook, secret } = await shop.call(createMerchantWebhook, { body: { url, kinds: ['product_created'] } });
    await addProduct(shop, '陶杯');
    await addProduct(other, '别家的杯子');
    await sendAll();
    expect(received).toHaveLength(1);
    const { headers, body } = received[0] ?? { headers: {}, body: '' };
    expect(new Webhook(secret).verify(body, headers)).toMatchObject({ type: 'product_created', data: { facts: { title: '陶杯' } } });
    expect(() => new Webhook(secret).verify(body.replace('陶杯', '金杯'), headers)).toThrow('No matching signature found');
    const { items } = await shop.call(listMerchantDeliveries, { params: { webhookId: webhook.id } });
    expect(items).toMatchObject([{ eventId: headers['webhook-id'], state: 'delivered', attempts: 1, status: 204 }]);
    await shop.call(endMerchantWebhook, { params: { webhookId: webhook.id } });
  });

  test('that does not take an event is asked again with the same id until it does, and not before its time', async () => {
    const { webhook } = await shop.call(createMerchantWebhook, { body: { url, kinds: ['product_created'] } });
    answers = [500, 302, 200];
    await addProduct(shop, '再试');
    await sendAll();
    await sendAll(later(1));
    expect(received).toHaveLength(1);
    await sendAll(later(10));
    expect(received).toHaveLength(2);
    await sendAll(later(600));
    expect(new Set(received.map((one) => one.headers['webhook-id'])).size).toBe(1);
    expect((await shop.call(listMerchantDeliveries, { params: { webhookId: webhook.id } })).items).toMatchObject([{ state: 'delivered', attempts: 3, status: 200 }]);
    await shop.call(endMerchantWebhook, { params: { webhookId: webhook.id } });
  });

  test('that never takes an event is given up after ten attempts, and the event can be sent again by hand', async () => {
    const { webhook } = await shop.call(createMerchantWebhook, { body: { url, kinds: ['product_created'] } });
    answers = Array.from({ length: 10 }, () => 503);
    await addProduct(shop, '没人收');
    for (let attempt = 0; attempt < 12; attempt += 1) await sendAll(later(attempt * 100_000));
    expect(received).toHaveLength(10);
    const [failed] = (await shop.call(listMerchantDeliveries, { params: { webhookId: webhook.id } })).items;
    expect(failed).toMatchObject({ state: 'failed', attempts: 10, status: 503 });
    await shop.call(resendMerchantEvent, { params: { webhookId: webhook.id, eventId: failed?.eventId ?? 'evt_' } });
    await sendAll(later(1));
    expect(received.at(-1)?.headers['webhook-id']).toBe(failed?.eventId);
    await shop.call(endMerchantWebhook, { params: { webhookId: webhook.id } });
  });

  test('whose receiver says that it is gone ends by itself, and what waited is dropped', async () => {
    const { webhook } = await shop.call(createMerchantWebhook, { body: { url } });
    answers = [410];
    await shop.call(testMerchantWebhook, { params: { webhookId: webhook.id } });
    await sendAll();
    expect((await shop.call(listMerchantWebhooks)).items.find((one) => one.id === webhook.id)).toMatchObject({ endReason: 'gone', waiting: 0 });
    await addProduct(shop, '不再推送');
    const before = received.length;
    await sendAll(later(1));
    expect(received).toHaveLength(before);
  });

  test('of the marketplace is told of every shop', async () => {
    const operator = openVisitor(served.transport, served.origin);
    await operator.signIn(served.staff.operator.email, served.staff.operator.password);
    await operator.call(createOperatorWebhook, { body: { url, kinds: ['product_created'] } });
    await addProduct(shop, '甲家');
    await addProduct(other, '乙家');
    await sendAll();
    expect(received.map((one) => JSON.parse(one.body).data.facts.title).sort()).toEqual(['乙家', '甲家']);
  });

  test('cannot be seen, tested or ended by another shop', async () => {
    const { webhook } = await shop.call(createMerchantWebhook, { body: { url } });
    const params = { webhookId: webhook.id };
    for (const answer of [await other.ask(endMerchantWebhook, { params }), await other.ask(testMerchantWebhook, { params }), await other.ask(listMerchantDeliveries, { params })]) expect(answer).toMatchObject({ ok: false, status: 404 });
    expect((await other.call(listMerchantWebhooks)).items).toEqual([]);
  });

  test.each(['http://example.com/x', 'ftp://example.com', 'https://user:pass@example.com', 'not an address'])('may not be %s', async (wrong) => {
    expect(await shop.ask(createMerchantWebhook, { body: { url: wrong } })).toMatchObject({ ok: false, status: 400, code: 'invalid_input' });
  });

  test('may not ask for an event that does not exist', async () => {
    expect(await shop.ask(createMerchantWebhook, { body: { url, kinds: ['product_exploded'] } })).toMatchObject({ ok: false, code: 'invalid_input', facts: { value: 'product_exploded' } });
  });
});

describe('two processes', () => {
  test('that send at once send each event once', async () => {
    const { webhook } = await shop.call(createMerchantWebhook, { body: { url, kinds: ['product_created'] } });
    for (let index = 0; index < 30; index += 1) await addProduct(shop, `第${index}件`);
    while ((await drainOutbox(system, queueWebhooks)) > 0);
    await Promise.all([1, 2, 3].map(async () => { while ((await deliverDue(system, 'anywhere')) > 0); }));
    const ids = (await shop.call(listMerchantDeliveries, { params: { webhookId: webhook.id }, query: { limit: 100 } })).items;
    expect(ids).toHaveLength(30);
    expect(ids.every((one) => one.state === 'delivered' && one.attempts === 1)).toBe(true);
    for (const { eventId } of ids) expect(received.filter((one) => one.headers['webhook-id'] === eventId).length).toBeGreaterThanOrEqual(1);
  });
});

describe('an address that leads inside', () => {
  test.each(['127.0.0.1', '10.1.2.3', '169.254.169.254', '192.168.0.1', '172.31.0.1', '::1', '::ffff:127.0.0.1', 'fd00::1', 'fe80::1', '0.0.0.0'])('%s is never sent to', (address) => expect(isPrivate(address)).toBe(true));
  test.each(['1.1.1.1', '172.32.0.1', '2606:4700::1111'])('%s may be', (address) => expect(isPrivate(address)).toBe(false));

  test.each(['http://localhost:1/', 'https://127.0.0.1/', 'http://[::1]/', 'https://0x7f000001/'])('%s is refused before anything is sent', async (inside) => {
    const answer = await sendSigned({ url: inside, secret: `whsec_${Buffer.alloc(32, 1).toString('base64')}`, id: 'evt_1', body: '{}', at: new Date() }, 'public');
    expect(answer).toMatchObject({ taken: false, status: null, detail: expect.stringContaining('not on the open internet') });
  });
});
