import type { z } from 'zod';
import type { setSwitch as setSwitchRoute, switchBoard } from '#contract/switches.ts';
import { MARKETS, type LocalText } from '#core/market/market.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import { isOpen, switchScope } from '#core/switches/export-switch.ts';
import { isId, type MerchantId } from '#core/ids/id.ts';
import { recordEvent } from '#server/platform/events.ts';
import type { Context } from '#server/platform/operation.ts';
import { presentReason } from '#server/platform/present-reason.ts';
import { loadEnrolment, loadSwitches, type SwitchRow } from './store.ts';

/** The export switch: turned here, read by checkout and by the listing projection. */

export type SwitchBoard = z.output<typeof switchBoard>;

function presentSwitch(row: SwitchRow): SwitchBoard['switches'][number] {
  return { scope: row.scope, market: row.market, productId: row.productId === null ? null : productIdOf(row), state: row.state, since: row.since, by: row.by, reason: row.reason ?? null };
}

function productIdOf(row: SwitchRow) {
  const id = row.productId;
  return id !== null && isId('product', id) ? id : null;
}

/** The board a merchant reads: switches, and what is live, held and off in each market. */
export async function getBoard({ tx }: Context, merchantId: MerchantId): Promise<SwitchBoard> {
  const switches = await loadSwitches(tx, merchantId);
  const enrolment = await loadEnrolment(tx, merchantId);
  const counts = await tx.selectFrom('listing').select(['market', 'state', (select) => select.fn.countAll<bigint>().as('n')]).where('merchantId', '=', merchantId).groupBy(['market', 'state']).execute();
  const products = await tx.selectFrom('product').select((select) => select.fn.countAll<bigint>().as('n')).where('merchantId', '=', merchantId).executeTakeFirstOrThrow();
  const rows = switches.map(presentSwitch);
  return {
    shop: rows.find((row) => row.scope === 'shop') ?? null,
    switches: rows,
    markets: MARKETS.map((market) => {
      const count = (state: string) => Number(counts.find((row) => row.market === market && row.state === state)?.n ?? 0n);
      const answer = isOpen(switches, null, market);
      const enrolled = enrolment !== null && enrolment.leftAt === null && enrolment.markets.includes(market);
      return { market, enrolled, open: enrolled && answer.open, products: Number(products.n), live: count('live'), held: count('held'), off: count('off'), reasons: answer.reasons.map(presentReason) };
    }),
    preparing: 0,
  };
}

const SCOPE_TEXT: Readonly<Record<ReturnType<typeof switchScope>, LocalText>> = {
  shop: { 'zh-Hans': '整店', 'zh-Hant': '全店', en: 'the whole shop' },
  market: { 'zh-Hans': '市场', 'zh-Hant': '市場', en: 'market' },
  product: { 'zh-Hans': '商品', 'zh-Hant': '商品', en: 'product' },
  product_market: { 'zh-Hans': '商品在市场', 'zh-Hant': '商品在市場', en: 'product in market' },
};

/**
 * Turns a switch. It waits for checkouts in flight on this shop and keeps later ones out until it is written, so the
 * acknowledgement means what it says. Fails with `not_enrolled`, `not_found`.
 */
export async function turnSwitch(context: Context, merchantId: MerchantId, input: z.output<typeof setSwitchRoute.body>): Promise<Result<null>> {
  const { tx, at, actor } = context;
  const enrolment = await loadEnrolment(tx, merchantId, 'update');
  if (enrolment === null || enrolment.leftAt !== null) return refuse('not_enrolled');
  if (input.productId !== null) {
    const product = await tx.selectFrom('product').select('id').where('id', '=', input.productId).where('merchantId', '=', merchantId).executeTakeFirst();
    if (product === undefined) return refuse('not_found', { what: 'product' }, 'productId');
  }
  const scope = switchScope(input.market, input.productId);
  const row = { state: input.state, since: at, by: actor.name, reason: input.reason ?? null };
  await tx
    .insertInto('exportSwitch')
    .values({ merchantId, scope, market: input.market ?? '', productId: input.productId ?? '', ...row })
    .onConflict((conflict) => conflict.columns(['merchantId', 'scope', 'market', 'productId']).doUpdateSet(row))
    .execute();
  const why = input.reason ? { 'zh-Hans': input.reason, 'zh-Hant': input.reason, en: input.reason } : null;
  const target = [input.market, input.productId].filter((part) => part !== null).join(' ');
  const label = (locale: keyof LocalText) => `${SCOPE_TEXT[scope][locale]}${target === '' ? '' : ` ${target}`}`;
  await recordEvent(context, {
    kind: input.state === 'open' ? 'switch_opened' : 'switch_paused', subject: input.productId ?? merchantId, merchantId, market: input.market, why,
    data: { scope: { 'zh-Hans': label('zh-Hans'), 'zh-Hant': label('zh-Hant'), en: label('en') } },
  });
  return ok(null);
}
