import { z } from 'zod';
import type { whyChain, whyStep } from '#contract/accounts.ts';
import { reasonShape } from '#contract/shapes.ts';
import { isId, kindOfId, type IdOf } from '#core/ids/id.ts';
import type { LocalText } from '#core/market/market.ts';
import { refuse, ok, type Result } from '#core/result.ts';
import type { Context } from '#server/platform/operation.ts';
import { appealStep } from './appeal-steps.ts';
import { decisionSteps, listingSteps, quoteStep, verdictStep, wordingStep } from './decision-steps.ts';
import { claimSteps, lineSteps, orderSteps, statementSteps } from './trade-steps.ts';

export type WhyChain = z.output<typeof whyChain>;
export type WhyStep = z.output<typeof whyStep>;

/**
 * The chain of reasons of a listing, verdict, appeal, ruling, quote, wording, order, merchant order, export parcel, claim, statement or invitation, each
 * link recomputed from what was stored. Row-level security keeps a merchant to its own. Fails with `not_found`.
 */
export async function explainWhy(context: Context, id: string): Promise<Result<WhyChain>> {
  const steps = await stepsOf(context, id);
  if (steps.length === 0) return refuse('not_found', { what: id.split('_')[0] ?? 'id' }, 'id');
  return ok({ id, replayed: steps.every((step) => step.replayed !== false), steps });
}

async function stepsOf(context: Context, id: string): Promise<WhyStep[]> {
  switch (kindOfId(id)) {
    case 'listing':
      return isId('listing', id) ? listingSteps(context, id) : [];
    case 'product':
      return isId('product', id) ? decisionSteps(context, id) : [];
    case 'verdict':
      return isId('verdict', id) ? verdictStep(context, id) : [];
    case 'appeal':
      return isId('appeal', id) ? appealSteps(context, id) : [];
    case 'ruling':
      return isId('ruling', id) ? rulingChain(context, id) : [];
    case 'quote':
      return isId('quote', id) ? quoteStep(context, id) : [];
    case 'wording':
      return isId('wording', id) ? wordingStep(context, id) : [];
    case 'order':
      return isId('order', id) ? orderSteps(context, { orderId: id }) : [];
    case 'merchantOrder':
      return isId('merchantOrder', id) ? orderSteps(context, { merchantOrderId: id }) : [];
    case 'exportParcel':
      return isId('exportParcel', id) ? lineSteps(context, id) : [];
    case 'claim':
      return isId('claim', id) ? claimSteps(context, id) : [];
    case 'statement':
      return isId('statement', id) ? statementSteps(context, id) : [];
    case 'invitation':
      return isId('invitation', id) ? invitationStep(context, id) : [];
    default:
      return [];
  }
}

/** An appeal with the verdict it disputes and the one that stands now. */
async function appealSteps(context: Context, id: IdOf<'appeal'>): Promise<WhyStep[]> {
  const row = await context.tx.selectFrom('appeal').select(['verdictId', 'productId', 'market']).where('id', '=', id).executeTakeFirst();
  if (row === undefined) return [];
  const now = await context.tx.selectFrom('verdict').select('id').where('productId', '=', row.productId).where('market', '=', row.market).where('supersededAt', 'is', null).executeTakeFirst();
  const verdicts = [...new Set([row.verdictId, ...(now === undefined ? [] : [now.id])])];
  const chain = await appealStep(context, id);
  for (const verdictId of verdicts) chain.push(...(await verdictStep(context, verdictId)).filter((step) => step.id !== id));
  return chain;
}

/** A ruling by way of the verdicts that stand on it now. */
async function rulingChain(context: Context, id: IdOf<'ruling'>): Promise<WhyStep[]> {
  const row = await context.tx.selectFrom('ruling').select(['productId', 'appealId']).where('id', '=', id).executeTakeFirst();
  if (row === undefined) return [];
  if (row.appealId !== null) return appealSteps(context, row.appealId);
  const verdicts = await context.tx.selectFrom('verdict').select('id').where('productId', '=', row.productId).where('supersededAt', 'is', null).orderBy('market').execute();
  const chain: WhyStep[] = [];
  for (const verdict of verdicts) chain.push(...(await verdictStep(context, verdict.id)));
  return chain;
}

async function invitationStep({ tx }: Context, id: `inv_${string}`): Promise<WhyStep[]> {
  if (!isId('invitation', id)) return [];
  const row = await tx.selectFrom('invitation').innerJoin('cohort', 'cohort.id', 'invitation.cohortId').select(['invitation.id', 'invitation.reasons', 'invitation.state', 'invitation.sentAt', 'invitation.score', 'cohort.name']).where('invitation.id', '=', id).executeTakeFirst();
  if (row === undefined) return [];
  const title: LocalText = { 'zh-Hans': `批次“${row.name}”的邀约`, 'zh-Hant': `批次「${row.name}」的邀約`, en: `Invitation of cohort “${row.name}”` };
  return [{ id: row.id, kind: 'invitation', title, outcome: row.state, reasons: z.array(reasonShape).parse(row.reasons).map((reason) => reason.text), edition: null, at: row.sentAt.toISOString(), replayed: null }];
}
