import type { z } from 'zod';
import type { readiness } from '#contract/listings.ts';
import type { MerchantId, ProductId } from '#core/ids/id.ts';
import { MARKETS, type LocalText } from '#core/market/market.ts';
import type { Context } from '#server/platform/operation.ts';
import { presentVerdict } from './present.ts';

export type Readiness = z.output<typeof readiness>;
type ReadinessAction = Readiness['actions'][number];

/** One thing a merchant can do, the products it alone opens somewhere, and those for which it is one thing of several. */
type Opening = Readonly<{ key: string; kind: string; text: LocalText; opens: Map<ProductId, string>; helps: Map<ProductId, string> }>;

/**
 * How many products can go where, and what to do first: each step of a minimal fix or each first question, ordered by
 * how many products it opens by itself, then by how many it brings nearer.
 */
export async function computeReadiness({ tx }: Context, merchantId: MerchantId): Promise<Readiness> {
  const rows = await tx
    .selectFrom('verdict')
    .innerJoin('product', 'product.id', 'verdict.productId')
    .select(['verdict.productId', 'verdict.market', 'verdict.outcome', 'verdict.body', 'product.title'])
    .where('verdict.merchantId', '=', merchantId)
    .where('verdict.supersededAt', 'is', null)
    .execute();
  const openings = new Map<string, Opening>();
  const open = (step: Readonly<{ kind: string; target: string | null; text: LocalText }>, alone: boolean, id: ProductId, title: string) => {
    const key = `${step.kind}:${step.target ?? ''}`;
    const opening = openings.get(key) ?? { key, kind: step.kind, text: step.text, opens: new Map<ProductId, string>(), helps: new Map<ProductId, string>() };
    (alone ? opening.opens : opening.helps).set(id, title);
    openings.set(key, opening);
  };
  for (const row of rows) {
    if (row.outcome === 'allowed' || row.outcome === 'allowed_with_conditions') continue;
    const verdict = presentVerdict(row.body);
    const first = verdict.questions[0];
    const steps = verdict.findings.find((finding) => finding.minimalFix.length > 0)?.minimalFix ?? [];
    if (row.outcome === 'needs_facts' && first !== undefined) open({ kind: 'give_fact', target: first.fact, text: first.ask }, steps.length <= 1, row.productId, row.title);
    else for (const step of steps) open(step, steps.length === 1, row.productId, row.title);
  }
  const count = (market: string, outcome: string) => rows.filter((row) => row.market === market && row.outcome === outcome).length;
  const products = new Set(rows.map((row) => row.productId)).size;
  return {
    products,
    markets: MARKETS.map((market) => ({ market, allowed: count(market, 'allowed'), conditions: count(market, 'allowed_with_conditions'), needsFacts: count(market, 'needs_facts'), needsReview: count(market, 'needs_review'), blocked: count(market, 'blocked') })),
    actions: [...openings.values()].map(presentOpening).sort((left, right) => right.opens - left.opens || right.helps - left.helps || (left.key < right.key ? -1 : 1)).slice(0, 40),
  };
}

function presentOpening(opening: Opening): ReadinessAction {
  const helped = [...opening.helps].filter(([id]) => !opening.opens.has(id));
  return { key: opening.key, kind: opening.kind, target: opening.key.slice(opening.kind.length + 1) || null, text: opening.text, opens: opening.opens.size, helps: helped.length, products: [...opening.opens, ...helped].slice(0, 12).map(([id, title]) => ({ id, title })) };
}
