import type { PaymentProvider } from './provider.ts';
import { stripePayments } from './stripe-provider.ts';
import { testPayments } from './test-provider.ts';

/** The provider new payments go to, and every one that older payments may still need. */
export type Payments = Readonly<{ current: PaymentProvider; byName: ReadonlyMap<string, PaymentProvider> }>;

/**
 * The providers the environment sets up: Stripe when `STRIPE_SECRET_KEY` and `STRIPE_WEBHOOK_SECRET` are there, else the
 * test provider alone. With Stripe the test provider only serves what was paid with it before.
 */
export function openPayments(env: Readonly<Record<string, string | undefined>>): Payments {
  const secretKey = env['STRIPE_SECRET_KEY'];
  const webhookSecret = env['STRIPE_WEBHOOK_SECRET'];
  if (secretKey === undefined && webhookSecret === undefined) return paymentsOf(testPayments);
  if (secretKey === undefined || webhookSecret === undefined) throw new Error('Stripe needs both STRIPE_SECRET_KEY and STRIPE_WEBHOOK_SECRET');
  return paymentsOf(stripePayments({ secretKey, webhookSecret, apiBase: env['STRIPE_API_BASE'] }), testPayments);
}

export function paymentsOf(current: PaymentProvider, ...former: readonly PaymentProvider[]): Payments {
  return { current, byName: new Map([current, ...former].map((provider) => [provider.name, provider])) };
}
