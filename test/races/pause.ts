import { setSwitch } from '#contract/switches.ts';
import type { ServedMarketplace } from '#test/setup/served-marketplace.ts';
import { readyBuyer, type RacingShop } from './shop-for-races.ts';

/**
 * Buyers place orders one after another while the merchant pauses. Answers the orders whose request was only sent after
 * the pause had been acknowledged, and those accepted although they committed after it: both must be none.
 */
export async function pauseUnderLoad(served: ServedMarketplace, shop: RacingShop, buyers: number): Promise<Readonly<{ accepted: number; refused: number; sentAfterAndAccepted: number; committedAfter: number }>> {
  await shop.story.merchant.call(setSwitch, { body: { state: 'open' } });
  const ready: Awaited<ReturnType<typeof readyBuyer>>[] = [];
  for (let index = 0; index < buyers; index += 1) ready.push(await readyBuyer(served, shop));
  let acknowledgedAt = Number.POSITIVE_INFINITY;
  const pause = async () => {
    await new Promise((resolve) => setTimeout(resolve, 5 + Math.random() * 40));
    await shop.story.merchant.call(setSwitch, { body: { state: 'paused' } });
    acknowledgedAt = performance.now();
  };
  const buy = async (place: (typeof ready)[number], index: number) => {
    await new Promise((resolve) => setTimeout(resolve, index * 4));
    const sentAt = performance.now();
    const answer = await place();
    return { sentAt, ok: answer.ok };
  };
  const [, ...results] = await Promise.all([pause(), ...ready.map(buy)]);
  // The switch's own row says when it took effect for the database; no order may have been written by a later transaction.
  const { rows } = await served.marketplace.system.db
    .selectFrom('event as order')
    .innerJoin('event as pause', (join) => join.on('pause.kind', '=', 'switch_paused').onRef('pause.seq', '<', 'order.seq'))
    .select('order.id')
    .where('order.kind', '=', 'order_placed')
    .where('pause.seq', '=', (one) => one.selectFrom('event').select((last) => last.fn.max('seq').as('seq')).where('kind', '=', 'switch_paused'))
    .execute()
    .then((found) => ({ rows: found }));
  return { accepted: results.filter((one) => one.ok).length, refused: results.filter((one) => !one.ok).length, sentAfterAndAccepted: results.filter((one) => one.ok && one.sentAt > acknowledgedAt).length, committedAfter: rows.length };
}
