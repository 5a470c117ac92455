import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openAppeal } from '#contract/appeals.ts';
import { putDocument } from '#contract/documents.ts';
import type { ProductId } from '#core/ids/id.ts';
import { evidencePhoto } from '#demo/journey/photo.ts';
import { servePages } from '#test/setup/served-pages.ts';
import { openStall, openTo, papersFor, PILLOW, SHOP_PASSWORD, stock, TOY, VASE, verdictOf, type Shop, type Stall } from '#test/screening-workflow/stall.ts';
import { CHROMIUM, openBrowser } from './chromium.ts';

let stall: Stall;
let shop: Shop;
let browser: Browser;
let toys: ProductId[];
let lastPaper: string;

async function visit(login: Readonly<{ email: string; password: string }>): Promise<Page> {
  const page = await (await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 900 } })).newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(`${stall.served.origin}/sign-in`);
  await page.fill('input[name="email"]', login.email);
  await page.fill('input[name="password"]', login.password);
  await page.locator('form:has(input[name="password"]) button[type="submit"]').first().click();
  await page.waitForURL((address) => !address.pathname.startsWith('/sign-in'));
  return page;
}

describe.skipIf(CHROMIUM === null)('screening on its screens (skipped where there is no Chromium)', () => {
  beforeAll(async () => {
    stall = await openStall(await servePages());
    browser = await openBrowser();
    shop = await stall.openShop('积木小铺');
    toys = [await stock(shop, TOY), await stock(shop, TOY, { title: '儿童木制拼图玩具 3岁+' })];
    const papers = await papersFor(shop, toys[0] ?? 'prd_', 'US');
    lastPaper = papers[0] ?? '';
    for (const kind of papers.slice(1)) await shop.call(putDocument, { body: { kind, number: `T-${kind}`, coverage: { cover: 'named', productIds: toys } } });
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await stall?.close();
  });

  test('a merchant sees what a document would open, uploads it, and sees what it opened', async () => {
    const page = await visit({ email: shop.email, password: SHOP_PASSWORD });
    await page.goto(`${stall.served.origin}/merchant/readiness`);
    await page.locator('a[href*="/merchant/documents?kind="]').first().click();
    await page.waitForURL(/\/merchant\/documents\?kind=/);
    await page.selectOption('select[name="kind"]', lastPaper);
    await page.locator('button[name="intent"][value="foresee"]').click();
    await page.getByText('这份文件能打开 2 件商品').waitFor();
    expect((await verdictOf(shop, toys[0] ?? 'prd_', 'US')).outcome).toBe('blocked');
    await page.fill('input[name="number"]', 'CN-2026-77');
    await page.setInputFiles('input[type="file"][name="file"]', { name: 'scan.png', mimeType: 'image/png', buffer: Buffer.from(await evidencePhoto('hub')) });
    await page.locator('button[name="intent"][value="put"]').click();
    await page.getByText('已存档，打开了 2 件商品').waitFor();
    await page.getByRole('article').filter({ hasText: 'CN-2026-77' }).getByText('2 件商品靠它出口').waitFor();
    for (const toy of toys) expect(['allowed', 'allowed_with_conditions']).toContain((await verdictOf(shop, toy, 'US')).outcome);
  }, 90_000);

  test('a merchant ticks several products, found by a word, and sees what the document opens for them', async () => {
    const three = [];
    for (const number of ['甲', '乙', '丙']) three.push(await stock(shop, TOY, { title: `儿童木制陀螺玩具${number} 3岁+` }));
    const kinds = await papersFor(shop, three[0] ?? 'prd_', 'US');
    for (const kind of kinds.slice(1)) await shop.call(putDocument, { body: { kind, number: `S-${kind}`, coverage: { cover: 'named', productIds: three } } });
    const page = await visit({ email: shop.email, password: SHOP_PASSWORD });
    await page.goto(`${stall.served.origin}/merchant/documents`);
    await page.selectOption('select[name="kind"]', kinds[0] ?? '');
    await page.getByText('只用于我勾选的商品').click();
    await page.getByRole('searchbox').fill('陀螺玩具');
    await page.getByRole('button', { name: '勾选列出的 3 件' }).click();
    await page.getByRole('checkbox', { name: /陀螺玩具丙/ }).uncheck();
    await page.getByText('已勾选 2 件商品').waitFor();
    await page.getByRole('searchbox').fill('没有这样的词');
    await page.locator('button[name="intent"][value="foresee"]').click();
    await page.getByText('这份文件能打开 2 件商品').waitFor();
    await page.fill('input[name="number"]', 'CN-2026-78');
    await page.locator('button[name="intent"][value="put"]').click();
    await page.getByText('已存档，打开了 2 件商品').waitFor();
    const outcomes = [];
    for (const id of three) outcomes.push((await verdictOf(shop, id, 'US')).outcome);
    expect(outcomes.filter((outcome) => outcome === 'blocked')).toHaveLength(1);
  }, 90_000);

  test('an operator decides an appeal with the keyboard alone', async () => {
    const vase = await stock(shop, VASE, { title: '儿童木制玩具形手工陶瓷花瓶' });
    const finding = (await verdictOf(shop, vase, 'US')).findings.find((one) => one.outcome === 'blocked');
    if (finding === undefined) throw new Error('nothing blocks the vase');
    const appeal = await shop.call(openAppeal, { body: { productId: vase, market: 'US', ruleId: finding.ruleId, words: '这是花瓶，只是造型像玩具。' } });
    const page = await visit(stall.served.staff.operator);
    await page.goto(`${stall.served.origin}/operator/reviews`);
    await page.getByText('这是花瓶，只是造型像玩具。').waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    await page.keyboard.press('w');
    await page.keyboard.type('陶瓷摆件，不是玩具。');
    await page.keyboard.press('Control+Enter');
    await page.getByText('没有待审').waitFor();
    const again = (await verdictOf(shop, vase, 'US')).findings.find((one) => one.ruleId === finding.ruleId);
    expect(again?.outcome).toBe('allowed');
    const merchant = await visit({ email: shop.email, password: SHOP_PASSWORD });
    await merchant.goto(`${stall.served.origin}/merchant/appeals/${appeal.id}`);
    await merchant.getByText('陶瓷摆件，不是玩具。').first().waitFor();
  }, 90_000);

  test('an operator drafts a rule, mends it where the linter points, replays it, publishes it and takes it back', async () => {
    const pillow = await stock(shop, PILLOW);
    await openTo(shop, pillow, 'US');
    const page = await visit(stall.served.staff.operator);
    await page.goto(`${stall.served.origin}/operator/editions/rules`);
    const rule = 'rules:\n  - id: US-TEST-001\n    markets: [US]\n    categories: [travel]\n    outcome: prohibit\n    when:\n      mentionz: [护颈枕]\n    message: { zh-Hans: 停售, zh-Hant: 停售, en: stopped }\n    fix: { kind: wait, text: { zh-Hans: 等待, zh-Hant: 等待, en: wait } }\n    citation: a test\n    confidence: known\n';
    await page.fill('textarea[name="text"]', rule);
    await page.locator('button[name="intent"][value="lint"]').click();
    await page.getByRole('button', { name: '第 7 行' }).waitFor();
    await page.fill('textarea[name="text"]', rule.replace('mentionz', 'mentions'));
    await page.locator('button[name="intent"][value="draft"]').click();
    await page.waitForURL(/\/operator\/editions\/edn_/);
    await page.getByRole('button', { name: '开始重放' }).click();
    await page.getByRole('button', { name: '发布', exact: false }).last().waitFor();
    await page.getByText('1 件商品要重审').waitFor();
    await page.locator('button[name="intent"][value="publish"]').click();
    await page.getByText('正在全部店铺生效').waitFor();
    expect(await verdictOf(shop, pillow, 'US')).toMatchObject({ outcome: 'blocked', state: 'off' });
    await page.locator('button[name="intent"][value="withdraw"]').click();
    await page.getByText('已撤回').first().waitFor();
    expect((await verdictOf(shop, pillow, 'US')).state).toBe('live');
  }, 90_000);
});
