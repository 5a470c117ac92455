import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { DEMO_PASSWORD } from '#demo/load/accounts.ts';
import type { Command } from '../command.ts';

/** Pictures of the running demo for the README, taken with the system's Chromium. */

const OUT = join(import.meta.dirname, '../../docs/screenshots');

type Shot = Readonly<{ name: string; path: string; as: string | null; language: string; width: number; height: number; find?: string }>;

const SHOTS: readonly Shot[] = [
  { name: 'storefront-feed', path: '/us', as: null, language: 'en-US', width: 1280, height: 860 },
  { name: 'storefront-listing', path: '/us/shop', as: null, language: 'en-US', width: 1280, height: 980, find: 'a[href*="/listings/"]' },
  { name: 'storefront-phone', path: '/hk', as: null, language: 'zh-HK', width: 390, height: 844 },
  { name: 'merchant-home', path: '/merchant', as: 'qingji', language: 'zh-CN', width: 1280, height: 900 },
  { name: 'merchant-product', path: '/merchant/products', as: 'qingji', language: 'zh-CN', width: 1280, height: 1100, find: 'a[href*="/merchant/products/prd_"]:has-text("珐琅铸铁锅")' },
  { name: 'operator', path: '/operator', as: 'operator', language: 'en-US', width: 1280, height: 900 },
  { name: 'hub', path: '/hub', as: 'hub', language: 'zh-CN', width: 1024, height: 768 },
];

async function signIn(page: Page, base: string, key: string): Promise<void> {
  const reply = await page.request.post(`${base}/api/auth/sign-in/email`, { data: { email: `${key}@demo.example`, password: DEMO_PASSWORD }, headers: { origin: base } });
  if (!reply.ok()) throw new Error(`sign-in of ${key}: ${reply.status()}`);
}

async function take(browser: Browser, base: string, shot: Shot): Promise<void> {
  const context = await browser.newContext({ locale: shot.language, viewport: { width: shot.width, height: shot.height } });
  const page = await context.newPage();
  if (shot.as !== null) await signIn(page, base, shot.as);
  await page.goto(base + shot.path, { waitUntil: 'networkidle' });
  if (shot.find !== undefined) {
    const href = await page.locator(shot.find).first().getAttribute('href');
    if (href !== null) await page.goto(new URL(href, base).href, { waitUntil: 'networkidle' });
  }
  await page.screenshot({ path: join(OUT, `${shot.name}.png`) });
  await context.close();
}

export const screenshotsCommand: Command = {
  name: 'screenshots',
  summary: 'Take the README’s pictures of a running demo',
  usage: 'screenshots [--url http://localhost:3000]',
  run: async (args, console) => {
    const { values } = parseArgs({ args: [...args], options: { url: { type: 'string' } } });
    const base = values.url ?? 'http://localhost:3000';
    const { chromium } = await import('playwright-core');
    mkdirSync(OUT, { recursive: true });
    const browser = await chromium.launch({ executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
    try {
      for (const shot of SHOTS) {
        await take(browser, base, shot);
        console.out(`${shot.name}.png`);
      }
    } finally {
      await browser.close();
    }
    return 0;
  },
};
