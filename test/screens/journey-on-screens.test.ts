import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordTracking } from '#contract/hub.ts';
import { getMerchantOrder } from '#contract/orders.ts';
import { scanCode } from '#contract/hub.ts';
import { isId } from '#core/ids/id.ts';
import { emailOf, goLive, inviteTheNewcomer, PASSWORD, priceIt, screenEverything } from '#demo/journey/before-the-sale.ts';
import { evidencePhoto } from '#demo/journey/photo.ts';
import { given, openStory, type Story } from '#demo/journey/story.ts';
import { BUYER, supplyIt } from '#demo/journey/the-sale.ts';
import { servePages } from '#test/setup/served-pages.ts';
import type { ServedMarketplace } from '#test/setup/served-marketplace.ts';
import { CHROMIUM, openBrowser, PATIENTLY, textOf } from './chromium.ts';
import { visit as openVisit } from './visit.ts';

let served: ServedMarketplace;
let story: Story;
let browser: Browser;
let buyer: Page;
const RUN = '1f2e3d4c-on-screens';

const visit = (locale: string, login?: Readonly<{ email: string; password: string }>) => openVisit(browser, served.origin, { locale, ...(login !== undefined && { login }) });

describe.skipIf(CHROMIUM === null)('the journey on its screens (skipped where there is no Chromium)', () => {
  beforeAll(async () => {
    served = await servePages();
    browser = await openBrowser();
    story = await openStory(served.transport, served.origin, served.staff, RUN);
    await inviteTheNewcomer(story);
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });

  test('step 2: the merchant reads why it was invited, accepts, opens export with one switch, and narrows it', async () => {
    const page = await visit('zh-CN', { email: emailOf(RUN), password: PASSWORD });
    await page.goto(`${served.origin}/merchant`);
    await page.getByText('为什么选中你').waitFor();
    await page.locator('button[name="accept"][value="yes"]').click();
    await page.locator('input[name="state"][value="open"]').first().waitFor({ state: 'attached' });
    await page.locator('form:has(input[name="state"][value="open"])').first().locator('button[type="submit"]').click();
    await page.getByText('出口已开启').first().waitFor();
    expect(await page.textContent('body')).toContain('出口已开启');
  }, 180_000);

  test('step 7: a guest reads the note, sees the final price with its duty, is declined politely, then buys', async () => {
    for (const step of [screenEverything, priceIt, goLive]) await step(story);
    buyer = await visit('en-US');
    await buyer.goto(`${served.origin}/us/notes/${story.noteId}`);
    await buyer.locator(`a[href*="/us/listings/${story.listings.US}"]`).first().click();
    await buyer.waitForURL(/\/us\/listings\//);
    await expect.poll(textOf(buyer), PATIENTLY).toMatch(/dut(y|ies)/i);
    await expect.poll(textOf(buyer), PATIENTLY).toMatch(/chang(e|ing) your mind|no-reason|change of mind/i);
    await buyer.locator('form:has(input[name="variantId"]) button[type="submit"]').click();
    await buyer.waitForURL(/\/us\/checkout\/chk_/);
    for (const [name, value] of Object.entries({ email: 'dana@demo.example', ...BUYER })) {
      const field = buyer.locator(`[name="${name}"]`).first();
      if ((await field.evaluate((element) => element.tagName)) === 'SELECT') await field.selectOption(value);
      else await field.fill(value);
    }
    await buyer.selectOption('select[name="token"]', { label: 'Test card: declined' });
    await buyer.getByRole('button', { name: /^Pay / }).click();
    await buyer.getByText(/No order was placed/).first().waitFor();
    await buyer.selectOption('select[name="token"]', { label: 'Test card: approved' });
    await buyer.getByRole('button', { name: /^Pay / }).click();
    await buyer.waitForURL(/\/us\/orders\/ord_/);
    const orderId = /ord_[a-z0-9]+/.exec(buyer.url())?.[0] ?? '';
    expect(isId('order', orderId)).toBe(true);
    story.orderId = isId('order', orderId) ? orderId : null;
  }, 240_000);

  test('step 9: the hub scans, weighs, photographs, packs and hands over without leaving the station', async () => {
    await supplyIt(story);
    const { parcelCode } = await story.merchant.call(getMerchantOrder, { params: { merchantOrderId: given(story.merchantOrderId, 'merchant order') } });
    const page = await visit('zh-CN', served.staff.hub);
    await page.goto(`${served.origin}/hub`);
    // A hand scanner is a keyboard that ends with Enter.
    await page.keyboard.type(parcelCode);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/hub\/scan\?code=/);
    await page.fill('input[name="weightGrams"]', '335');
    await page.fill('input[name="count-0"]', '1');
    await page.setInputFiles('input[name="photos"]', { name: 'hub.png', mimeType: 'image/png', buffer: Buffer.from(await evidencePhoto('hub')) });
    await page.locator('button[name="decision"][value="accept"]').click();
    await page.getByText('请打包').first().waitFor();
    await page.fill('input[name="weightGrams"]', '390');
    await page.locator('form:has(input[value="pack"]) button[type="submit"]').click();
    await page.locator('form:has(input[value="handOver"])').waitFor();
    const papers = await page.locator('a[href*="/papers/"]').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(papers).toHaveLength(4);
    for (const paper of papers) expect((await page.request.get(`${served.origin}${paper}`)).headers()['content-type']).toBe('application/pdf');
    await page.locator('form:has(input[value="handOver"]) button[type="submit"]').click();
    await page.locator('form:has(input[value="handOver"])').waitFor({ state: 'detached' });
    const scanned = await story.hub.call(scanCode, { params: { code: new URL(page.url()).searchParams.get('code') ?? '' } });
    expect(scanned.export?.state).toBe('handed_over');
    for (const status of ['in_transit', 'customs_cleared', 'delivered'] as const) await story.operator.call(recordTracking, { params: { exportParcelId: given(scanned.export, 'parcel').id }, body: { status, place: 'Portland' } });
  }, 240_000);

  test('step 10: the buyer’s no-reason return is declined in the policy’s words, and a quality claim with a photo is decided', async () => {
    await buyer.goto(`${served.origin}/us/orders/${story.orderId}`);
    const claimPath = await buyer.locator('a[href*="/claim/"]').first().getAttribute('href');
    await buyer.goto(`${served.origin}${claimPath}`);
    await buyer.locator('input[name="kind"][value="no_reason"]').check({ force: true });
    await buyer.fill('textarea[name="description"]', 'I changed my mind.');
    await buyer.locator('form:has(textarea[name="description"]) button[type="submit"]').click();
    await buyer.waitForURL(/\/us\/claims\/clm_/);
    await expect.poll(textOf(buyer), PATIENTLY).toMatch(/not covered/i);
    await buyer.goto(`${served.origin}${claimPath}`);
    await buyer.locator('input[name="kind"][value="defective"]').check({ force: true });
    await buyer.fill('textarea[name="description"]', 'The seam of the chin rest opened on the first night.');
    await buyer.setInputFiles('input[type="file"]', { name: 'seam.png', mimeType: 'image/png', buffer: Buffer.from(await evidencePhoto('claim', 'seam')) });
    await buyer.locator('form:has(textarea[name="description"]) button[type="submit"]').click();
    await buyer.waitForURL(/\/us\/claims\/clm_/);
    const claimId = /clm_[a-z0-9]+/.exec(buyer.url())?.[0] ?? '';
    const operator = await visit('zh-CN', served.staff.operator);
    await operator.goto(`${served.origin}/operator/claims/${claimId}`);
    if ((await operator.locator('button[name="decision"][value="grant"]').count()) > 0) {
      await operator.locator('input[name="fault"][value="merchant"]').check({ force: true });
      await operator.fill('textarea[name="reason"]', '照片显示缝线开裂，入仓照片完好。');
      await operator.locator('button[name="decision"][value="grant"]').click();
    }
    await operator.getByText('已退款').first().waitFor();
    await buyer.reload();
    await expect.poll(textOf(buyer), PATIENTLY).toMatch(/refund/i);
  }, 240_000);
});
