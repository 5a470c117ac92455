import { sql } from 'kysely';
import { z } from 'zod';
import { selectionPolicy, type cohort, type invitation } from '#contract/cohorts.ts';
import { reasonShape } from '#contract/shapes.ts';
import { isMarket } from '#core/market/market.ts';
import type { Candidate } from '#core/cohorts/selection-policy.ts';
import type { MerchantId } from '#core/ids/id.ts';
import type { Tx } from '#server/platform/database/connection.ts';
import type { FeePlan } from '#core/pricing/pricing-packs.ts';

export type Cohort = z.output<typeof cohort>;
export type Invitation = z.output<typeof invitation>;
export type ShopCandidate = Candidate & Readonly<{ merchantId: MerchantId; shopName: string }>;

/** What a shop tells or has shown about itself; an absent sign is not known. */
export const merchantSignals = z.object({
  originalDesign: z.boolean().nullable().default(null), craft: z.boolean().nullable().default(null), patents: z.number().nullable().default(null),
  repeatBuyersPpm: z.number().nullable().default(null), refundsPpm: z.number().nullable().default(null), domesticOrders: z.number().default(0), noteMentions: z.number().nullable().default(null),
});

/** Every merchant that is not enrolled, with what a selection policy weighs. Mentions are counted from notes, beside those the shop had before. */
export async function loadCandidates(tx: Tx, at: Date): Promise<ShopCandidate[]> {
  const rows = await tx
    .selectFrom('merchant')
    .select((select) => [
      'id', 'shopName', 'kind', 'signals', 'joinedAt',
      select.selectFrom('product').whereRef('product.merchantId', '=', 'merchant.id').select((count) => count.fn.countAll<bigint>().as('n')).as('products'),
      select.selectFrom('noteProduct').innerJoin('product', 'product.id', 'noteProduct.productId').whereRef('product.merchantId', '=', 'merchant.id').select((count) => count.fn.countAll<bigint>().as('n')).as('mentions'),
    ])
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('enrolment').select('enrolment.merchantId').whereRef('enrolment.merchantId', '=', 'merchant.id').where('enrolment.leftAt', 'is', null))))
    .orderBy('id')
    .execute();
  return rows.map((row) => {
    const signals = merchantSignals.parse(row.signals);
    return { ...signals, merchantId: row.id, shopName: row.shopName, kind: row.kind, productCount: Number(row.products ?? 0n), noteMentions: (signals.noteMentions ?? 0) + Number(row.mentions ?? 0n), joinedDaysAgo: Math.floor((at.getTime() - row.joinedAt.getTime()) / 86_400_000) };
  });
}

/** Cohorts with their counts, newest first. */
export async function loadCohorts(tx: Tx, id?: Cohort['id']): Promise<Cohort[]> {
  let select = tx.selectFrom('cohort').selectAll().orderBy('id', 'desc');
  if (id !== undefined) select = select.where('id', '=', id);
  const rows = await select.execute();
  const counts = await tx
    .selectFrom('invitation')
    .leftJoin('enrolment', (join) => join.onRef('enrolment.merchantId', '=', 'invitation.merchantId').onRef('enrolment.cohortId', '=', 'invitation.cohortId'))
    .select(['invitation.cohortId', 'invitation.state', sql<boolean>`enrolment.left_at is not null`.as('gone'), (one) => one.fn.countAll<bigint>().as('n')])
    .groupBy(['invitation.cohortId', 'invitation.state', sql`enrolment.left_at is not null`])
    .execute();
  const count = (cohortId: string, matches: (row: (typeof counts)[number]) => boolean) => counts.filter((row) => row.cohortId === cohortId && matches(row)).reduce((sum, row) => sum + Number(row.n), 0);
  return rows.map((row) => ({
    id: row.id, name: row.name, markets: row.markets.filter(isMarket), policy: selectionPolicy.parse(row.policy), feePlan: row.feePlan, state: row.state, openedAt: row.openedAt.toISOString(), closesAt: row.closesAt?.toISOString() ?? null,
    counts: { invited: count(row.id, () => true), accepted: count(row.id, (one) => one.state === 'accepted'), declined: count(row.id, (one) => one.state === 'declined'), left: count(row.id, (one) => one.state === 'accepted' && one.gone) },
  }));
}

/** Invitations with the words of their fee plan. Row-level security keeps a merchant to its own. */
export async function loadInvitations(tx: Tx, feePlans: readonly FeePlan[], where: Readonly<{ cohortId?: Cohort['id']; id?: Invitation['id'] }> = {}): Promise<Invitation[]> {
  let select = tx
    .selectFrom('invitation')
    .innerJoin('cohort', 'cohort.id', 'invitation.cohortId')
    .innerJoin('merchant', 'merchant.id', 'invitation.merchantId')
    .selectAll('invitation')
    .select(['cohort.name as cohortName', 'cohort.markets', 'cohort.feePlan', 'merchant.shopName'])
    .orderBy('invitation.score', 'desc')
    .orderBy('invitation.id', 'desc');
  if (where.cohortId !== undefined) select = select.where('invitation.cohortId', '=', where.cohortId);
  if (where.id !== undefined) select = select.where('invitation.id', '=', where.id);
  const rows = await select.execute();
  return rows.map((row) => ({
    id: row.id, cohortId: row.cohortId, cohortName: row.cohortName, merchantId: row.merchantId, shopName: row.shopName, markets: row.markets.filter(isMarket), feePlan: row.feePlan, feePlanText: feePlanText(feePlans, row.feePlan),
    state: row.state, score: row.score, reasons: z.array(reasonShape).parse(row.reasons), sentAt: row.sentAt.toISOString(), answeredAt: row.answeredAt?.toISOString() ?? null,
  }));
}

/** A fee plan in words: its name and each fee with its rate. */
export function feePlanText(feePlans: readonly FeePlan[], name: string): Invitation['feePlanText'] {
  const plan = feePlans.findLast((one) => one.plan === name);
  const words = (locale: 'zh-Hans' | 'zh-Hant' | 'en') =>
    plan === undefined ? name : `${plan.name[locale]}: ${plan.items.map((item) => `${item.label[locale]} ${Number(item.ratePpm) / 10_000}%`).join(' + ')}`;
  return { 'zh-Hans': words('zh-Hans'), 'zh-Hant': words('zh-Hant'), en: words('en') };
}
