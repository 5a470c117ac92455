import { z } from 'zod';
import { factShape } from '#contract/shapes.ts';
import { isId, type IdOf } from '#core/ids/id.ts';
import type { LocalText } from '#core/market/market.ts';
import { DECISION_WORDS, loadAppeal } from '#server/modules/appeals/store.ts';
import type { Context } from '#server/platform/operation.ts';
import type { WhyStep } from './service.ts';

/** Links of the chain that people made: reviewers' rulings, and the appeals they answer. */

const TITLES = {
  appeal: { 'zh-Hans': '申诉', 'zh-Hant': '申訴', en: 'Appeal' },
  ruling: { 'zh-Hans': '审核人员裁定', 'zh-Hant': '審核人員裁定', en: 'Reviewer’s ruling' },
} as const satisfies Record<string, LocalText>;

function plain(text: string): LocalText {
  return { 'zh-Hans': text, 'zh-Hant': text, en: text };
}

/** An appeal: the finding it answers, the merchant's words, and what was decided with which reason. */
export async function appealStep({ tx }: Context, id: IdOf<'appeal'>): Promise<WhyStep[]> {
  const row = await loadAppeal(tx, id);
  if (row === null) return [];
  const decision = row.decision === null ? [] : [DECISION_WORDS[row.decision], plain(row.reason ?? '')];
  return [{ id: row.id, kind: 'appeal', title: TITLES.appeal, outcome: row.decision ?? row.state, reasons: [plain(`${row.ruleId} · ${row.market}: ${row.words}`), ...decision], edition: null, at: (row.decidedAt ?? row.openedAt).toISOString(), replayed: null }];
}

const stored = z.looseObject({ findings: z.array(z.looseObject({ because: z.array(factShape) })) });

/** The rulings a verdict was decided with, each with the appeal it answers. */
export async function rulingSteps(context: Context, verdictBody: unknown): Promise<WhyStep[]> {
  const used = stored.parse(verdictBody).findings.flatMap((finding) => finding.because.filter((fact) => fact.fact.startsWith('ruling.')).flatMap((fact) => (typeof fact.value === 'string' && isId('ruling', fact.value) ? [fact.value] : [])));
  const steps: WhyStep[] = [];
  for (const id of new Set(used)) {
    const row = await context.tx.selectFrom('ruling').selectAll().where('id', '=', id).executeTakeFirst();
    if (row === undefined) continue;
    steps.push({ id: row.id, kind: 'ruling', title: TITLES.ruling, outcome: row.says, reasons: [plain(`${row.ruleId}: ${row.reason}`), plain(row.by)], edition: null, at: row.at.toISOString(), replayed: null });
    if (row.appealId !== null) steps.push(...(await appealStep(context, row.appealId)));
  }
  return steps;
}
