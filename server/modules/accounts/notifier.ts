import { z } from 'zod';
import { canonicalJson } from '#core/decision/canonical-json.ts';
import { describeEvent } from '#server/modules/history/describe.ts';
import type { OutboxConsumer, OutboxEvent } from '#server/platform/outbox.ts';

/** Events that a merchant is told of without looking, and the screen each leads to. */
const TOLD: Readonly<Record<string, (event: OutboxEvent) => string>> = {
  invitation_sent: () => '/merchant',
  merchant_order_created: (event) => `/merchant/orders/${event.subject}`,
  merchant_order_cancelled: (event) => `/merchant/orders/${event.subject}`,
  merchant_order_ended: (event) => `/merchant/orders/${event.subject}`,
  parcel_accepted: () => '/merchant/orders',
  parcel_put_aside: () => '/merchant/orders',
  merchant_order_due: (event) => `/merchant/orders/${event.subject}`,
  merchant_order_late: (event) => `/merchant/orders/${event.subject}`,
  merchant_order_given_up: (event) => `/merchant/orders/${event.subject}`,
  merchant_order_short: (event) => `/merchant/orders/${event.subject}`,
  parcel_sent_back: () => '/merchant/orders',
  claim_opened: () => '/merchant/claims',
  claim_overturned: () => '/merchant/claims',
  claim_upheld: () => '/merchant/claims',
  dispute_opened: (event) => `/merchant/orders/${event.subject}`,
  dispute_won: (event) => `/merchant/orders/${event.subject}`,
  dispute_lost: (event) => `/merchant/orders/${event.subject}`,
  hold_placed: () => '/merchant/statements',
  hold_released: () => '/merchant/statements',
  claim_granted: () => '/merchant/claims',
  claim_declined: () => '/merchant/claims',
  appeal_settled: (event) => `/merchant/appeals/${event.subject}`,
  appeal_decided: (event) => `/merchant/appeals/${event.subject}`,
  appeal_escalated: (event) => `/merchant/appeals/${event.subject}`,
  review_escalated: (event) => `/merchant/products/${event.subject}`,
  document_expiring: () => '/merchant/documents',
  document_expired: () => '/merchant/documents',
  statement_closed: () => '/merchant/statements',
  payout_paid: () => '/merchant/statements',
};

const facts = z.record(z.string(), z.unknown());

/** Writes notifications from event rows, once each however often an event is seen. */
export const notifyMerchants: OutboxConsumer = {
  name: 'notifications',
  consume: async (tx, system, events) => {
    const rows = events.flatMap((event) => {
      const path = TOLD[event.kind];
      if (path === undefined || event.merchantId === null) return [];
      return [{ id: system.ids.next('notification', event.at), merchantId: event.merchantId, eventId: event.id, at: event.at, text: canonicalJson(describeEvent(event.kind, facts.parse(event.data))), path: path(event), readAt: null }];
    });
    if (rows.length > 0) await tx.insertInto('notification').values(rows).onConflict((conflict) => conflict.columns(['merchantId', 'eventId']).doNothing()).execute();
  },
};
