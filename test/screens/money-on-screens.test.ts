import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getMyOrder } from '#contract/orders.ts';
import { isId } from '#core/ids/id.ts';
import { STEPS } from '#demo/journey/journey.ts';
import { evidencePhoto } from '#demo/journey/photo.ts';
import { openStory, type Story } from '#demo/journey/story.ts';
import { emailOf, PASSWORD } from '#demo/journey/before-the-sale.ts';
import { BUYER, supplyIt, throughTheHub } from '#demo/journey/the-sale.ts';
import type { ServedMarketplace } from '#test/setup/served-marketplace.ts';
import { servePages } from '#test/setup/served-pages.ts';
import { CHROMIUM, openBrowser, PATIENTLY, textOf } from './chromium.ts';
import { visit as openVisit } from './visit.ts';

const RUN = '5a6b7c8d-money-on-screens';
let served: ServedMarketplace;
let story: Story;
let browser: Browser;
let buyer: Page;

describe.skipIf(CHROMIUM === null)('money on its screens (skipped where there is no Chromium)', () => {
  beforeAll(async () => {
    served = await servePages();
    browser = await openBrowser();
    story = await openStory(served.transport, served.origin, served.staff, RUN);
    for (const step of STEPS.slice(0, 6)) await step(story);
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });

  test('a bank that asks is answered on its page; a refusal places nothing, an approval the order', async () => {
    buyer = await openVisit(browser, served.origin, { viewport: { width: 390, height: 844 } });
    await buyer.goto(`${served.origin}/us/listings/${story.listings.US}`);
    await buyer.locator('form:has(input[name="variantId"]) button[type="submit"]').click();
    await buyer.waitForURL(/\/us\/checkout\/chk_/);
    const checkoutUrl = buyer.url();
    const pay = async () => {
      await buyer.goto(checkoutUrl);
      for (const [name, value] of Object.entries({ email: 'dana@demo.example', ...BUYER })) {
        const field = buyer.locator(`[name="${name}"]`).first();
        if ((await field.evaluate((element) => element.tagName)) === 'SELECT') await field.selectOption(value);
        else await field.fill(value);
      }
      await buyer.selectOption('select[name="token"]', 'tok_challenge');
      await buyer.getByRole('button', { name: /^Pay / }).click();
      await buyer.waitForURL(/\/challenge$/);
    };
    await pay();
    await buyer.getByRole('button', { name: 'Refuse' }).click();
    await buyer.waitForURL(checkoutUrl);
    await expect.poll(textOf(buyer), PATIENTLY).toContain('not approved on your bank’s page');
    expect(await buyer.inputValue('input[name="email"]')).toBe('dana@demo.example');
    await pay();
    // A buyer who comes back before answering sees that the goods are held, and the way to the bank.
    await buyer.goto(checkoutUrl);
    await buyer.getByText('Waiting for your bank').waitFor();
    await buyer.getByRole('link', { name: 'Go to the bank’s page' }).click();
    await buyer.getByRole('button', { name: /^Approve/ }).click();
    await buyer.waitForURL(/\/us\/orders\/ord_/);
    const orderId = /ord_[a-z0-9]+/.exec(buyer.url())?.[0] ?? '';
    expect(isId('order', orderId)).toBe(true);
    story.orderId = isId('order', orderId) ? orderId : null;
  }, 240_000);

  test('the buyer sees what a claim asks for and gives before sending it, and is told by when an answer comes', async () => {
    await supplyIt(story);
    // The story's own buyer did not place this order: what it would read back is the page's to show.
    await throughTheHub({ ...story, buyer: { ...story.buyer, call: async (route) => (route.id === getMyOrder.id ? { tracking: [{ status: 'delivered' }], state: 'delivered', payment: { state: 'captured' } } : {}) as never } });
    await buyer.reload();
    await buyer.locator('a[href*="/claim/"]').first().click();
    await buyer.locator('input[name="kind"][value="damaged"]').check({ force: true });
    expect(await buyer.locator('[data-expect="damaged"]').isVisible()).toBe(true);
    expect(await buyer.locator('[data-expect="defective"]').isVisible()).toBe(false);
    expect(await buyer.locator('[data-expect="damaged"]').textContent()).toContain('a photo');
    await buyer.locator('input[name="kind"][value="not_as_described"]').check({ force: true });
    await buyer.fill('textarea[name="description"]', 'It is another colour.');
    await buyer.setInputFiles('input[type="file"]', { name: 'colour.png', mimeType: 'image/png', buffer: Buffer.from(await evidencePhoto('claim', 'money on screens')) });
    await buyer.locator('form button[type="submit"]').last().click();
    await buyer.waitForURL(/\/us\/claims\/clm_/);
    await expect.poll(textOf(buyer, 'h1'), PATIENTLY).toMatch(/Refund|Being looked at|Waiting/);
  }, 240_000);

  test('the merchant appeals with what speaks against it, and the operator turns the charge round from the keyboard’s queue', async () => {
    const merchant = await openVisit(browser, served.origin, { locale: 'zh-CN', login: { email: emailOf(RUN), password: PASSWORD } });
    await merchant.goto(`${served.origin}/merchant/claims`);
    await merchant.locator('tbody a').first().click();
    await merchant.fill('textarea[name="text"]', '买家照片中的颜色是灯光造成的，附出厂照片。');
    await merchant.getByRole('button', { name: '提交申诉' }).click();
    await merchant.getByText('您的申诉').waitFor();
    const operator = await openVisit(browser, served.origin, { login: served.staff.operator });
    await operator.goto(`${served.origin}/operator/claims`);
    await operator.getByText('Appealed by the merchant').first().waitFor();
    await operator.keyboard.press('j');
    await operator.keyboard.press('Enter');
    await operator.waitForURL(/\/operator\/claims\/clm_/);
    await operator.fill('input[name="share.merchant"]', '0');
    await operator.fill('input[name="share.platform"]', '100');
    await operator.fill('textarea[name="reason"]', '照片颜色受灯光影响，由平台承担。');
    await operator.getByRole('button', { name: 'Turn round and decide anew' }).click();
    await operator.getByText('Overturned').first().waitFor();
    await merchant.reload();
    await merchant.getByText('照片颜色受灯光影响，由平台承担。').first().waitFor();
    await operator.goto(`${served.origin}/operator/money`);
    await expect.poll(textOf(operator), PATIENTLY).toContain('Holds');
  }, 240_000);
});
