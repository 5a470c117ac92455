import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { stringify } from 'yaml';
import { answerInvitation, listMyInvitations, openCohort } from '#contract/cohorts.ts';
import { draftRules, publishEdition, replayEdition } from '#contract/editions.ts';
import { importProducts } from '#contract/products.ts';
import { registerMerchant } from '#contract/session.ts';
import { setSwitch } from '#contract/switches.ts';
import { MARKETS } from '#core/market/market.ts';
import type { Product } from '#core/product/product.ts';
import { packOfRules } from '#core/screening/rule-changes.ts';
import { screen } from '#core/screening/screen.ts';
import { writeRule } from '#core/screening/write-rule.ts';
import { demoProducts } from '#demo/catalogue.ts';
import { openVisitor } from '#demo/journey/visitor.ts';
import { castStaff, DEMO_PASSWORD } from '#demo/load/accounts.ts';
import { productInputOf } from '#demo/products/product.ts';
import { apiAppOf } from '#server/api-app.ts';
import { openMarketplace, type Marketplace } from '#server/open-marketplace.ts';
import { loadRulePack } from '#server/platform/packs/rules.ts';
import { openServer } from '#server/platform/postgres/open-server.ts';

/** Products stored, of which only the demo's few that the rule speaks of can be touched. */
const STORED = 1_000_000;
const RULE = 'US-LAW-122';
const ORIGIN = 'http://bench.local';
const POLICY = { places: 10, minimumScore: 0, weights: { originalDesign: 1, craft: 1, patents: 0, noteMentions: 0, repeatBuyers: 0 }, refundsPpmMax: 1_000_000 };

/**
 * One rule of the pack is changed while a million products are stored: how long its replay and its publication take on the
 * embedded database, and how many products were decided again; beside it, what deciding all of them again would take.
 */
export async function run(): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'pilotage-bench-'));
  const database = await openServer({ env: { PILOTAGE_DATA: data }, log: () => undefined, httpPort: 1 });
  if (!database.ok) throw new Error(JSON.stringify(database.problem));
  const marketplace = await openMarketplace({ connection: database.value.connection });
  try {
    await changeOneRule(marketplace);
  } finally {
    await marketplace.close();
    await database.value.release();
    rmSync(data, { recursive: true, force: true });
  }
}

async function changeOneRule(marketplace: Marketplace): Promise<void> {
  const app = apiAppOf(marketplace);
  const visitor = () => openVisitor(async (request) => app.fetch(request), ORIGIN, 'en');
  const staff = await castStaff(marketplace);
  const operator = visitor();
  await operator.signIn(staff.operator.email ?? '', DEMO_PASSWORD);
  const shop = visitor();
  await shop.call(registerMerchant, { body: { shopName: 'Bench', personName: '卖家', city: '义乌', email: 'bench@demo.example', password: DEMO_PASSWORD, originalDesign: true, craft: true } });
  await shop.signIn('bench@demo.example', DEMO_PASSWORD);
  await operator.call(openCohort, { body: { name: 'Bench', markets: [...MARKETS], policy: POLICY, feePlan: 'cross-border-2026' } });
  const invitation = (await shop.call(listMyInvitations)).items[0];
  if (invitation === undefined) throw new Error('the shop of the bench was not invited');
  await shop.call(answerInvitation, { params: { invitationId: invitation.id }, body: { accept: true } });
  const lines = demoProducts.map((product) => JSON.stringify(productInputOf(product), (_key, value: unknown) => (typeof value === 'bigint' ? value.toString() : value)));
  await shop.upload(importProducts, Buffer.from(lines.join('\n')), { format: 'pilotage' });
  await shop.call(setSwitch, { body: { state: 'open' } });
  await storeMany(marketplace);

  const pack = loadRulePack();
  const rule = pack.rules.find(({ id }) => id === RULE);
  if (rule === undefined) throw new Error(`${RULE} is in the pack`);
  const text = stringify({ rules: [writeRule({ ...rule, outcome: rule.outcome === 'warn' ? 'restrict' : 'warn' })] }, { aliasDuplicateObjects: false });
  const { edition } = await operator.call(draftRules, { body: { name: 'bench-one-rule', text } });
  let started = performance.now();
  let replay = await operator.call(replayEdition, { params: { editionId: edition.id }, body: {} });
  while (replay.state !== 'done') replay = await operator.call(replayEdition, { params: { editionId: edition.id }, body: {} });
  report('replay of one changed rule', started, `${replay.touched} products touched, ${replay.flips} verdicts flip`);
  started = performance.now();
  await operator.call(publishEdition, { params: { editionId: edition.id }, body: {} });
  report('publication, the touched products decided again', started, '');
  decideAllEstimate();
}

/** Copies of products that the rule says nothing about, each a row of its own. */
async function storeMany(marketplace: Marketplace): Promise<void> {
  const alone = packOfRules(loadRulePack(), [RULE]);
  const others = asProducts().filter((product) => MARKETS.every((market) => screen(product, market, '2026-11-23', alone).findings.length === 0)).map((product) => product.id);
  const started = performance.now();
  const id = (prefix: string) => sql.raw(`'${prefix}_0' || substr(md5(p.id || n::text), 1, 25)`);
  const db = marketplace.system.db.withoutPlugins();
  await sql`insert into product (id, merchant_id, source_id, revision, title, description, category, brand, origin_country, attributes, facts, images, content_hash, created_at, updated_at)
    select ${id('prd')}, p.merchant_id, p.source_id || '-' || n, 1, p.title || ' ' || n, p.description, p.category, p.brand, p.origin_country, p.attributes, p.facts, p.images, p.content_hash, p.created_at, p.updated_at
    from generate_series(1, ${Math.ceil(STORED / others.length)}) n, product p where p.source_id in (${sql.join(others)}) limit ${STORED}`.execute(db);
  await sql`insert into variant (id, product_id, merchant_id, sku, options, price_minor, stock, position) select 'var_' || substr(id, 5), id, merchant_id, 'default', '{}', 9900, 1, 0 from product where not exists (select from variant v where v.product_id = product.id)`.execute(db);
  await sql`analyze product, variant`.execute(db);
  report(`${STORED.toLocaleString('en')} products stored`, started, '');
}

/** What the rules read of the demo's products. */
function asProducts(): Product[] {
  return demoProducts.map((product): Product => ({ ...productInputOf(product), variants: [] }));
}

function decideAllEstimate(): void {
  const pack = loadRulePack();
  const sample = asProducts();
  const started = performance.now();
  for (const product of sample) for (const market of MARKETS) screen(product, market, '2026-11-23', pack);
  const seconds = ((performance.now() - started) / 1_000 / sample.length) * STORED;
  process.stdout.write(`  ${seconds.toFixed(0)} s  deciding all of them again would take, without reading or writing any (from ${sample.length})\n`);
}

function report(what: string, started: number, detail: string): void {
  process.stdout.write(`  ${((performance.now() - started) / 1_000).toFixed(1)} s  ${what}${detail === '' ? '' : `: ${detail}`}\n`);
}
