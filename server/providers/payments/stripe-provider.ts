import { Stripe } from 'stripe';
import { CURRENCIES } from '#core/money/currency.ts';
import { money, type Money } from '#core/money/money.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import type { AuthoriseRequest, Authorisation, PaymentProvider, ProviderEvent, Standing } from './provider.ts';

/**
 * Stripe through its own library: payment intents captured by hand, refunds, disputes, signed webhooks. A token that is a
 * payment method (`pm_…`) is charged at once; without one the buyer pays on Stripe's own page, so no card number and no
 * script of theirs comes through here. https://docs.stripe.com/payments/place-a-hold-on-a-payment-method
 */

export type StripeSettings = Readonly<{ secretKey: string; webhookSecret: string; /** Another address than Stripe's own, for tests. */ apiBase?: string | undefined }>;

/** Stripe's own tolerance for the age of a webhook. https://docs.stripe.com/webhooks#verify-official-libraries */
const TOLERANCE_SECONDS = 300;

function open({ secretKey, apiBase }: StripeSettings): Stripe {
  const base = apiBase === undefined ? null : new URL(apiBase);
  return new Stripe(secretKey, {
    // What a checkout or a hub worker waits for must not wait long; the library repeats by the same idempotency key.
    maxNetworkRetries: 2, timeout: 10_000, telemetry: false,
    ...(base !== null && { host: base.hostname, port: base.port, protocol: base.protocol === 'https:' ? 'https' as const : 'http' as const }),
  });
}

/** Stripe counts MOP, HKD, USD and CNY in hundredths as we do. https://docs.stripe.com/currencies#zero-decimal */
function amountOf({ minor }: Money): number {
  return Number(minor);
}

function declined(error: unknown, code: 'payment_declined' | 'payment_failed'): Result<never> {
  // A card error is the bank's answer; an invalid request on a payment (cancelled, expired, captured before) is one as well. The rest is a fault and is thrown.
  if (error instanceof Stripe.errors.StripeCardError || error instanceof Stripe.errors.StripeInvalidRequestError) return refuse(code, { reason: error.message });
  throw error;
}

async function authorise(stripe: Stripe, request: AuthoriseRequest): Promise<Result<Authorisation>> {
  return request.token.startsWith('pm_') ? authoriseDirectly(stripe, request) : openPaymentPage(stripe, request);
}

async function authoriseDirectly(stripe: Stripe, { key, token, amount, returnUrl }: AuthoriseRequest): Promise<Result<Authorisation>> {
  try {
    const made = await stripe.paymentIntents.create(
      { amount: amountOf(amount), currency: amount.currency.toLowerCase(), capture_method: 'manual', confirm: true, payment_method: token, return_url: returnUrl, metadata: { checkout_id: key, flow: 'direct' } },
      { idempotencyKey: `authorise:${key}:${token}` },
    );
    // A repeated key is answered with what was true the first time; what is true now is asked for.
    const intent = await stripe.paymentIntents.retrieve(made.id);
    if (intent.status === 'requires_capture') return ok({ state: 'authorised', reference: intent.id });
    const url = intent.next_action?.redirect_to_url?.url ?? null;
    if (intent.status === 'requires_action' && url !== null) return ok({ state: 'challenge', reference: intent.id, url });
    return refuse('payment_declined', { reason: intent.last_payment_error?.message ?? intent.status });
  } catch (error) {
    return declined(error, 'payment_declined');
  }
}

async function openPaymentPage(stripe: Stripe, { key, amount, returnUrl }: AuthoriseRequest): Promise<Result<Authorisation>> {
  const metadata = { checkout_id: key, flow: 'hosted' };
  const session = await stripe.checkout.sessions.create(
    {
      mode: 'payment', success_url: returnUrl, cancel_url: returnUrl, metadata, payment_intent_data: { capture_method: 'manual', metadata },
      line_items: [{ quantity: 1, price_data: { currency: amount.currency.toLowerCase(), unit_amount: amountOf(amount), product_data: { name: 'Pilotage' } } }],
    },
    { idempotencyKey: `session:${key}` },
  );
  if (session.url === null || session.url === undefined) return refuse('payment_declined', { reason: 'no payment page' });
  return ok({ state: 'challenge', reference: session.id, url: session.url });
}

/** A payment page names its payment only once the buyer has paid; from then on the payment's own id is its reference. */
async function read(stripe: Stripe, reference: string): Promise<Standing> {
  if (reference.startsWith('cs_')) {
    const session = await stripe.checkout.sessions.retrieve(reference);
    if (session.status === 'expired') return { state: 'failed', reference, reason: 'payment page expired' };
    const intent = typeof session.payment_intent === 'string' ? session.payment_intent : (session.payment_intent?.id ?? null);
    return intent === null ? { state: 'pending', reference, reason: null } : read(stripe, intent);
  }
  const intent = await stripe.paymentIntents.retrieve(reference);
  if (intent.status === 'requires_capture') return { state: 'authorised', reference, reason: null };
  const over = intent.status === 'canceled' || (intent.status === 'requires_payment_method' && intent.metadata['flow'] === 'direct');
  return { state: over ? 'failed' : 'pending', reference, reason: over ? (intent.last_payment_error?.message ?? intent.status) : null };
}

async function release(stripe: Stripe, key: string, reference: string): Promise<Result<null>> {
  try {
    if (reference.startsWith('cs_')) await stripe.checkout.sessions.expire(reference, {}, { idempotencyKey: key });
    else await stripe.paymentIntents.cancel(reference, {}, { idempotencyKey: key });
    return ok(null);
  } catch (error) {
    return declined(error, 'payment_failed');
  }
}

/** Stripe as a payment provider. */
export function stripePayments(settings: StripeSettings): PaymentProvider {
  const stripe = open(settings);
  return {
    name: 'stripe',
    authorise: (request) => authorise(stripe, request),
    read: (reference) => read(stripe, reference),
    capture: async ({ key, reference, amount }) => {
      try {
        await stripe.paymentIntents.capture(reference, { amount_to_capture: amountOf(amount) }, { idempotencyKey: key });
        return ok(null);
      } catch (error) {
        return declined(error, 'payment_failed');
      }
    },
    void: ({ key, reference }) => release(stripe, key, reference),
    refund: async ({ key, reference, amount }) => {
      try {
        await stripe.refunds.create({ payment_intent: reference, amount: amountOf(amount) }, { idempotencyKey: key });
        return ok(null);
      } catch (error) {
        return declined(error, 'payment_failed');
      }
    },
    readEvent: async (body, headers, at) => {
      try {
        return ok(eventOf(stripe.webhooks.constructEvent(body, headers.get('stripe-signature') ?? '', settings.webhookSecret, TOLERANCE_SECONDS, undefined, at.getTime())));
      } catch (error) {
        if (error instanceof Stripe.errors.StripeSignatureVerificationError) return refuse('bad_signature');
        throw error;
      }
    },
  };
}

const KINDS: Readonly<Record<string, ProviderEvent['kind']>> = {
  'payment_intent.amount_capturable_updated': 'authorised', 'payment_intent.canceled': 'voided', 'payment_intent.succeeded': 'captured', 'charge.refunded': 'refunded',
  'checkout.session.expired': 'failed', 'charge.dispute.created': 'dispute_opened', 'charge.dispute.closed': 'dispute_closed',
};

function idIn(value: string | Readonly<{ id: string }> | null | undefined): string | null {
  return typeof value === 'string' ? value : (value?.id ?? null);
}

function eventOf(event: Stripe.Event): ProviderEvent {
  const common = { id: event.id, kind: KINDS[event.type] ?? 'other', occurredAt: new Date(event.created * 1000).toISOString(), reference: null, checkoutId: null, dispute: null } as const;
  switch (event.type) {
    case 'payment_intent.payment_failed': {
      const intent = event.data.object;
      // On Stripe's page the buyer may try another card; a payment made at once is over.
      return { ...common, kind: intent.metadata['flow'] === 'direct' ? 'failed' : 'other', reference: intent.id, checkoutId: intent.metadata['checkout_id'] ?? null };
    }
    case 'payment_intent.amount_capturable_updated':
    case 'payment_intent.canceled':
    case 'payment_intent.succeeded':
      return { ...common, reference: event.data.object.id, checkoutId: event.data.object.metadata['checkout_id'] ?? null };
    case 'checkout.session.expired':
      return { ...common, reference: event.data.object.id, checkoutId: event.data.object.metadata?.['checkout_id'] ?? null };
    case 'charge.refunded':
      return { ...common, reference: idIn(event.data.object.payment_intent) };
    case 'charge.dispute.created':
    case 'charge.dispute.closed':
      return { ...common, ...disputeOf(event.data.object) };
    default:
      return common;
  }
}

function disputeOf(dispute: Stripe.Dispute): Pick<ProviderEvent, 'reference' | 'dispute'> {
  const currency = CURRENCIES.find((one) => one === dispute.currency.toUpperCase());
  if (currency === undefined) throw new Error(`dispute ${dispute.id} is in ${dispute.currency}`);
  const due = dispute.evidence_details.due_by;
  return {
    reference: idIn(dispute.payment_intent),
    dispute: { reference: dispute.id, reason: dispute.reason, amount: money(BigInt(dispute.amount), currency), answerDue: due ? new Date(due * 1000).toISOString() : null, outcome: dispute.status === 'won' ? 'won' : dispute.status === 'lost' ? 'lost' : null },
  };
}
