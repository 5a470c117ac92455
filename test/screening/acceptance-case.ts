import type { Verdict } from '#core/screening/verdict.ts';

/** One acceptance case: a product, a market, a day, and what the verdict must say. */
export type AcceptanceCase = Readonly<{
  id: string;
  input: unknown;
  market: string;
  at: string;
  why: string;
  expect: Readonly<{
    outcome: string | readonly string[];
    ruleIds?: readonly string[];
    notRuleIds?: readonly string[];
    mustAsk?: readonly string[];
    evidenceSpan?: string;
    transport?: boolean;
  }>;
}>;

/** Where a verdict and a case differ, in words; empty when they agree. */
export function disagreements({ expect }: AcceptanceCase, verdict: Verdict): string[] {
  const wrong: string[] = [];
  const outcomes = typeof expect.outcome === 'string' ? [expect.outcome] : expect.outcome;
  const shut = verdict.findings.filter((finding) => finding.outcome === verdict.outcome).map((finding) => finding.ruleId);
  if (!outcomes.includes(verdict.outcome)) wrong.push(`outcome ${verdict.outcome} (${shut.join(' ')}) instead of ${outcomes.join(' or ')}`);
  for (const id of expect.ruleIds ?? []) if (!verdict.findings.some((finding) => finding.ruleId === id)) wrong.push(`${id} is missing`);
  for (const id of expect.notRuleIds ?? []) {
    if (verdict.findings.some((finding) => finding.ruleId === id && finding.outcome !== 'allowed')) wrong.push(`${id} does not belong here`);
  }
  if (verdict.outcome === 'needs_facts' && expect.mustAsk !== undefined) {
    const asked = verdict.questions.map((question) => question.fact);
    for (const fact of expect.mustAsk) if (!asked.some((one) => one === fact || one.startsWith(`${fact}.`))) wrong.push(`${fact} is not asked, only ${asked.join(' ')}`);
  }
  const span = expect.evidenceSpan;
  if (span !== undefined) {
    const cited = verdict.findings.flatMap((finding) => finding.because.flatMap((fact) => [fact.span?.text ?? '', String(fact.value ?? '')])).filter((words) => words !== '');
    if (!cited.some((words) => words.includes(span) || span.includes(words))) wrong.push(`“${span}” is not cited`);
  }
  if (expect.transport === true && verdict.transport.length === 0) wrong.push('no transport limit');
  return wrong;
}
