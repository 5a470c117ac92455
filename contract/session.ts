import { z } from 'zod';
import { route } from './route.ts';
import { idOf, locale, none } from './shapes.ts';

/** Who is calling: signed in by session cookie, by API key, or as a guest buyer. Sign-in itself is `/api/auth/*`. */
export const actorKind = z.enum(['guest', 'buyer', 'merchant', 'operator', 'hub', 'creator']);

export const session = z.object({
  kind: actorKind,
  userId: z.string().nullable(),
  name: z.string().nullable(),
  email: z.string().nullable(),
  merchant: z.object({ id: idOf('merchant'), shopName: z.string(), role: z.enum(['owner', 'staff']) }).nullable(),
  authorId: idOf('author').nullable(),
  locale,
  demo: z.boolean(),
});

export const getSession = route({
  id: 'getSession', method: 'GET', path: '/public/session', audience: 'public',
  summary: 'Who am I, and in which language do I read?', params: none, query: none, body: none, reply: session,
});

export const registerMerchant = route({
  id: 'registerMerchant', method: 'POST', path: '/public/merchants', audience: 'public',
  summary: 'Opens a domestic shop with its first member.',
  params: none, query: none,
  body: z.object({
    shopName: z.string().trim().min(2).max(60), personName: z.string().trim().min(1).max(60), city: z.string().trim().min(1).max(60),
    email: z.email(), password: z.string().min(10).max(128),
    /** What the shop says of itself; cohorts look for it. */
    originalDesign: z.boolean().default(false), craft: z.boolean().default(false), story: z.string().trim().max(500).nullish(),
  }),
  reply: z.object({ merchantId: idOf('merchant') }), secret: true,
  errors: ['email_taken'],
});

export const demoAccounts = route({
  id: 'demoAccounts', method: 'GET', path: '/public/demo-accounts', audience: 'public',
  summary: 'The accounts of the demo marketplace, so that a visitor can look around as anybody. Empty outside the demo.',
  params: none, query: none, body: none,
  reply: z.object({ accounts: z.array(z.object({ kind: actorKind, email: z.string(), password: z.string(), name: z.string(), about: z.string() })) }),
});

export const demoProgress = route({
  id: 'demoProgress', method: 'GET', path: '/public/demo-progress', audience: 'public',
  summary: 'How far the demo marketplace has loaded.',
  params: none, query: none, body: none,
  reply: z.object({ loading: z.boolean(), step: z.string(), done: z.number().int(), total: z.number().int() }),
});
