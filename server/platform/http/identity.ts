import { createHash, randomBytes } from 'node:crypto';
import { isId } from '#core/ids/id.ts';
import type { Actor } from '../actor.ts';
import { ANONYMOUS, SYSTEM_ACTOR } from '../actor.ts';
import type { Auth } from '../auth.ts';
import { transact } from '../database/transact.ts';
import type { System } from '../system.ts';

/**
 * Who is calling: an API key, a session, a guest basket, or nobody. Asked before any role is taken, each in one statement
 * of the server's own, for every request waits for it.
 */

export const GUEST_COOKIE = 'pilotage_guest';
export const KEY_PREFIX = 'pk_';

export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** 256 random bits: long enough that its hash needs no salt. */
export function newSecret(prefix: string): string {
  return `${prefix}${randomBytes(32).toString('base64url')}`;
}

type PrincipalRow = Readonly<{
  userId: string; kind: 'merchant' | 'operator' | 'hub' | 'creator' | 'buyer'; name: string; email: string;
  merchantId: Actor['merchantId']; memberRole: Actor['memberRole']; authorId: Actor['authorId']; buyerId: Actor['buyerId'];
}>;

export function actorOf(row: PrincipalRow, id = row.userId): Actor {
  return { kind: row.kind, id, name: row.name, userId: row.userId, email: row.email, merchantId: row.merchantId, memberRole: row.memberRole, authorId: row.authorId, buyerId: row.buyerId };
}

async function actorOfUser(system: System, userId: string): Promise<Actor | null> {
  const row = await system.db.selectFrom('principal').selectAll().where('userId', '=', userId).executeTakeFirst();
  return row === undefined ? null : actorOf(row);
}

async function actorOfKey(system: System, secret: string): Promise<Actor | null> {
  const row = await transact(system.db, 'platform', SYSTEM_ACTOR, (tx) =>
    tx
      .updateTable('apiKey')
      .from('principal')
      .set({ lastUsedAt: system.clock() })
      .whereRef('principal.userId', '=', 'apiKey.userId')
      .where('apiKey.hash', '=', hashSecret(secret))
      .where('apiKey.revokedAt', 'is', null)
      .returning(['apiKey.id as keyId', 'principal.userId', 'principal.kind', 'principal.name', 'principal.email', 'principal.merchantId', 'principal.memberRole', 'principal.authorId', 'principal.buyerId'])
      .executeTakeFirst(),
  );
  return row === undefined ? null : actorOf(row, row.keyId);
}

async function guestOfToken(system: System, token: string): Promise<Actor | null> {
  const row = await system.db.selectFrom('buyer').select(['id', 'name', 'email']).where('guestTokenHash', '=', hashSecret(token)).executeTakeFirst();
  return row === undefined || !isId('buyer', row.id) ? null : { ...ANONYMOUS, id: row.id, buyerId: row.id, name: row.name ?? 'Guest', email: row.email };
}

export function readCookie(header: string | null, name: string): string | null {
  for (const part of header?.split(';') ?? []) {
    const [key, ...value] = part.trim().split('=');
    if (key === name) return value.join('=');
  }
  return null;
}

/** The caller of a request. `null` means that an API key was given and is not valid. */
export async function identify(system: System, auth: Auth, headers: Headers): Promise<Actor | null> {
  const authorization = headers.get('authorization');
  if (authorization !== null) return authorization.startsWith('Bearer ') ? actorOfKey(system, authorization.slice(7).trim()) : null;
  if (readCookie(headers.get('cookie'), 'pilotage.session_token') !== null || readCookie(headers.get('cookie'), '__Secure-pilotage.session_token') !== null) {
    const session = await auth.api.getSession({ headers });
    const actor = session === null ? null : await actorOfUser(system, session.user.id);
    if (actor !== null) return actor;
  }
  const token = readCookie(headers.get('cookie'), GUEST_COOKIE);
  return (token === null ? null : await guestOfToken(system, token)) ?? ANONYMOUS;
}

/** A basket for a visitor who has not signed in: a buyer known by a secret cookie alone. */
export async function openGuest(system: System): Promise<{ actor: Actor; token: string }> {
  const at = system.clock();
  const id = system.ids.next('buyer', at);
  const token = newSecret('');
  await system.db.insertInto('buyer').values({ id, userId: null, guestTokenHash: hashSecret(token), name: null, email: null, market: null, createdAt: at }).execute();
  return { actor: { ...ANONYMOUS, id, buyerId: id }, token };
}

/** Forgets a basket whose first command was refused: nothing of a refused command stays. */
export async function closeGuest(system: System, actor: Actor): Promise<void> {
  if (actor.buyerId === null) return;
  const id = actor.buyerId;
  await transact(system.db, 'platform', SYSTEM_ACTOR, (tx) => tx.deleteFrom('buyer').where('id', '=', id).execute());
}

/** A signed-in buyer has a buyer row from the first buyer command on. */
export async function ensureBuyer(system: System, actor: Actor): Promise<Actor> {
  if (actor.buyerId !== null || actor.userId === null) return actor;
  const at = system.clock();
  const id = system.ids.next('buyer', at);
  const userId = actor.userId;
  const buyerId = await transact(system.db, 'platform', SYSTEM_ACTOR, async (tx) => {
    // Two first requests at once: the second waits at the unique user and takes the row of the first.
    await tx.insertInto('buyer').values({ id, userId, guestTokenHash: null, name: actor.name, email: actor.email, market: null, createdAt: at }).onConflict((conflict) => conflict.column('userId').doNothing()).execute();
    const own = await tx.selectFrom('buyer').select('id').where('userId', '=', userId).executeTakeFirstOrThrow();
    await tx.updateTable('principal').set({ buyerId: own.id }).where('userId', '=', userId).execute();
    return own.id;
  });
  return { ...actor, buyerId };
}
