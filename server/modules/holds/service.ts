import type { Selectable } from 'kysely';
import { canonicalJson } from '#core/decision/canonical-json.ts';
import type { IdOf, MerchantId } from '#core/ids/id.ts';
import type { LocalText } from '#core/market/market.ts';
import { money } from '#core/money/money.ts';
import { moneyText } from '#server/modules/orders/present-money.ts';
import { shanghaiDay } from '#server/modules/orders/order-calendar.ts';
import type { Tx } from '#server/platform/database/connection.ts';
import type { MerchantHoldTable } from '#server/platform/database/money-tables.ts';
import { recordEvent } from '#server/platform/events.ts';
import type { Context } from '#server/platform/operation.ts';

/** Money of a merchant that waits before it is paid out: each with its reason and the day it ends on at the latest. It stays the merchant's, so nothing is posted. */

export type HoldRow = Selectable<MerchantHoldTable>;

export type NewHold = Readonly<{
  merchantId: MerchantId;
  orderId: IdOf<'order'> | null;
  /** The claim or dispute it stands for; null for one that a person places. */
  cause: string | null;
  code: 'claim' | 'dispute' | 'operator';
  reason: LocalText;
  amountMinor: bigint;
  endsOn: string;
}>;

const HOLD_CURRENCY = 'CNY';

/** Places a hold, once for each cause. Nothing to hold is nothing held. */
export async function placeHold(context: Context, hold: NewHold): Promise<IdOf<'hold'> | null> {
  if (hold.amountMinor <= 0n) return null;
  const { tx, at, ids } = context;
  const id = ids.next('hold', at);
  const placed = await tx.insertInto('merchantHold')
    .values({ id, merchantId: hold.merchantId, orderId: hold.orderId, cause: hold.cause ?? id, code: hold.code, reason: canonicalJson(hold.reason), amountMinor: hold.amountMinor, placedAt: at, endsOn: hold.endsOn })
    .onConflict((conflict) => conflict.columns(['merchantId', 'cause']).doNothing()).returning('id').executeTakeFirst();
  if (placed === undefined) return null;
  await recordEvent(context, { kind: 'hold_placed', subject: id, merchantId: hold.merchantId, why: hold.reason, data: { amount: moneyText(money(hold.amountMinor, HOLD_CURRENCY)), endsOn: hold.endsOn } });
  return id;
}

async function release(context: Context, rows: readonly HoldRow[], reason: LocalText): Promise<void> {
  for (const row of rows) {
    await context.tx.updateTable('merchantHold').set({ releasedAt: context.at, releaseReason: canonicalJson(reason) }).where('id', '=', row.id).execute();
    await recordEvent(context, { kind: 'hold_released', subject: row.id, merchantId: row.merchantId, why: reason, data: { amount: moneyText(money(row.amountMinor, HOLD_CURRENCY)) } });
  }
}

/** Lets go of every hold that stands for a cause. */
export async function releaseHoldsOf(context: Context, cause: string, reason: LocalText): Promise<void> {
  await release(context, await context.tx.selectFrom('merchantHold').selectAll().where('cause', '=', cause).where('releasedAt', 'is', null).orderBy('id').forUpdate().execute(), reason);
}

const ENDED: LocalText = { 'zh-Hans': '冻结到期，自动解除', 'zh-Hant': '凍結到期，自動解除', en: 'The hold reached its last day' };

/** Lets go of holds whose last day is over. */
export async function endHolds(context: Context): Promise<Readonly<{ released: number }>> {
  const rows = await context.tx.selectFrom('merchantHold').selectAll().where('endsOn', '<', shanghaiDay(context.at)).where('releasedAt', 'is', null).orderBy('id').forUpdate().execute();
  await release(context, rows, ENDED);
  return { released: rows.length };
}

/** Holds of a merchant that stand on a day. */
export async function activeHolds(tx: Tx, merchantId: MerchantId, day: string): Promise<HoldRow[]> {
  return tx.selectFrom('merchantHold').selectAll().where('merchantId', '=', merchantId).where('releasedAt', 'is', null).where('endsOn', '>=', day).orderBy('id').execute();
}
