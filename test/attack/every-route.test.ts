import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createMerchantKey, uploadBuyerFile } from '#contract/accounts.ts';
import { ROUTES } from '#contract/api.ts';
import { ERRORS } from '#contract/error.ts';
import type { Route } from '#contract/route.ts';
import { STEPS } from '#demo/journey/journey.ts';
import { evidencePhoto } from '#demo/journey/photo.ts';
import { openStory, type Story } from '#demo/journey/story.ts';
import { openVisitor, type Visitor } from '#demo/journey/visitor.ts';
import { serveMarketplace, type ServedMarketplace } from '#test/setup/served-marketplace.ts';
import { exampleOf, spoiled } from './example-of.ts';

/** Every route of the contract, asked wrongly in every way that can be listed: each answer is a typed refusal in the caller's language, and never a breakdown. */

let served: ServedMarketplace;
let story: Story;
/** The same people, once in each language. */
let people: Readonly<Record<Route['audience'], readonly Visitor[]>>;
/** Ids of things that have been through everything: most commands come too late for them. */
let known: Readonly<Record<string, unknown>>;

beforeAll(async () => {
  served = await serveMarketplace();
  story = await openStory(served.transport, served.origin, served.staff, '0f1e2d3c-every-route');
  for (const step of STEPS.slice(0, 11)) await step(story);
  const email = `journey-${story.run}@demo.example`;
  const signedIn = (login: { email: string; password: string }) => Promise.all((['zh-Hans', 'en'] as const).map(async (language) => {
    const visitor = openVisitor(served.transport, served.origin, language);
    await visitor.signIn(login.email, login.password);
    return visitor;
  }));
  const { operator, hub, creator } = served.staff;
  const merchant = await signedIn({ email, password: 'journey-pillow-2026' });
  people = { public: [openVisitor(served.transport, served.origin, 'zh-Hans'), openVisitor(served.transport, served.origin, 'en')], buyer: [openVisitor(served.transport, served.origin, 'zh-Hans'), story.buyer], merchant, operator: await signedIn(operator), hub: await signedIn(hub), creator: await signedIn(creator) };
  const parcel = await served.marketplace.system.db.selectFrom('exportParcel').select(['id', 'orderId']).executeTakeFirstOrThrow();
  const inbound = await served.marketplace.system.db.selectFrom('inboundParcel').select(['id', 'code']).executeTakeFirstOrThrow();
  const checkout = await served.marketplace.system.db.selectFrom('checkout').select('id').where('orderId', 'is not', null).executeTakeFirstOrThrow();
  known = {
    market: 'US', productId: story.productId, variantId: story.variantId, listingId: story.listings.US, noteId: story.noteId, orderId: story.orderId, orderLineId: story.orderLineId, merchantOrderId: story.merchantOrderId,
    claimId: story.claimId, statementId: story.statementId, exportParcelId: parcel.id, inboundParcelId: inbound.id, code: inbound.code, checkoutId: checkout.id, id: story.orderId,
    apiKeyId: (await story.merchant.call(createMerchantKey, { body: { name: 'erp' } })).key.id, fileId: await story.buyer.upload(uploadBuyerFile, await evidencePhoto('claim')), paper: 'label', edition: 'sample',
  };
}, 120_000);
afterAll(() => served.close());

/** Ends the session or the shop that the other routes are tried with. */
const LAST = new Set(['leaveProgramme', 'removeMember', 'revokeMerchantKey']);
const TRIED = ROUTES.filter((route) => !LAST.has(route.id));

type Input = Readonly<{ params: unknown; query: unknown; body: unknown }>;

async function ask(route: Route, who: Visitor, input: Input): Promise<string | null> {
  const answer = await who.ask(route, input as never, randomUUID());
  if (answer.ok) return null;
  if (answer.status >= 500) return `${answer.status} ${answer.code}`;
  if (!Object.hasOwn(ERRORS, answer.code)) return `a code the contract does not know: ${answer.code}`;
  return /\{\w+\}|\[object|received undefined/.test(answer.detail) ? `words with a gap: ${answer.code}: ${answer.detail}` : null;
}

function inputOf(route: Route, names: Readonly<Record<string, unknown>>): Input {
  const part = (schema: Route['body']) => exampleOf(schema, names);
  return { params: part(route.params), query: route.query === route.body ? {} : part(route.query), body: route.binary || route.method === 'GET' || route.method === 'DELETE' ? {} : part(route.body) };
}

describe('asked of things that are not there', () => {
  test.each(TRIED.map((route) => [`${route.method} ${route.path}`, route] as const))('%s answers', async (_, route) => {
    for (const who of people[route.audience]) expect(await ask(route, who, inputOf(route, { market: 'US', paper: 'label' }))).toBeNull();
  });
});

describe('asked of things that have been through everything', () => {
  test.each(TRIED.map((route) => [`${route.method} ${route.path}`, route] as const))('%s answers', async (_, route) => {
    for (const who of people[route.audience]) expect(await ask(route, who, inputOf(route, known))).toBeNull();
  });
});

describe('asked with one thing wrong', () => {
  test.each(TRIED.filter((route) => !route.binary).map((route) => [`${route.method} ${route.path}`, route] as const))('%s answers', async (_, route) => {
    const input = inputOf(route, known);
    const wrong: string[] = [];
    for (const who of people[route.audience].slice(-1)) {
      for (const part of ['params', 'query', 'body'] as const) {
        if (part === 'body' && (route.method === 'GET' || route.method === 'DELETE')) continue;
        for (const { what, value } of spoiled(input[part])) {
          const fault = await ask(route, who, { ...input, [part]: value });
          if (fault !== null) wrong.push(`${part}: ${what}: ${fault}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  }, 60_000);
});

/** What a refusal says; nothing where there is none. */
async function wordsOf(route: Route, who: Visitor | undefined, input: Input): Promise<string> {
  const answer = await who?.ask(route, input as never);
  return answer === undefined || answer.ok ? '' : answer.detail;
}

describe('the words of a refusal', () => {
  test.each(TRIED.map((route) => [`${route.method} ${route.path}`, route] as const))('of %s are in the caller’s language', async (_, route) => {
    const [chinese, english] = people[route.audience];
    const input = inputOf(route, { market: 'US', paper: 'label' });
    expect(await wordsOf(route, chinese, input)).toMatch(/^$|\p{Script=Han}/u);
    expect(await wordsOf(route, english, input)).not.toMatch(/\p{Script=Han}/u);
  });
});
