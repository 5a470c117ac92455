import type { IdOf } from '#core/ids/id.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import { writeSignIn, type Auth } from '#server/platform/auth.ts';
import type { Tx } from '#server/platform/database/connection.ts';
import { SYSTEM_ACTOR, type Actor } from '#server/platform/actor.ts';
import { transact } from '#server/platform/database/transact.ts';
import { actorOf } from '#server/platform/http/identity.ts';
import type { System } from '#server/platform/system.ts';

/** What an account is for: the one row that gives a session its audience. */
export type NewPrincipal = Readonly<{
  kind: 'merchant' | 'operator' | 'hub' | 'creator' | 'buyer';
  name: string;
  email: string;
  password: string;
  merchantId?: IdOf<'merchant'>;
  memberRole?: 'owner' | 'staff';
  authorId?: IdOf<'author'>;
}>;

/** Creates a sign-in and its principal, both or neither. Fails with `email_taken`. */
export async function createAccount(system: System, auth: Auth, input: NewPrincipal): Promise<Result<Actor>> {
  return transact(system.db, 'platform', SYSTEM_ACTOR, async (tx) => {
    const userId = await writeSignIn(tx, auth, system.clock(), input);
    return userId === null ? refuse('email_taken', {}, 'email') : ok(await writePrincipal(tx, userId, input));
  });
}

async function writePrincipal(tx: Tx, userId: string, input: NewPrincipal): Promise<Actor> {
  const row = {
    userId, kind: input.kind, name: input.name, email: input.email, merchantId: input.merchantId ?? null, memberRole: input.memberRole ?? null,
    authorId: input.authorId ?? null, buyerId: null,
  };
  await tx.insertInto('principal').values(row).execute();
  return actorOf(row);
}
