import type { ColumnType, Generated } from 'kysely';
import type { IdOf } from '#core/ids/id.ts';

/** Webhooks and what was sent to them, column by column as the migrations make them. */

type Timestamp = ColumnType<Date, Date, Date>;
type Later<Value> = ColumnType<Value | null, Value | null | undefined, Value | null>;

export interface WebhookTable {
  id: IdOf<'webhook'>;
  merchantId: IdOf<'merchant'> | null;
  url: string;
  /** Kinds of events that are sent; none named means all. */
  kinds: string[];
  secret: string;
  createdBy: string;
  createdAt: Timestamp;
  endedAt: Later<Date>;
  endReason: Later<'removed' | 'gone'>;
}

export interface WebhookDeliveryTable {
  webhookId: IdOf<'webhook'>;
  eventId: IdOf<'event'>;
  merchantId: IdOf<'merchant'> | null;
  state: 'waiting' | 'delivered' | 'failed' | 'dropped';
  attempts: Generated<number>;
  nextAt: Later<Date>;
  status: Later<number>;
  detail: Later<string>;
  deliveredAt: Later<Date>;
}
