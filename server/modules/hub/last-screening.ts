import { z } from 'zod';
import { localText } from '#contract/shapes.ts';
import type { Market } from '#core/market/market.ts';
import { ok, refuse, type Refusal, type Result } from '#core/result.ts';
import type { StoredLine } from '#server/modules/orders/store.ts';
import type { Context } from '#server/platform/operation.ts';

/** The last look before a parcel is closed and before it leaves: may these goods still go to this market today? */

const LAWFUL: ReadonlySet<string> = new Set(['allowed', 'allowed_with_conditions']);
const verdictBody = z.looseObject({ findings: z.array(z.looseObject({ outcome: z.string(), message: localText })).default([]) });

/**
 * A rule that began, a document that expired or a fact that was learned since the sale counts: verdicts are decided again when any of these happens, so the
 * ones that stand now are asked. What nobody has decided yet does not pass either. Fails with `contents_unlawful`.
 */
export async function screenContents({ tx, locale }: Pick<Context, 'tx' | 'locale'>, market: Market, lines: readonly StoredLine[]): Promise<Result<null, Refusal<'contents_unlawful'>>> {
  const productIds = [...new Set(lines.map((line) => line.productId))];
  const verdicts = await tx.selectFrom('verdict').select(['productId', 'outcome', 'body']).where('productId', 'in', productIds).where('market', '=', market).where('supersededAt', 'is', null).execute();
  const barred = lines.find((line) => !LAWFUL.has(verdicts.find((one) => one.productId === line.productId)?.outcome ?? 'none'));
  if (barred === undefined) return ok(null);
  const verdict = verdicts.find((one) => one.productId === barred.productId);
  const findings = verdict === undefined ? [] : verdictBody.parse(verdict.body).findings;
  const worst = findings.find((one) => one.outcome === verdict?.outcome) ?? findings[0];
  return refuse('contents_unlawful', { title: barred.titleOriginal, sku: barred.sku, outcome: verdict?.outcome ?? 'none', why: worst?.message[locale] ?? '–' });
}
