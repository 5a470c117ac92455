import type { IdOf } from '#core/ids/id.ts';
import type { Transport, Visitor } from './visitor.ts';
import { openVisitor } from './visitor.ts';

/** One step of the journey, what it proved, and what it was proved by. */
export type StepProof = Readonly<{ step: number; title: string; proved: readonly string[]; facts: Readonly<Record<string, unknown>> }>;

/** What the steps hand on to each other. */
export type Story = {
  readonly run: string;
  readonly transport: Transport;
  readonly origin: string;
  readonly operator: Visitor;
  readonly hub: Visitor;
  readonly merchant: Visitor;
  readonly creator: Visitor;
  readonly buyer: Visitor;
  merchantId: IdOf<'merchant'> | null;
  productId: IdOf<'product'> | null;
  variantId: IdOf<'variant'> | null;
  listings: Partial<Record<'US' | 'HK' | 'MO', IdOf<'listing'>>>;
  noteId: IdOf<'note'> | null;
  orderId: IdOf<'order'> | null;
  orderLineId: IdOf<'orderLine'> | null;
  merchantOrderId: IdOf<'merchantOrder'> | null;
  claimId: IdOf<'claim'> | null;
  statementId: IdOf<'statement'> | null;
  quotedPayoutMinor: bigint | null;
};

/** Accounts that the story needs besides the merchant it brings: staff and a creator. */
export type Staff = Readonly<{ operator: Login; hub: Login; creator: Login }>;
export type Login = Readonly<{ email: string; password: string }>;

export async function openStory(transport: Transport, origin: string, staff: Staff, run: string): Promise<Story> {
  const visitors = { operator: openVisitor(transport, origin), hub: openVisitor(transport, origin), merchant: openVisitor(transport, origin), creator: openVisitor(transport, origin, 'en'), buyer: openVisitor(transport, origin, 'en') };
  await visitors.operator.signIn(staff.operator.email, staff.operator.password);
  await visitors.hub.signIn(staff.hub.email, staff.hub.password);
  await visitors.creator.signIn(staff.creator.email, staff.creator.password);
  return { run, transport, origin, ...visitors, merchantId: null, productId: null, variantId: null, listings: {}, noteId: null, orderId: null, orderLineId: null, merchantOrderId: null, claimId: null, statementId: null, quotedPayoutMinor: null };
}

/** A claim of the journey that did not hold. */
export class NotProved extends Error {}

/** Collects what a step proves; the first claim that does not hold ends the journey. */
export function prover(): Readonly<{ proved: string[]; prove: (claim: string, holds: boolean, found?: unknown) => void }> {
  const proved: string[] = [];
  return {
    proved,
    prove: (claim, holds, found) => {
      if (!holds) throw new NotProved(`not so: ${claim}${found === undefined ? '' : ` (found ${JSON.stringify(found)})`}`);
      proved.push(claim);
    },
  };
}

/** A value an earlier step has given. */
export function given<Value>(value: Value | null | undefined, what: string): Value {
  if (value === null || value === undefined) throw new NotProved(`${what} is missing: an earlier step did not give it`);
  return value;
}
