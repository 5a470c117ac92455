import { randomUUID } from 'node:crypto';
import type { IdOf } from '#core/ids/id.ts';
import { apiAppOf } from '#server/api-app.ts';
import type { ProviderEvent } from '#server/providers/payments/provider.ts';
import { signTestEvent } from '#server/providers/payments/test-provider.ts';
import type { Trade } from '#test/trade/fixture.ts';

/** Webhooks of the test provider, sent over HTTP as a provider sends them. */

export function eventOf(trade: Trade, more: Partial<ProviderEvent> & Pick<ProviderEvent, 'kind'>): ProviderEvent {
  return { id: `evt_${randomUUID()}`, reference: null, checkoutId: null, occurredAt: trade.now().toISOString(), dispute: null, ...more };
}

/** Sends an event; answers the status and what came of it. */
export async function send(trade: Trade, event: ProviderEvent, tampered = false): Promise<Readonly<{ status: number; outcome: string | null }>> {
  const { body, headers } = signTestEvent(event, trade.now());
  const answer = await apiAppOf(trade.marketplace).request('/webhooks/payments/test', { method: 'POST', headers, body: tampered ? body.replace('"id"', '"ID"') : body });
  const said: unknown = await answer.json();
  return { status: answer.status, outcome: typeof said === 'object' && said !== null && 'outcome' in said && typeof said.outcome === 'string' ? said.outcome : null };
}

/** The payment of an order as the database holds it. */
export function paymentOn(trade: Trade, orderId: IdOf<'order'>) {
  return trade.marketplace.system.db.selectFrom('payment').selectAll().where('orderId', '=', orderId).executeTakeFirstOrThrow();
}

/** The bank takes an order's payment back, or decides on it. */
export async function dispute(trade: Trade, orderId: IdOf<'order'>, reason: string, outcome: 'won' | 'lost' | null, reference = `dp_${orderId}`) {
  const row = await paymentOn(trade, orderId);
  const told = { reference, reason, amount: { minor: row.capturedMinor, currency: row.currency }, answerDue: null, outcome };
  return send(trade, eventOf(trade, { kind: outcome === null ? 'dispute_opened' : 'dispute_closed', reference: row.reference, dispute: told }));
}
