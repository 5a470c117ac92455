import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { placeOrder, startCheckout } from '#contract/checkout.ts';
import { answerInvitation, listMyInvitations, openCohort } from '#contract/cohorts.ts';
import { importProducts } from '#contract/products.ts';
import { registerMerchant } from '#contract/session.ts';
import { setSwitch } from '#contract/switches.ts';
import type { IdOf } from '#core/ids/id.ts';
import { demoProducts } from '#demo/catalogue.ts';
import { BUYER } from '#demo/journey/the-sale.ts';
import { openVisitor, type Transport } from '#demo/journey/visitor.ts';
import { castStaff, DEMO_PASSWORD } from '#demo/load/accounts.ts';
import { productInputOf } from '#demo/products/product.ts';
import { apiAppOf } from '#server/api-app.ts';
import { openMarketplace, type Marketplace } from '#server/open-marketplace.ts';
import { openServer } from '#server/platform/postgres/open-server.ts';

const PRODUCTS = 5_000;
const SHOPS = 10;
const ORDERS = 1_000;
const WARM_UP = 100;
const STOCK = 1_000_000;

type Wanted = Readonly<{ listingId: IdOf<'listing'>; variantId: IdOf<'variant'> }>;

/** Everybody is invited, whatever they sell. */
const POLICY = { places: 1_000, minimumScore: 0, weights: { originalDesign: 1, craft: 1, patents: 0, noteMentions: 0, repeatBuyers: 0 }, refundsPpmMax: 1_000_000 };

/**
 * Guest checkouts a second to payment authorised, over HTTP against a server process of its own on the embedded database
 * with durable commits: each is a new visitor who starts a checkout of one of 5,000 products and places the order. At 1 and
 * at 16 at once, then 16 who all want the same product; beside the machine's bare commits of one row.
 */
export async function run(): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'pilotage-bench-'));
  let server: ChildProcess | null = null;
  try {
    const catalogue = await stockedMarketplace(data);
    const port = await freePort();
    server = await startServer(data, port);
    const origin = `http://127.0.0.1:${port}`;
    process.stdout.write(`  ${catalogue.length.toLocaleString('en')} variants of ${PRODUCTS.toLocaleString('en')} products are for sale\n`);
    const anything = (index: number) => catalogue[(index * 7_919) % catalogue.length];
    await checkouts(origin, 4, WARM_UP, anything);
    for (const atOnce of [1, 16]) report(`at ${atOnce} at once`, await checkouts(origin, atOnce, atOnce === 1 ? ORDERS / 4 : ORDERS, anything));
    report('at 16 at once, all of the same product', await checkouts(origin, 16, ORDERS / 2, () => catalogue[0]));
  } finally {
    await stopServer(server);
    rmSync(data, { recursive: true, force: true });
  }
}

type Timed = Readonly<{ times: readonly number[]; seconds: number }>;

async function checkouts(origin: string, atOnce: number, orders: number, wantedBy: (index: number) => Wanted | undefined): Promise<Timed> {
  const times: number[] = [];
  const started = performance.now();
  let next = 0;
  await Promise.all(Array.from({ length: atOnce }, async () => {
    for (let index = next++; index < orders; index = next++) {
      const wanted = wantedBy(index);
      if (wanted !== undefined) times.push(await checkout(origin, wanted));
    }
  }));
  return { times: times.sort((a, b) => a - b), seconds: (performance.now() - started) / 1000 };
}

async function checkout(origin: string, wanted: Wanted): Promise<number> {
  const started = performance.now();
  const visitor = openVisitor((request) => fetch(request), origin, 'en');
  const { id } = await visitor.call(startCheckout, { body: { market: 'US', items: [{ ...wanted, quantity: 1 }] } });
  await visitor.call(placeOrder, { params: { checkoutId: id }, body: { email: 'bench@demo.example', address: BUYER, payment: { provider: 'test', token: 'tok_ok' }, policySeen: true } });
  return performance.now() - started;
}

function report(what: string, { times, seconds }: Timed): void {
  const quantile = (share: number) => (times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(0);
  process.stdout.write(`  ${(times.length / seconds).toFixed(1)} guest orders/s ${what} (p50 ${quantile(0.5)} ms, p99 ${quantile(0.99)} ms)\n`);
}

/** Ten shops with five hundred products each, enrolled and open for the United States; answers what is for sale. */
async function stockedMarketplace(data: string): Promise<readonly Wanted[]> {
  const database = await openServer({ env: { PILOTAGE_DATA: data }, log: () => undefined, httpPort: 1 });
  if (!database.ok) throw new Error(JSON.stringify(database.problem));
  const marketplace = await openMarketplace({ connection: database.value.connection });
  try {
    const origin = 'http://bench.local';
    const app = apiAppOf(marketplace);
    const transport: Transport = async (request) => app.fetch(request);
    const staff = await castStaff(marketplace);
    const operator = openVisitor(transport, origin);
    await operator.signIn(staff.operator.email ?? '', DEMO_PASSWORD);
    const shops = await Promise.all(Array.from({ length: SHOPS }, (_shop, index) => openShop(transport, origin, index)));
    await operator.call(openCohort, { body: { name: 'Bench', markets: ['US'], policy: POLICY, feePlan: 'cross-border-2026' } });
    for (const [index, shop] of shops.entries()) {
      const invitation = (await shop.call(listMyInvitations)).items[0];
      if (invitation === undefined) throw new Error('a shop of the bench was not invited');
      await shop.call(answerInvitation, { params: { invitationId: invitation.id }, body: { accept: true } });
      await shop.call(setSwitch, { body: { state: 'open' } });
      await shop.upload(importProducts, goodsOf(index), { format: 'pilotage' });
    }
    await bareCommits(marketplace);
    return await marketplace.system.db.selectFrom('listing').innerJoin('variant', 'variant.productId', 'listing.productId').select(['listing.id as listingId', 'variant.id as variantId']).where('listing.state', '=', 'live').where('market', '=', 'US').orderBy('variant.id').execute();
  } finally {
    await marketplace.close();
    await database.value.release();
  }
}

async function openShop(transport: Transport, origin: string, index: number) {
  const shop = openVisitor(transport, origin);
  const email = `bench-${index}@demo.example`;
  await shop.call(registerMerchant, { body: { shopName: `Bench ${index}`, personName: '卖家', city: '义乌', email, password: DEMO_PASSWORD, originalDesign: true, craft: true } });
  await shop.signIn(email, DEMO_PASSWORD);
  return shop;
}

/** The demo's sound products again and again, each time under another id. */
function goodsOf(shop: number): Uint8Array {
  const sound = demoProducts.filter((product) => !product.troubled);
  const lines = Array.from({ length: PRODUCTS / SHOPS }, (_product, index) => {
    const product = sound[(shop * 37 + index) % sound.length] ?? sound[0];
    if (product === undefined) throw new Error('the demo has no sound product');
    const input = productInputOf(product);
    return JSON.stringify({ ...input, id: `${input.id}-${index}`, variants: input.variants.map((variant) => ({ ...variant, stock: STOCK })) });
  });
  return new TextEncoder().encode(lines.join('\n'));
}

/** What the disk allows at most: one row, one commit, one at a time. */
async function bareCommits({ system }: Marketplace): Promise<void> {
  const started = performance.now();
  const commits = 500;
  for (let index = 0; index < commits; index += 1) await system.db.insertInto('setting').values({ key: `bench ${index}`, value: '1' }).execute();
  process.stdout.write(`  ${(commits / ((performance.now() - started) / 1000)).toFixed(0)} bare one-row commits/s, one at a time: the ceiling of the disk\n`);
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject).listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}

async function startServer(data: string, port: number): Promise<ChildProcess> {
  const child = spawn(process.execPath, [...process.execArgv, join(import.meta.dirname, 'checkout-server.ts')], { env: { ...process.env, PILOTAGE_DATA: data, PORT: String(port), DATABASE_URL: '' }, stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise<void>((resolve, reject) => {
    child.stdout?.once('data', () => resolve());
    child.once('exit', (code) => reject(new Error(`the server did not start (${code})`)));
  });
  return child;
}

async function stopServer(child: ChildProcess | null): Promise<void> {
  if (child === null || child.exitCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await gone;
}
