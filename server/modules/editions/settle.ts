import { differingRules } from '#core/screening/rule-changes.ts';
import { touchedRules } from '#core/screening/touched.ts';
import { assembleProduct, loadProducts } from '#server/modules/products/store.ts';
import type { Context } from '#server/platform/operation.ts';
import { editionFor, ruleHead } from './rule-editions.ts';
import { causeOfRule, packsBy } from './rule-publishing.ts';
import { redecide, shiftOfRules, type Redecided, type Touched } from './touched-products.ts';

/** Verdicts that were being made under one edition while another was published: a transaction that began before sees the rules of before. */

/** No command runs longer than this; what is older was there to be seen when the edition was published. */
const WINDOW_MS = 30 * 60_000;

/** Decides again those recent verdicts whose edition is not their merchant's, where the difference touches them. */
export async function settleEditions(context: Context): Promise<Redecided> {
  const { tx, at, system } = context;
  const head = await ruleHead(tx, system.packs);
  if (head.base === null && !(await hasOtherEditions(context, head.name))) return { decided: 0, flips: 0 };
  const since = new Date(at.getTime() - WINDOW_MS);
  // A verdict that came out the same was not written again, but its product was.
  const recent = await tx
    .selectFrom('verdict')
    .select('productId')
    .where('supersededAt', 'is', null)
    .where('at', '>=', since)
    .union(tx.selectFrom('product').select('id as productId').where('updatedAt', '>=', since))
    .execute();
  if (recent.length === 0) return { decided: 0, flips: 0 };
  const rows = await tx.selectFrom('verdict').select(['productId', 'merchantId', 'market', 'edition']).where('supersededAt', 'is', null).where('productId', 'in', recent.map((row) => row.productId)).orderBy('productId').execute();
  const behind = rows.filter((row) => row.edition !== editionFor(head, row.merchantId));
  const records = new Map((await loadProducts(tx, [...new Set(behind.map((row) => row.productId))])).map((record) => [record.id, record]));
  const packAt = packsBy(context, null);
  const day = at.toISOString().slice(0, 10);
  const touched = new Map<string, Touched>();
  for (const row of behind) {
    const record = records.get(row.productId);
    if (record === undefined) continue;
    const [from, to] = [await packAt(row.edition), await packAt(editionFor(head, row.merchantId))];
    const shift = shiftOfRules(from, to, differingRules(from, to), day);
    const ruleIds = shift === null ? [] : touchedRules(assembleProduct(record), [row.market], shift.before, shift.after);
    if (ruleIds.length > 0) touched.set(row.productId, { id: row.productId, ruleIds });
  }
  return redecide(context, [...touched.values()], causeOfRule(head.name));
}

async function hasOtherEditions({ tx }: Context, shipped: string): Promise<boolean> {
  return (await tx.selectFrom('edition').select('id').where('kind', '=', 'rules').where('state', '<>', 'draft').where('name', '<>', shipped).limit(1).executeTakeFirst()) !== undefined;
}
