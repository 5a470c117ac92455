import type { Money } from '#core/money/money.ts';
import type { Result } from '#core/result.ts';

/** What came of asking for money: reserved, or the buyer first has to answer to the bank at `url`. `reference` is the provider's own id. */
export type Authorisation = Readonly<{ state: 'authorised'; reference: string }> | Readonly<{ state: 'challenge'; reference: string; url: string }>;

/** How a payment stands at the provider now. */
export type Standing = Readonly<{ state: 'pending' | 'authorised' | 'failed'; reference: string; reason: string | null }>;

/** What providers tell of their own accord. `reference` is the payment's; a checkout is named where the provider kept it for us. */
export type ProviderEvent = Readonly<{
  id: string;
  kind: 'authorised' | 'failed' | 'captured' | 'voided' | 'refunded' | 'dispute_opened' | 'dispute_closed' | 'other';
  reference: string | null;
  checkoutId: string | null;
  occurredAt: string;
  dispute: Readonly<{ reference: string; reason: string; amount: Money; answerDue: string | null; outcome: 'won' | 'lost' | null }> | null;
}>;

export type AuthoriseRequest = Readonly<{ key: string; token: string; amount: Money; /** The page the buyer comes back to from the bank. */ returnUrl: string }>;

/** What Pilotage asks of a payment provider. Amounts are in the buyer's currency. A key names one act: repeated, it moves no money twice. */
export type PaymentProvider = Readonly<{
  name: string;
  /** Reserves an amount. Fails with `payment_declined`. */
  authorise: (request: AuthoriseRequest) => Promise<Result<Authorisation>>;
  /** How a payment that waited for its buyer stands now. */
  read: (reference: string) => Promise<Standing>;
  /** Takes what was reserved, or less. Fails with `payment_failed`. */
  capture: (request: Readonly<{ key: string; reference: string; amount: Money }>) => Promise<Result<null>>;
  /** Lets go of what was reserved. */
  void: (request: Readonly<{ key: string; reference: string }>) => Promise<Result<null>>;
  /** Gives back part or all of what was taken. */
  refund: (request: Readonly<{ key: string; reference: string; amount: Money }>) => Promise<Result<null>>;
  /** Reads a webhook. Fails with `bad_signature` when it was not signed with the shared secret or is too old. */
  readEvent: (body: string, headers: Headers, at: Date) => Promise<Result<ProviderEvent>>;
}>;
