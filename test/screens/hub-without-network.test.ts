import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { placeOrder, startCheckout } from '#contract/checkout.ts';
import { getHubWork, packParcel } from '#contract/hub.ts';
import { getListing } from '#contract/storefront.ts';
import { STEPS } from '#demo/journey/journey.ts';
import { evidencePhoto } from '#demo/journey/photo.ts';
import { given, openStory, type Story } from '#demo/journey/story.ts';
import { BUYER } from '#demo/journey/the-sale.ts';
import { openVisitor } from '#demo/journey/visitor.ts';
import type { ServedMarketplace } from '#test/setup/served-marketplace.ts';
import { servePages } from '#test/setup/served-pages.ts';
import { CHROMIUM, openBrowser, PATIENTLY, textOf } from './chromium.ts';
import { visit } from './visit.ts';

/** The station of the hub while the network is gone: work goes on, is sent in order when it is back, and is done once. */

/** A browser may say that the network is back before it is; the station then tries again by itself. */
const AGAIN = { timeout: 60_000, interval: 200 } as const;
const BANNER = 'aside[role="status"]';
let served: ServedMarketplace;
let story: Story;
let browser: Browser;
let page: Page;
describe.skipIf(CHROMIUM === null)('a hub station without network (skipped where there is no Chromium)', () => {
  beforeAll(async () => {
    served = await servePages();
    browser = await openBrowser();
    story = await openStory(served.transport, served.origin, served.staff, '7c8d9e0f-hub-without-network');
    for (const step of STEPS.slice(0, 6)) await step(story);
    for (let n = 0; n < 3; n += 1) await order();
    page = await visit(browser, served.origin, { login: served.staff.hub });
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });

  async function order() {
    const guest = openVisitor(served.transport, served.origin, 'en');
    const listingId = given(story.listings.US, 'listing');
    const listing = await guest.call(getListing, { params: { market: 'US', listingId } });
    const checkout = await guest.call(startCheckout, { body: { market: 'US', items: [{ listingId, variantId: given(listing.variants[0], 'variant').id, quantity: 1 }] } });
    await guest.call(placeOrder, { params: { checkoutId: checkout.id }, body: { email: 'dana@demo.example', address: BUYER, payment: { provider: 'test', token: 'tok_ok' }, policySeen: true } });
  }

  const work = () => story.hub.call(getHubWork);
  const scan = async (code: string) => {
    await page.locator('input[name="code"]').fill(code);
    await page.keyboard.press('Enter');
    await page.waitForURL((address) => address.searchParams.get('code') === code);
  };
  const evidenceOf = (parcelId: string) => served.marketplace.system.db.selectFrom('evidence').select('id').where('kind', '=', 'hub_measure').where('data', '@>', JSON.stringify({ figures: { parcelId } }) as never).execute();

  test('notes what is received, says so, and sends it in order and once when the network is back', async () => {
    const { expected } = await work();
    const [one, other] = [given(expected[0], 'parcel'), given(expected[1], 'parcel')];
    await page.goto(`${served.origin}/hub`);
    await page.getByText(one.code).first().waitFor();
    await page.waitForLoadState('networkidle');
    await page.context().setOffline(true);
    for (const parcel of [one, other]) {
      await scan(parcel.code);
      await page.getByText('No network: receive it as usual').waitFor();
      await page.fill('input[name="weightGrams"]', '335');
      await page.fill('input[name="count-0"]', '1');
      await page.setInputFiles('input[name="photos"]', { name: 'hub.png', mimeType: 'image/png', buffer: Buffer.from(await evidencePhoto('hub', parcel.code)) });
      await page.locator('button[name="decision"][value="accept"]').click();
      await page.getByText('Noted; it is sent when the network is back').first().waitFor();
    }
    await expect.poll(textOf(page, BANNER), PATIENTLY).toMatch(/No network.*2 steps wait/);
    expect((await work()).expected.map((parcel) => parcel.id)).toEqual(expected.map((parcel) => parcel.id));
    await scan(one.code);
    await page.getByText('Noted; it is sent when the network is back').first().waitFor();

    await page.context().setOffline(false);
    await expect.poll(async () => (await work()).toPack.length, AGAIN).toBe(2);
    await page.locator(BANNER).waitFor({ state: 'detached' });
    for (const parcel of [one, other]) expect(await evidenceOf(parcel.id)).toHaveLength(1);
    const received = await served.marketplace.system.db.selectFrom('inboundParcel').select(['id', 'receivedAt']).where('id', 'in', [one.id, other.id]).orderBy('receivedAt').execute();
    expect(received.map((row) => row.id)).toEqual([one.id, other.id]);
  }, 180_000);

  test('hands over without a network, and shows what the server refused afterwards', async () => {
    const { toPack } = await work();
    const orderId = given(toPack[0], 'order').orderId;
    const packed = await story.hub.call(packParcel, { params: { orderId }, body: { weightGrams: 420 } });
    await page.goto(`${served.origin}/hub`);
    await page.getByText(packed.code).first().waitFor();
    await page.waitForLoadState('networkidle');
    await page.context().setOffline(true);
    await scan(packed.code);
    await page.locator('form:has(input[value="handOver"]) button[type="submit"]').click();
    await page.getByText('Noted; it is sent when the network is back').first().waitFor();
    // Meanwhile the marketplace ended the order: what was noted can no longer be done.
    await served.marketplace.system.db.updateTable('exportParcel').set({ state: 'withdrawn' }).where('id', '=', packed.id).execute();
    await page.context().setOffline(false);
    await expect.poll(textOf(page, BANNER), AGAIN).toMatch(/was refused: .*withdrawn/);
    await page.getByRole('button', { name: 'I have read it' }).click();
    await page.locator(BANNER).waitFor({ state: 'detached' });
  }, 180_000);
});
