import type { z } from 'zod';
import type { demoAccounts } from '#contract/session.ts';
import { canonicalJson } from '#core/decision/canonical-json.ts';
import type { IdOf, MerchantId } from '#core/ids/id.ts';
import { MARKETS } from '#core/market/market.ts';
import { SYSTEM_ACTOR, type Actor } from '#server/platform/actor.ts';
import { transact } from '#server/platform/database/transact.ts';
import { actorOf } from '#server/platform/http/identity.ts';
import { seededIds } from '#server/platform/ids.ts';
import type { Marketplace } from '#server/open-marketplace.ts';
import { demoAuthors, demoBuyers, demoMerchants } from '../catalogue.ts';
import { hashOf } from '../sequence.ts';
import { before } from './stage.ts';

/** The people of the demo marketplace, who can all sign in with one well-known password. */

export const DEMO_PASSWORD = 'pilotage-demo';

export type Cast = Readonly<{
  operator: Actor;
  hub: Actor;
  merchants: ReadonlyMap<string, Actor & Readonly<{ merchantId: MerchantId }>>;
  creators: ReadonlyMap<string, Actor>;
  buyers: ReadonlyMap<string, Actor & Readonly<{ buyerId: IdOf<'buyer'> }>>;
}>;

type Person = Readonly<{ key: string; kind: 'operator' | 'hub' | 'merchant' | 'creator' | 'buyer'; name: string; email: string }>;

/** Addresses under a name reserved for documentation (RFC 2606): no demo mail can reach anybody. */
const emailOf = (key: string) => `${key}@demo.example`;

/** Signs people in under the one demo password: hashed once, for hashing is slow on purpose. */
async function openPlace({ system, auth }: Marketplace): Promise<Place> {
  const context = await auth.$context;
  const password = await context.password.hash(DEMO_PASSWORD);
  const signIn = async (person: Person): Promise<string> => {
    const known = await context.internalAdapter.findUserByEmail(person.email);
    if (known) return known.user.id;
    const user = await context.internalAdapter.createUser({ email: person.email, name: person.name, emailVerified: true }, { method: 'email-password' });
    await context.internalAdapter.linkAccount({ userId: user.id, providerId: 'credential', accountId: user.id, password });
    return user.id;
  };
  return async (person, links) => {
    const row = { userId: await signIn(person), kind: person.kind, name: person.name, email: person.email, merchantId: links.merchantId ?? null, memberRole: person.kind === 'merchant' ? ('owner' as const) : null, authorId: links.authorId ?? null, buyerId: links.buyerId ?? null };
    await transact(system.db, 'platform', SYSTEM_ACTOR, (tx) => tx.insertInto('principal').values(row).onConflict((conflict) => conflict.column('userId').doNothing()).execute());
    return actorOf(row);
  };
}

/** The operator, the hub worker and a creator: enough for the journey. Doing it again changes nothing. */
export async function castStaff(marketplace: Marketplace): Promise<Readonly<{ operator: Actor; hub: Actor; creator: Actor }>> {
  const place = await openPlace(marketplace);
  const id = await createAuthor(marketplace, { key: 'journey', name: 'Mara Lindqvist', place: 'Portland', market: 'US' }, new Date('2026-01-01T00:00:00Z'));
  const creator: Person = { key: 'author-journey', kind: 'creator', name: 'Mara Lindqvist', email: emailOf('author-journey') };
  return { operator: await place(OPERATOR, {}), hub: await place(HUB, {}), creator: await place(creator, { authorId: id }) };
}

/** Brings every account, shop, author and buyer into being. Doing it again changes nothing. */
export async function castDemo(marketplace: Marketplace, anchor: Date): Promise<Cast> {
  const place = await openPlace(marketplace);
  const cast = {
    operator: await place(OPERATOR, {}), hub: await place(HUB, {}),
    merchants: await castMerchants(marketplace, anchor, place), creators: await castCreators(marketplace, anchor, place), buyers: await castBuyers(marketplace, anchor, place),
  };
  await writeAccounts(marketplace);
  return cast;
}

const OPERATOR: Person = { key: 'operator', kind: 'operator', name: '周岚', email: emailOf('operator') };
const HUB: Person = { key: 'hub', kind: 'hub', name: '老孟', email: emailOf('hub') };

type Place = (person: Person, links: Partial<Pick<Actor, 'merchantId' | 'authorId' | 'buyerId'>>) => Promise<Actor>;

async function castMerchants({ system }: Marketplace, anchor: Date, place: Place): Promise<Cast['merchants']> {
  const cast = new Map<string, Actor & Readonly<{ merchantId: MerchantId }>>();
  for (const one of demoMerchants) {
    const joinedAt = before(anchor, one.joinedDaysAgo);
    const id = seededIds(hashOf(`merchant ${one.key}`)).next('merchant', joinedAt);
    const { originalDesign, craft, patents, noteMentions, repeatBuyersPpm, domesticOrders, refundsPpm } = one;
    // A shop without orders has no share of them to show: not known is not the same as none.
    const shares = domesticOrders === 0 ? { repeatBuyersPpm: null, refundsPpm: null } : { repeatBuyersPpm, refundsPpm };
    const row = { id, shopName: one.shopName, personName: one.personName, city: one.city, kind: one.kind, story: one.story, signals: canonicalJson({ originalDesign, craft, patents, noteMentions, domesticOrders, ...shares }), joinedAt };
    await transact(system.db, 'platform', SYSTEM_ACTOR, (tx) => tx.insertInto('merchant').values(row).onConflict((conflict) => conflict.column('id').doNothing()).execute());
    const actor = await place({ key: one.key, kind: 'merchant', name: one.personName, email: emailOf(one.key) }, { merchantId: id });
    cast.set(one.key, { ...actor, merchantId: id });
  }
  return cast;
}

async function castCreators(marketplace: Marketplace, anchor: Date, place: Place): Promise<Cast['creators']> {
  const cast = new Map<string, Actor>();
  for (const one of demoAuthors) {
    const id = await createAuthor(marketplace, one, before(anchor, 400));
    cast.set(one.key, await place({ key: one.key, kind: 'creator', name: one.name, email: emailOf(`author-${one.key}`) }, { authorId: id }));
  }
  return cast;
}

/** The same author for the same key, on every machine. */
async function createAuthor({ system }: Marketplace, author: Readonly<{ key: string; name: string; place: string; market: string | null }>, since: Date): Promise<IdOf<'author'>> {
  const id = seededIds(hashOf(`author ${author.key}`)).next('author', since);
  const row = { id, name: author.name, avatar: `/media/avatars/${author.key}.svg`, place: author.place, market: MARKETS.find((market) => market === author.market) ?? null, userId: null };
  await transact(system.db, 'platform', SYSTEM_ACTOR, (tx) => tx.insertInto('author').values(row).onConflict((conflict) => conflict.column('id').doNothing()).execute());
  return id;
}

async function castBuyers({ system }: Marketplace, anchor: Date, place: Place): Promise<Cast['buyers']> {
  const cast = new Map<string, Actor & Readonly<{ buyerId: IdOf<'buyer'> }>>();
  for (const one of demoBuyers) {
    const createdAt = before(anchor, 120);
    const id = seededIds(hashOf(`buyer ${one.key}`)).next('buyer', createdAt);
    const email = emailOf(`buyer-${one.key}`);
    await transact(system.db, 'platform', SYSTEM_ACTOR, (tx) => tx.insertInto('buyer').values({ id, userId: null, guestTokenHash: null, name: one.name, email, market: one.market, createdAt }).onConflict((conflict) => conflict.column('id').doNothing()).execute());
    cast.set(one.key, { ...(await place({ key: one.key, kind: 'buyer', name: one.name, email }, { buyerId: id })), buyerId: id });
  }
  return cast;
}

type Account = z.output<typeof demoAccounts.reply>['accounts'][number];

/** The accounts a visitor is offered on the sign-in page. */
async function writeAccounts({ system }: Marketplace): Promise<void> {
  const factory = demoMerchants.find((one) => one.kind === 'factory');
  const design = demoMerchants.find((one) => one.kind === 'original_design');
  const partTimer = demoMerchants.find((one) => one.kind === 'part_timer');
  const merchants = [demoMerchants[0], factory, design, partTimer].flatMap((one): Account[] => (one === undefined ? [] : [{ kind: 'merchant', email: emailOf(one.key), password: DEMO_PASSWORD, name: one.personName, about: `${one.shopName} · ${one.city}` }]));
  const creator = demoAuthors[0];
  const accounts: Account[] = [
    ...merchants,
    { kind: 'operator', email: OPERATOR.email, password: DEMO_PASSWORD, name: OPERATOR.name, about: '平台运营 · Operator' },
    { kind: 'hub', email: HUB.email, password: DEMO_PASSWORD, name: HUB.name, about: '集运仓 · Hub worker' },
    ...(creator === undefined ? [] : [{ kind: 'creator' as const, email: emailOf(`author-${creator.key}`), password: DEMO_PASSWORD, name: creator.name, about: creator.place }]),
    ...demoBuyers.slice(0, 1).map((one): Account => ({ kind: 'buyer', email: emailOf(`buyer-${one.key}`), password: DEMO_PASSWORD, name: one.name, about: one.market })),
  ];
  const value = canonicalJson(accounts);
  await system.db.insertInto('setting').values({ key: 'demo_accounts', value }).onConflict((conflict) => conflict.column('key').doUpdateSet({ value })).execute();
}
