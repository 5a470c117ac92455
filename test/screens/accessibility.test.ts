import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { STEPS } from '#demo/journey/journey.ts';
import { emailOf, PASSWORD } from '#demo/journey/before-the-sale.ts';
import { openStory, type Story } from '#demo/journey/story.ts';
import type { ServedMarketplace } from '#test/setup/served-marketplace.ts';
import { servePages } from '#test/setup/served-pages.ts';
import { CHROMIUM, openBrowser } from './chromium.ts';
import { visit } from './visit.ts';

/** Every main screen, as axe reads it and at the width of a phone: nothing serious stands in the way of anybody, and nothing sticks out of the page. */

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RUN = '2a3b4c5d-accessible';

let served: ServedMarketplace;
let browser: Browser;
let story: Story;

declare global {
  // The page's own copy, put there by `findings`.
  var axe: { run: (context: unknown, options: unknown) => Promise<axe.AxeResults> };
}

async function findings(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const { violations, passes } = await page.evaluate(() => globalThis.axe.run(document, {}));
  if (passes.length < 5) throw new Error(`hardly anything of ${page.url()} was checked`);
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}

/** How far the page can be moved sideways, in pixels. */
const overhang = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

type Audience = 'anybody' | 'buyer' | 'merchant' | 'operator' | 'hub' | 'creator';
const SCREENS: readonly (readonly [Audience, string, (story: Story) => string])[] = [
  ['anybody', 'the entrance', () => '/'], ['anybody', 'sign-in', () => '/sign-in'], ['anybody', 'registration', () => '/register'],
  ['anybody', 'the feed', () => '/us'], ['anybody', 'the shelves', () => '/us/shop'], ['anybody', 'a note', ({ noteId }) => `/us/notes/${noteId}`], ['anybody', 'a product page', ({ listings }) => `/us/listings/${listings.US}`],
  ['anybody', 'a product page in Traditional Chinese', ({ listings }) => `/hk/listings/${listings.HK}`], ['anybody', 'the claim policy', () => '/us/claim-policy'],
  ['buyer', 'my orders', () => '/us/orders'], ['buyer', 'an order', ({ orderId }) => `/us/orders/${orderId}`], ['buyer', 'the claim form', ({ orderId, orderLineId }) => `/us/orders/${orderId}/claim/${orderLineId}`], ['buyer', 'a claim', ({ claimId }) => `/us/claims/${claimId}`],
  ['merchant', 'home', () => '/merchant'], ['merchant', 'products', () => '/merchant/products'], ['merchant', 'a new product', () => '/merchant/products/new'], ['merchant', 'a product', ({ productId }) => `/merchant/products/${productId}`], ['merchant', 'import', () => '/merchant/products/import'],
  ['merchant', 'orders', () => '/merchant/orders'], ['merchant', 'an order', ({ merchantOrderId }) => `/merchant/orders/${merchantOrderId}`], ['merchant', 'claims', () => '/merchant/claims'], ['merchant', 'a claim', ({ claimId }) => `/merchant/claims/${claimId}`],
  ['merchant', 'statements', () => '/merchant/statements'], ['merchant', 'a statement', ({ statementId }) => `/merchant/statements/${statementId}`], ['merchant', 'history', () => '/merchant/history'], ['merchant', 'keys', () => '/merchant/api-keys'], ['merchant', 'members', () => '/merchant/members'], ['merchant', 'webhooks', () => '/merchant/webhooks'],
  ['merchant', 'documents', () => '/merchant/documents'], ['merchant', 'a change of duty', () => '/merchant/tariffs'], ['anybody', 'the schedule', () => '/tariffs?q=6109'],
  ['merchant', 'why', ({ listings }) => `/merchant/why/${listings.US}`],
  ['operator', 'home', () => '/operator'], ['operator', 'cohorts', () => '/operator/cohorts'], ['operator', 'a new cohort', () => '/operator/cohorts/new'], ['operator', 'merchants', () => '/operator/merchants'], ['operator', 'editions', () => '/operator/editions'],
  ['operator', 'orders', () => '/operator/orders'], ['operator', 'an order', ({ orderId }) => `/operator/orders/${orderId}`], ['operator', 'claims', () => '/operator/claims'], ['operator', 'a claim', ({ claimId }) => `/operator/claims/${claimId}`], ['operator', 'statements', () => '/operator/statements'],
  ['operator', 'history', () => '/operator/history'], ['operator', 'why', ({ orderId }) => `/operator/why/${orderId}`],
  ['hub', 'the station', () => '/hub'], ['hub', 'a scan', () => '/hub/scan?code=NOTHING'], ['creator', 'home', () => '/creator'], ['creator', 'a new note', () => '/creator/new'],
];

describe.skipIf(CHROMIUM === null)('screens (skipped where there is no Chromium)', () => {
  const pages = new Map<Audience, Page>();

  beforeAll(async () => {
    served = await servePages();
    browser = await openBrowser();
    story = await openStory(served.transport, served.origin, served.staff, RUN);
    for (const step of STEPS.slice(0, 11)) await step(story);
    const chinese = { locale: 'zh-CN' };
    pages.set('anybody', await visit(browser, served.origin));
    pages.set('buyer', await visit(browser, served.origin));
    pages.set('merchant', await visit(browser, served.origin, { ...chinese, login: { email: emailOf(RUN), password: PASSWORD } }));
    pages.set('operator', await visit(browser, served.origin, { ...chinese, login: served.staff.operator }));
    pages.set('hub', await visit(browser, served.origin, { ...chinese, login: served.staff.hub }));
    pages.set('creator', await visit(browser, served.origin, { login: served.staff.creator }));
    // The story's buyer is a guest whom a cookie names; the browser takes it over.
    await pages.get('buyer')?.context().addCookies(story.buyer.cookies().map(({ name, value }) => ({ name, value, url: served.origin })));
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });

  test.each(SCREENS)('%s: %s', async (audience, _, pathOf) => {
    const page = pages.get(audience);
    if (page === undefined) throw new Error(`nobody is signed in as ${audience}`);
    await page.setViewportSize({ width: 1280, height: 900 });
    const answer = await page.goto(`${served.origin}${pathOf(story)}`);
    expect(answer?.status()).toBe(200);
    expect(await findings(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await overhang(page)).toBeLessThanOrEqual(0);
    expect(await findings(page)).toEqual([]);
  }, 120_000);
});
