import type { z } from 'zod';
import type { addMember as addRoute, listMembers as listRoute } from '#contract/members.ts';
import type { MerchantId } from '#core/ids/id.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import { writeSignIn, type Auth } from '#server/platform/auth.ts';
import { recordEvent } from '#server/platform/events.ts';
import type { Context } from '#server/platform/operation.ts';

/** Members of a shop. These run under the platform's role, for accounts are not a merchant's rows; each begins from the caller's own shop. */

export type Member = z.output<typeof listRoute.reply>['items'][number];

export async function listMembers({ tx, actor }: Context, merchantId: MerchantId): Promise<z.output<typeof listRoute.reply>> {
  const rows = await tx.selectFrom('principal').select(['userId', 'name', 'email', 'memberRole']).where('merchantId', '=', merchantId).orderBy('memberRole').orderBy('email').execute();
  return { items: rows.map((row) => ({ userId: row.userId, name: row.name, email: row.email, role: row.memberRole ?? 'staff', self: row.userId === actor.userId })), mayChange: actor.memberRole === 'owner' };
}

/** Fails with `owner_only`, `email_taken`. */
export async function addMember(context: Context, auth: Auth, merchantId: MerchantId, input: z.output<typeof addRoute.body>): Promise<Result<Member>> {
  if (context.actor.memberRole !== 'owner') return refuse('owner_only');
  const userId = await writeSignIn(context.tx, auth, context.at, input);
  if (userId === null) return refuse('email_taken', {}, 'email');
  await context.tx.insertInto('principal').values({ userId, kind: 'merchant', name: input.name, email: input.email, merchantId, memberRole: 'staff', authorId: null, buyerId: null }).execute();
  await recordEvent(context, { kind: 'member_added', subject: merchantId, merchantId, data: { name: input.name } });
  return ok({ userId, name: input.name, email: input.email, role: 'staff', self: false });
}

/** Takes a member's way in: without a principal a session opens nothing, and keys made by it end. Fails with `owner_only`, `not_found`. */
export async function removeMember(context: Context, merchantId: MerchantId, userId: string): Promise<Result<Member>> {
  const { tx, at, actor } = context;
  if (actor.memberRole !== 'owner') return refuse('owner_only');
  const row = await tx.selectFrom('principal').select(['userId', 'name', 'email', 'memberRole']).where('merchantId', '=', merchantId).where('userId', '=', userId).where('memberRole', '=', 'staff').executeTakeFirst();
  if (row === undefined) return refuse('not_found', { what: 'member' });
  await tx.updateTable('apiKey').set({ revokedAt: at, userId: actor.userId ?? userId }).where('userId', '=', userId).execute();
  await tx.deleteFrom('principal').where('userId', '=', userId).execute();
  await recordEvent(context, { kind: 'member_removed', subject: merchantId, merchantId, data: { name: row.name } });
  return ok({ userId, name: row.name, email: row.email, role: 'staff', self: false });
}
