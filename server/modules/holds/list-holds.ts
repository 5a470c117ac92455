import { sql } from 'kysely';
import type { z } from 'zod';
import type { hold, listHolds as listRoute, placeHold as placeRoute } from '#contract/money.ts';
import { localText } from '#contract/shapes.ts';
import type { IdOf } from '#core/ids/id.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import { shanghaiDay } from '#server/modules/orders/order-calendar.ts';
import { presentMinor } from '#server/modules/orders/present-money.ts';
import type { Context } from '#server/platform/operation.ts';
import { placeHold, releaseHoldsOf, type HoldRow } from './service.ts';

/** Holds as operators place, release and read them. */

const CODES = ['claim', 'dispute', 'operator'] as const;

export function presentHold(row: HoldRow & Readonly<{ shopName: string }>): z.output<typeof hold> {
  const code = CODES.find((one) => one === row.code);
  if (code === undefined) throw new Error(`hold ${row.id} is of an unknown kind`);
  return {
    id: row.id, merchantId: row.merchantId, shopName: row.shopName, orderId: row.orderId, code, reason: localText.parse(row.reason), amount: presentMinor(row.amountMinor, 'CNY'), placedAt: row.placedAt.toISOString(), endsOn: row.endsOn,
    releasedAt: row.releasedAt?.toISOString() ?? null, releaseReason: row.releaseReason === null ? null : localText.parse(row.releaseReason),
  };
}

/** What is held now, then what was; each newest first. */
export async function listHolds({ tx }: Context, query: z.output<typeof listRoute.query>): Promise<z.output<typeof listRoute.reply>> {
  const held = sql<number>`case when released_at is null then 1 else 0 end`;
  let select = tx.selectFrom('merchantHold').innerJoin('merchant', 'merchant.id', 'merchantHold.merchantId').selectAll('merchantHold').select('merchant.shopName').select(held.as('held')).orderBy(held, 'desc').orderBy('merchantHold.id', 'desc').limit(query.limit + 1);
  const [rank, after] = (query.cursor ?? '').split('|');
  if (after !== undefined) select = select.where(sql<boolean>`(case when released_at is null then 1 else 0 end, merchant_hold.id) < (${rank === '1' ? 1 : 0}, ${after})`);
  const rows = await select.execute();
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  return { items: page.map(presentHold), nextCursor: rows.length > query.limit && last !== undefined ? `${last.held}|${last.id}` : null };
}

/** An operator's hold needs a reason that the merchant will read, and a last day that lies ahead. Fails with `not_found`, `invalid_input`. */
export async function placeOperatorHold(context: Context, input: z.output<typeof placeRoute.body>): Promise<Result<{ holdId: IdOf<'hold'> }>> {
  const merchant = await context.tx.selectFrom('merchant').select('id').where('id', '=', input.merchantId).executeTakeFirst();
  if (merchant === undefined) return refuse('not_found', { what: 'merchant' }, 'merchantId');
  if (input.amount.currency !== 'CNY' || BigInt(input.amount.minor) <= 0n) return refuse('invalid_input', { detail: 'expected an amount in CNY above zero' }, 'amount');
  const today = shanghaiDay(context.at);
  if (input.endsOn < today) return refuse('invalid_input', { detail: `expected a day from ${today} on, found ${input.endsOn}` }, 'endsOn');
  const reason = { 'zh-Hans': input.reason, 'zh-Hant': input.reason, en: input.reason };
  const id = await placeHold(context, { merchantId: merchant.id, orderId: null, cause: null, code: 'operator', reason, amountMinor: BigInt(input.amount.minor), endsOn: input.endsOn });
  if (id === null) throw new Error('a hold with a cause of its own is always placed');
  return ok({ holdId: id });
}

/** Fails with `not_found`, `wrong_state`. */
export async function releaseOperatorHold(context: Context, id: IdOf<'hold'>, words: string): Promise<Result<Record<string, never>>> {
  const row = await context.tx.selectFrom('merchantHold').select(['cause', 'releasedAt']).where('id', '=', id).executeTakeFirst();
  if (row === undefined) return refuse('not_found', { what: 'hold' });
  if (row.releasedAt !== null) return refuse('wrong_state', { state: 'released', move: 'release' });
  await releaseHoldsOf(context, row.cause, { 'zh-Hans': words, 'zh-Hant': words, en: words });
  return ok({});
}
