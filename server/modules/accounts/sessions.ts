import type { z } from 'zod';
import type { registerMerchant, session } from '#contract/session.ts';
import { canonicalJson } from '#core/decision/canonical-json.ts';
import type { MerchantId } from '#core/ids/id.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import { writeSignIn, type Auth } from '#server/platform/auth.ts';
import { recordEvent } from '#server/platform/events.ts';
import type { Context } from '#server/platform/operation.ts';

/** Who the caller is, in the words of the contract. */
export async function loadSession({ tx, actor, locale }: Context): Promise<z.output<typeof session>> {
  const merchantId = actor.merchantId;
  const shop = merchantId === null ? undefined : await tx.selectFrom('merchant').select(['id', 'shopName']).where('id', '=', merchantId).executeTakeFirst();
  const demo = await tx.selectFrom('setting').select('key').where('key', '=', 'demo_accounts').executeTakeFirst();
  return {
    kind: actor.kind === 'system' ? 'operator' : actor.kind, userId: actor.userId, name: actor.userId === null ? null : actor.name, email: actor.email,
    merchant: shop === undefined || actor.memberRole === null ? null : { id: shop.id, shopName: shop.shopName, role: actor.memberRole }, authorId: actor.authorId, locale, demo: demo !== undefined,
  };
}

/** Opens a shop with its first member. Fails with `email_taken`. */
export async function registerShop(context: Context, auth: Auth, input: z.output<typeof registerMerchant.body>): Promise<Result<{ merchantId: MerchantId }>> {
  const { tx, at, ids } = context;
  const userId = await writeSignIn(tx, auth, at, { name: input.personName, email: input.email, password: input.password });
  if (userId === null) return refuse('email_taken', {}, 'email');
  const merchantId = ids.next('merchant', at);
  await tx.insertInto('merchant').values({ id: merchantId, shopName: input.shopName, personName: input.personName, city: input.city, kind: 'newcomer', story: input.story ?? null, signals: canonicalJson({ originalDesign: input.originalDesign, craft: input.craft, domesticOrders: 0 }), joinedAt: at }).execute();
  await tx.insertInto('principal').values({ userId, kind: 'merchant', name: input.personName, email: input.email, merchantId, memberRole: 'owner', authorId: null, buyerId: null }).execute();
  await recordEvent(context, { kind: 'merchant_registered', subject: merchantId, merchantId, data: { shopName: input.shopName } });
  return ok({ merchantId });
}
