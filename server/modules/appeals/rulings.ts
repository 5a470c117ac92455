import type { IdOf, MerchantId, ProductId } from '#core/ids/id.ts';
import type { LocalText } from '#core/market/market.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import { rulingBasis } from '#core/screening/ruling.ts';
import type { Rule } from '#core/screening/rule-pack.ts';
import { rulesFor } from '#server/modules/editions/rule-editions.ts';
import { refreshProducts } from '#server/modules/listings/service.ts';
import { reviseProducts } from '#server/modules/products/service.ts';
import { assembleProduct, loadProducts } from '#server/modules/products/store.ts';
import { recordEvent } from '#server/platform/events.ts';
import type { Context } from '#server/platform/operation.ts';
import { loadOutcomes } from './store.ts';

/** What reviewers rule on one rule and one product. A ruling is among the facts a verdict is decided from, so replay reads it too. */

export type NewRuling = Readonly<{ productId: ProductId; rule: Rule; says: 'accept' | 'refuse'; standing: boolean; reason: string; appealId: IdOf<'appeal'> | null }>;

/** A rule of the edition in force for a merchant. Fails with `not_found`. */
export async function ruleFor({ tx, system }: Context, merchantId: MerchantId, ruleId: string): Promise<Result<Rule>> {
  const rule = (await rulesFor(tx, system.packs, merchantId)).rules.find((one) => one.id === ruleId);
  return rule === undefined ? refuse('not_found', { what: 'rule' }, 'ruleId') : ok(rule);
}

/** Writes a ruling and decides the product again. Fails with `not_found`. */
export async function makeRuling(context: Context, { productId, rule, says, standing, reason, appealId }: NewRuling): Promise<Result<IdOf<'ruling'>>> {
  const { tx, at, actor, ids } = context;
  const [record] = await loadProducts(tx, [productId]);
  if (record === undefined) return refuse('not_found', { what: 'product' }, 'productId');
  const id = ids.next('ruling', at);
  const basis = standing ? null : rulingBasis(assembleProduct(record), rule);
  await tx.insertInto('ruling').values({ id, merchantId: record.merchantId, productId, ruleId: rule.id, says, basis, reason, appealId, at, by: actor.name }).execute();
  await reviseProducts(context, [productId]);
  await refreshProducts(context, [productId], says === 'accept' ? acceptedBecause(rule.id) : refusedBecause(rule.id));
  await recordEvent(context, { kind: says === 'accept' ? 'ruling_accepted' : 'ruling_refused', subject: productId, merchantId: record.merchantId, why: sameWords(reason), data: { ruleId: rule.id, rulingId: id, standing } });
  context.system.metrics.decisions.inc({ kind: 'ruling', outcome: says });
  return ok(id);
}

/** Takes a ruling back. Fails with `not_found`, `wrong_state`. */
export async function withdrawRuling(context: Context, id: IdOf<'ruling'>): Promise<Result<ProductId>> {
  const { tx, at } = context;
  const row = await tx.selectFrom('ruling').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (row === undefined) return refuse('not_found', { what: 'ruling' });
  if (row.withdrawnAt !== null) return refuse('wrong_state', { state: 'withdrawn', move: 'withdraw' });
  await tx.updateTable('ruling').set({ withdrawnAt: at }).where('id', '=', id).execute();
  await reviseProducts(context, [row.productId]);
  await refreshProducts(context, [row.productId], { 'zh-Hans': `撤回对规则 ${row.ruleId} 的裁定`, 'zh-Hant': `撤回對規則 ${row.ruleId} 的裁定`, en: `the ruling on rule ${row.ruleId} was taken back` });
  await recordEvent(context, { kind: 'ruling_withdrawn', subject: row.productId, merchantId: row.merchantId, data: { ruleId: row.ruleId, rulingId: id } });
  return ok(row.productId);
}

function acceptedBecause(ruleId: string): LocalText {
  return { 'zh-Hans': `审核人员认可（规则 ${ruleId}）`, 'zh-Hant': `審核人員認可（規則 ${ruleId}）`, en: `a reviewer accepted it (rule ${ruleId})` };
}

function refusedBecause(ruleId: string): LocalText {
  return { 'zh-Hans': `审核人员未放行（规则 ${ruleId}）`, 'zh-Hant': `審核人員未放行（規則 ${ruleId}）`, en: `a reviewer refused it (rule ${ruleId})` };
}

/** A person's own words stand in one language; they are shown as they are. */
export function sameWords(words: string): LocalText {
  return { 'zh-Hans': words, 'zh-Hant': words, en: words };
}

/** The outcomes of a product now, market by market. */
export async function outcomesOf({ tx }: Context, productId: ProductId) {
  const outcomes = await loadOutcomes(tx, [productId]);
  return [...outcomes].map(([key, outcome]) => ({ market: key.split('|')[1] ?? '', outcome })).sort((one, other) => (one.market < other.market ? -1 : 1));
}
