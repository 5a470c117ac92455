import type { ApiKey } from './present.ts';
import { presentApiKey } from './present.ts';
import type { IdOf, MerchantId } from '#core/ids/id.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import { hashSecret, KEY_PREFIX, newSecret } from '#server/platform/http/identity.ts';
import { recordEvent } from '#server/platform/events.ts';
import type { Context } from '#server/platform/operation.ts';

/** Keys of programs. Only a hash is stored; the secret is shown once. */

export async function createApiKey(context: Context, name: string): Promise<Result<{ key: ApiKey; secret: string }>> {
  const { tx, at, actor, ids } = context;
  if (actor.userId === null) return refuse('not_signed_in');
  const secret = newSecret(KEY_PREFIX);
  const row = { id: ids.next('apiKey', at), hash: hashSecret(secret), hint: `${secret.slice(0, 7)}…${secret.slice(-4)}`, name, userId: actor.userId, merchantId: actor.merchantId, createdAt: at, lastUsedAt: null, revokedAt: null };
  await tx.insertInto('apiKey').values(row).execute();
  return ok({ key: presentApiKey(row), secret });
}

/** The keys of a merchant's programs; null asks for the operators' own. */
export async function listApiKeys({ tx }: Context, merchantId: MerchantId | null): Promise<{ items: ApiKey[] }> {
  const rows = await tx.selectFrom('apiKey').selectAll().where('merchantId', 'is not distinct from', merchantId).orderBy('id', 'desc').execute();
  return { items: rows.map(presentApiKey) };
}

/** Ends a key of this merchant, or with null one of the operators'; one that has ended stays as it is. Fails with `not_found`. */
export async function revokeApiKey(context: Context, merchantId: MerchantId | null, id: IdOf<'apiKey'>): Promise<Result<ApiKey>> {
  const { tx, at } = context;
  const before = await tx.selectFrom('apiKey').selectAll().where('id', '=', id).where('merchantId', 'is not distinct from', merchantId).forUpdate().executeTakeFirst();
  if (before === undefined) return refuse('not_found', { what: 'key' });
  if (before.revokedAt !== null) return ok(presentApiKey(before));
  await tx.updateTable('apiKey').set({ revokedAt: at }).where('id', '=', id).execute();
  await recordEvent(context, { kind: 'api_key_revoked', subject: id, merchantId, data: { name: before.name } });
  return ok(presentApiKey({ ...before, revokedAt: at }));
}
