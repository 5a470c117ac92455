import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROUTES } from '#contract/api.ts';
import { openAppeal } from '#contract/appeals.ts';
import { putDocument } from '#contract/documents.ts';
import { createProduct } from '#contract/products.ts';
import { registerMerchant } from '#contract/session.ts';
import { createMerchantKey, listMerchantHistory, uploadMerchantFile } from '#contract/accounts.ts';
import { getProductListings } from '#contract/listings.ts';
import { listMyInvitations } from '#contract/cohorts.ts';
import { createMerchantWebhook, testMerchantWebhook } from '#contract/webhooks.ts';
import { openStory, given, type Story } from '#demo/journey/story.ts';
import { STEPS } from '#demo/journey/journey.ts';
import { evidencePhoto } from '#demo/journey/photo.ts';
import { openVisitor, type Visitor } from '#demo/journey/visitor.ts';
import { serveMarketplace, type ServedMarketplace } from '#test/setup/served-marketplace.ts';

let served: ServedMarketplace;
let story: Story;
let stranger: Visitor;
let theirs: Readonly<Record<string, string>>;

beforeAll(async () => {
  served = await serveMarketplace();
  story = await openStory(served.transport, served.origin, served.staff, '5d4c3b2a-routes-by-test');
  for (const step of STEPS.slice(0, 11)) await step(story);
  stranger = openVisitor(served.transport, served.origin);
  await stranger.call(registerMerchant, { body: { shopName: '旁观者', personName: '甲', city: '北京', email: 'stranger@demo.example', password: 'stranger-2026' } });
  await stranger.signIn('stranger@demo.example', 'stranger-2026');
  const { items } = await story.merchant.call(listMyInvitations);
  const { webhook } = await story.merchant.call(createMerchantWebhook, { body: { url: 'https://example.com/hooks' } });
  const { eventId } = await story.merchant.call(testMerchantWebhook, { params: { webhookId: webhook.id } });
  theirs = {
    productId: given(story.productId, 'product'), variantId: given(story.variantId, 'variant'), merchantOrderId: given(story.merchantOrderId, 'merchant order'), claimId: given(story.claimId, 'claim'),
    statementId: given(story.statementId, 'statement'), invitationId: given(items[0]?.id, 'invitation'), apiKeyId: (await story.merchant.call(createMerchantKey, { body: { name: 'erp' } })).key.id,
    fileId: await story.merchant.upload(uploadMerchantFile, await evidencePhoto('hub')), id: given(story.listings.US, 'listing'), market: 'US', userId: 'somebody-elses-account', ...(await disputed()),
    webhookId: webhook.id, eventId,
  };
}, 120_000);
afterAll(() => served.close());

/** A document on file and an open appeal of the merchant’s: a vase that is called a toy is refused in the United States, and its maker says what it is. */
async function disputed() {
  const { document } = await story.merchant.call(putDocument, { body: { kind: 'cpc', number: 'C-1', coverage: { cover: 'asked' } } });
  const vase = await story.merchant.call(createProduct, { body: { title: '儿童木制玩具形手工陶瓷花瓶', category: '家居/摆件', originCountry: 'CN', facts: { battery: { kind: 'none' } } } });
  const { listings } = await story.merchant.call(getProductListings, { params: { productId: vase.id } });
  const finding = given(listings.find((one) => one.market === 'US')?.verdict?.findings.find((one) => one.outcome === 'blocked'), 'finding');
  const appeal = await story.merchant.call(openAppeal, { body: { productId: vase.id, market: 'US', ruleId: finding.ruleId, words: '这是花瓶，只是造型像玩具。' } });
  return { documentId: document.id, appealId: appeal.id };
}

/** A valid body for every command that names somebody's thing, so that nothing but the wall can refuse it. */
const BODIES: Readonly<Record<string, unknown>> = {
  answerInvitation: { accept: false }, editProduct: { title: '改名' }, setVariant: { stock: 0 }, giveFact: { fact: 'weightGrams', value: 1 }, addDocument: { kind: 'cpc', number: 'X-1' },
  coverProducts: { coverage: { cover: 'all' } }, replaceDocument: { number: 'X-2' },
  setPricingPolicy: { keepDomesticPrice: false, floorMinor: null }, declineMerchantOrder: { reason: '没有货了' }, shipMerchantOrder: { carrier: '中通', trackingNumber: 'ZTO0000001' }, answerClaim: { text: '不是我们的错', photos: [] }, appealClaim: { text: '照片拍的不是这一件', photos: [] },
};

const NAMING = ROUTES.filter((route) => route.audience === 'merchant' && route.path.includes('{'));

describe('every merchant route, tried with another merchant’s ids', () => {
  for (const route of NAMING) {
    test(`${route.method} ${route.path} answers that there is no such thing`, async () => {
      const params = Object.fromEntries([...route.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [name, theirs[name]]));
      const answer = await stranger.ask(route, { params, body: BODIES[route.id] ?? {} });
      expect(answer).toMatchObject({ ok: false, status: 404, code: 'not_found' });
    });
  }

  test('a switch cannot be turned on another merchant’s product', async () => {
    const answer = await stranger.ask(given(ROUTES.find((route) => route.id === 'setSwitch'), 'route'), { body: { productId: theirs['productId'], state: 'paused' } });
    expect(answer.ok).toBe(false);
  });

  test('lists of a stranger hold nothing of the other', async () => {
    for (const id of ['listProducts', 'listMerchantOrders', 'listMerchantClaims', 'listMyStatements', 'listMyInvitations', 'listMerchantKeys', 'listNotifications', 'listDocuments', 'listAppeals']) {
      const answer = await stranger.ask(given(ROUTES.find((route) => route.id === id), id), {});
      expect(answer).toMatchObject({ ok: true, value: { items: [] } });
    }
    const history = await stranger.call(listMerchantHistory);
    expect(history.items.map((entry) => entry.what)).toEqual(['merchant_registered']);
  });

  test('after all that, the other merchant’s product stands as it was', async () => {
    const { listings } = await story.merchant.call(getProductListings, { params: { productId: given(story.productId, 'product') } });
    expect(listings.map((listing) => listing.state)).toEqual(['live', 'live', 'live']);
  });
});

describe('who is not signed in, or is somebody else', () => {
  for (const audience of ['merchant', 'operator', 'hub', 'creator'] as const) {
    test(`${audience} routes refuse guests and other kinds of accounts`, async () => {
      const route = given(ROUTES.find((one) => one.audience === audience && one.method === 'GET' && !one.path.includes('{')), 'route');
      expect(await openVisitor(served.transport, served.origin).ask(route)).toMatchObject({ ok: false, status: 401, code: 'not_signed_in' });
      const other = audience === 'merchant' ? story.operator : stranger;
      expect(await other.ask(route)).toMatchObject({ ok: false, status: 403, code: 'wrong_audience' });
    });
  }
});
