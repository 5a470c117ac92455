import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { CURRENCIES } from '#core/money/currency.ts';
import { ok, refuse } from '#core/result.ts';
import type { PaymentProvider, ProviderEvent, Standing } from './provider.ts';

/** Tokens that make the test provider refuse, with the words a bank would give. `tok_challenge` asks the buyer first, `tok_uncapturable` goes wrong later; any other token succeeds. */
const DECLINING: Readonly<Record<string, string>> = { tok_declined: 'card declined', tok_insufficient: 'insufficient funds', tok_expired: 'card expired' };

const CHALLENGED = 'test_c';
const UNCAPTURABLE = 'test_x';

/** Signs as real providers do. The secret is no secret: the test provider moves no money, and never serves where another is set up. */
const SECRET = 'pilotage-test-provider';
/** Older webhooks may be replays; Stripe's libraries refuse after as many seconds. */
const TOLERANCE_SECONDS = 300;

const money = z.object({ minor: z.string().transform((text) => BigInt(text)), currency: z.enum(CURRENCIES) });
const eventShape = z.object({
  id: z.string().min(3), kind: z.enum(['authorised', 'failed', 'captured', 'voided', 'refunded', 'dispute_opened', 'dispute_closed', 'other']), reference: z.string().nullable(), checkoutId: z.string().nullable(), occurredAt: z.iso.datetime(),
  dispute: z.object({ reference: z.string(), reason: z.string(), amount: money, answerDue: z.string().nullable(), outcome: z.enum(['won', 'lost']).nullable() }).nullable(),
});

function signatureOf(seconds: string, body: string): string {
  return createHmac('sha256', SECRET).update(`${seconds}.${body}`).digest('hex');
}

/** A webhook as the test provider sends it. */
export function signTestEvent(event: ProviderEvent, at: Date): Readonly<{ body: string; headers: Record<string, string> }> {
  const body = JSON.stringify(event, (_key, value: unknown) => (typeof value === 'bigint' ? value.toString() : value));
  const seconds = Math.floor(at.getTime() / 1000).toString();
  return { body, headers: { 'content-type': 'application/json', 'pilotage-test-signature': `t=${seconds},v1=${signatureOf(seconds, body)}` } };
}

/** What buyers told the test bank, by reference; each process remembers its own. */
const ANSWERS = new Map<string, 'authorised' | 'failed'>();

/** Answers a challenge in the buyer's place, as the bank's page would. */
export function answerTestChallenge(reference: string, approve: boolean): void {
  ANSWERS.set(reference, approve ? 'authorised' : 'failed');
}

function standingOf(reference: string): Standing {
  const state = reference.startsWith(CHALLENGED) ? (ANSWERS.get(reference) ?? 'pending') : 'authorised';
  return { state, reference, reason: state === 'failed' ? 'approval_refused' : null };
}

/** Moves no money: it answers as a provider would, decided by the token alone, so what it decided is never lost. */
export const testPayments: PaymentProvider = {
  name: 'test',
  authorise: async ({ key, token, returnUrl }) => {
    const reason = DECLINING[token];
    if (reason !== undefined) return refuse('payment_declined', { reason });
    const kind = token === 'tok_uncapturable' ? UNCAPTURABLE : token === 'tok_challenge' ? CHALLENGED : 'test_';
    const reference = `${kind}${createHash('sha256').update(key).digest('hex').slice(0, 24)}`;
    return ok(kind === CHALLENGED ? { state: 'challenge', reference, url: `${new URL(returnUrl).pathname}/challenge` } : { state: 'authorised', reference });
  },
  read: async (reference) => standingOf(reference),
  capture: async ({ reference }) => (reference.startsWith(UNCAPTURABLE) ? refuse('payment_failed', { reason: 'authorisation no longer valid' }) : ok(null)),
  void: async () => ok(null),
  refund: async () => ok(null),
  readEvent: async (body, headers, at) => {
    const [, seconds = '', signature = ''] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(headers.get('pilotage-test-signature') ?? '') ?? [];
    const signed = signature !== '' && timingSafeEqual(Buffer.from(signature), Buffer.from(signatureOf(seconds, body)));
    if (!signed || Math.abs(at.getTime() / 1000 - Number(seconds)) > TOLERANCE_SECONDS) return refuse('bad_signature');
    const parsed = eventShape.safeParse(JSON.parse(body));
    return parsed.success ? ok(parsed.data) : refuse('invalid_input', { detail: parsed.error.issues[0]?.message ?? 'not an event' }, 'body');
  },
};
