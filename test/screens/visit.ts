import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

type Login = Readonly<{ email: string; password: string }>;

/** A person at a browser of their own, signed in when a login is given. */
export async function visit(browser: Browser, origin: string, options: BrowserContextOptions & Readonly<{ login?: Login }> = {}): Promise<Page> {
  const { login, ...settings } = options;
  const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1280, height: 900 }, ...settings });
  const page = await context.newPage();
  // The tests hold on a slow machine too: what is waited for comes, sooner or later.
  page.setDefaultTimeout(45_000);
  if (login === undefined) return page;
  await page.goto(`${origin}/sign-in`);
  await page.fill('input[name="email"]', login.email);
  await page.fill('input[name="password"]', login.password);
  await page.locator('form:has(input[name="password"]) button[type="submit"]').first().click();
  await page.waitForURL((address) => !address.pathname.startsWith('/sign-in'));
  return page;
}
