import { sql } from 'kysely';
import assert from 'node:assert/strict';
import { isWaiting } from '#server/modules/claims/store.ts';
import type { Model, World } from './model.ts';

/** Holds the marketplace against the model, and the ledger against what always holds. */
export async function agree(model: Model, { trade, shop, offer }: World): Promise<void> {
  const { db } = trade.marketplace.system;
  const account = `merchant:${shop.merchantId}:payable:CNY`;
  const { rows: [kept] } = await sql<{ owed: string; paid: string; stock: number; uneven: string; drifted: string; clearing: string; negative: string }>`
    select coalesce((select -amount_minor from balance where account = ${account}), 0)::text as owed,
      coalesce((select -sum(amount_minor) from posting where account = 'bank:payouts:CNY'), 0)::text as paid,
      (select stock from variant where id = ${offer.variantId}) as stock,
      (select count(*) from (select 1 from posting group by transaction_id, currency having sum(amount_minor) <> 0) uneven)::text as uneven,
      (select count(*) from balance b full join (select account, currency, sum(amount_minor) as s from posting group by 1, 2) p on p.account = b.account and p.currency = b.currency where coalesce(b.amount_minor, 0) <> coalesce(p.s, 0))::text as drifted,
      (select count(*) from balance where account like 'platform:clearing:%' and amount_minor <> 0)::text as clearing,
      (select count(*) from posting where merchant_id is not null and amount_minor > 0 and evidence = '[]')::text as negative`.execute(db);
  assert.deepEqual(kept, { owed: model.owed.toString(), paid: model.paidOut.toString(), stock: model.stock, uneven: '0', drifted: '0', clearing: '0', negative: '0' });
  for (const order of model.orders) {
    const row = await db.selectFrom('order').innerJoin('payment', 'payment.orderId', 'order.id').select(['order.state', 'payment.state as payment', 'payment.capturedMinor', 'payment.refundedMinor']).where('order.id', '=', order.id).executeTakeFirstOrThrow();
    const captured = order.payment === 'authorised' || order.payment === 'voided' ? 0n : order.total;
    assert.deepEqual(row, { state: order.state, payment: order.payment, capturedMinor: captured, refundedMinor: order.refunded });
    assert.ok(order.charged >= 0n && order.charged <= order.payout);
    const claims = await db.selectFrom('claim').select(['id', 'state']).where('orderId', '=', order.id).orderBy('id').execute();
    assert.deepEqual(claims, order.claims.map(({ id, state }) => ({ id, state })));
    const held = await db.selectFrom('merchantHold').select('cause').where('orderId', '=', order.id).where('releasedAt', 'is', null).execute();
    for (const { cause } of held) assert.ok(order.payment === 'disputed' || order.claims.some((claim) => claim.id === cause && isWaiting(claim)));
  }
}
