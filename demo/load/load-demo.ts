import type { Marketplace } from '#server/open-marketplace.ts';
import { castDemo, type Cast } from './accounts.ts';
import { playOrders } from './orders.ts';
import { anchorOf, readProgress, writeProgress } from './progress.ts';
import { changeRules, disputeFindings, keepDocuments, letTimePass } from './screening.ts';
import { approveTranslations, openCohorts, publishNotes, stockShelves, type ProductIds } from './shelves.ts';
import { openStage } from './stage.ts';

/** How far to tell the story: `shelves` stops before anybody buys, for tests that bring their own buyers. */
export type DemoOptions = Readonly<{ until?: 'shelves' | 'orders'; say?: (line: string) => void; stopped?: () => boolean; now?: Date }>;

export type LoadedDemo = Readonly<{ cast: Cast; products: ProductIds; anchor: Date }>;

/** Stops a load between two commands; the next start goes on from there. */
export class DemoStopped extends Error {}

/**
 * Loads the demo marketplace, or goes on with a load that was cut off. What was done before replays from its idempotency
 * keys. Answers at once when it is all there.
 */
export async function loadDemo(marketplace: Marketplace, options: DemoOptions = {}): Promise<LoadedDemo> {
  const { system } = marketplace;
  const anchor = await anchorOf(system.db, options.now ?? system.clock());
  const say = options.say ?? (() => undefined);
  const report = (step: string) => async (done: number, total: number) => {
    if (options.stopped?.() === true) throw new DemoStopped();
    await writeProgress(system.db, { loading: true, step, done, total });
  };
  const stage = openStage(marketplace);
  const step = async <Value>(name: string, words: string, work: (tell: (done: number, total: number) => Promise<void>) => Promise<Value>): Promise<Value> => {
    const started = performance.now();
    const tell = report(name);
    await tell(0, 1);
    const value = await work(tell);
    say(`  ${words} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
    return value;
  };
  const cast = await step('accounts', 'Shops, authors and buyers', () => castDemo(marketplace, anchor));
  const products = await step('products', 'Products on the shelves', (tell) => stockShelves(stage, cast, anchor, tell));
  await step('translations', 'Approved English pages', () => approveTranslations(stage, cast, anchor));
  await step('cohorts', 'Cohorts, invitations and switches', (tell) => openCohorts(stage, cast, anchor, tell));
  await step('documents', 'Documents on file', () => keepDocuments(stage, cast, anchor));
  const notes = await step('notes', 'Notes', (tell) => publishNotes(stage, cast, anchor, products, tell));
  if (options.until !== 'shelves') await step('orders', 'Three months of orders, parcels, claims and statements', (tell) => playOrders(stage, cast, anchor, products, notes, tell));
  if (options.until !== 'shelves') {
    await step('screening', 'Appeals and an edition of the rules', async () => {
      await disputeFindings(stage, cast, anchor, products);
      await changeRules(stage, cast, anchor);
      await letTimePass(stage, cast, anchor);
    });
  }
  await writeProgress(system.db, { loading: false, step: 'done', done: 1, total: 1 });
  return { cast, products, anchor };
}

/** True when a former load reached its end. */
export async function isDemoLoaded(marketplace: Marketplace): Promise<boolean> {
  const progress = await readProgress(marketplace.system.db);
  return progress !== null && !progress.loading && progress.step === 'done';
}
