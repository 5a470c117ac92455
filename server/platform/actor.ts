import type { IdOf } from '#core/ids/id.ts';

export type ActorKind = 'guest' | 'buyer' | 'merchant' | 'operator' | 'hub' | 'creator' | 'system';

/** Who is calling, as far as the session, API key or guest cookie proves it. */
export type Actor = Readonly<{
  kind: ActorKind;
  /** Stable name of the caller in events and idempotency keys: a user, key, guest or `system`. */
  id: string;
  name: string;
  userId: string | null;
  email: string | null;
  merchantId: IdOf<'merchant'> | null;
  memberRole: 'owner' | 'staff' | null;
  buyerId: IdOf<'buyer'> | null;
  authorId: IdOf<'author'> | null;
}>;

const nobody = { userId: null, email: null, merchantId: null, memberRole: null, buyerId: null, authorId: null } as const;

/** The marketplace itself: jobs, the demo and the command line. */
export const SYSTEM_ACTOR: Actor = { kind: 'system', id: 'system', name: 'Pilotage', ...nobody };

/** A visitor who has not signed in and holds no guest basket yet. */
export const ANONYMOUS: Actor = { kind: 'guest', id: 'anonymous', name: 'Guest', ...nobody };
