import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';

/** The system's browser, or null where there is none: tests of screens then say that they are skipped. */
export const CHROMIUM = [process.env['CHROMIUM_PATH'], '/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) => path !== undefined && existsSync(path)) ?? null;

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage'];

export function openBrowser(): Promise<Browser> {
  if (CHROMIUM === null) throw new Error('no Chromium here');
  return chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
}

/** For `expect.poll`: an address may change before its page is drawn, the longer the busier the machine. */
export const PATIENTLY = { timeout: 15_000, interval: 100 } as const;

/** Reads what stands on a page, again each time it is asked. */
export function textOf(page: Page, selector = 'body'): () => Promise<string> {
  return async () => (await page.textContent(selector)) ?? '';
}
