import { z } from 'zod';
import { CONFIDENCES, TRANSPORT_NEEDS } from '#core/screening/rule-pack.ts';
import { VERDICT_OUTCOMES, type Verdict } from '#core/screening/verdict.ts';
import { action, day, factShape, localText, market, queue, reasonShape, scalar } from './shapes.ts';

/** The shapes of a screening verdict. Outsiders rely on the names; fields may be added, never renamed. */

export const verdictOutcome = z.enum(VERDICT_OUTCOMES);
export const fixStep = action.extend({ value: scalar });

export const finding = z.object({
  ruleId: z.string(),
  outcome: verdictOutcome,
  message: localText,
  because: z.array(factShape),
  fix: action.nullable(),
  minimalFix: z.array(fixStep),
  citation: z.string(),
  sourceUrl: z.string().nullable(),
  evidence: z.array(z.string()),
  owner: queue,
  confidence: z.enum(CONFIDENCES),
});

export const factQuestion = z.object({
  fact: z.string(),
  ask: localText,
  options: z.array(z.object({ value: z.union([z.string(), z.number(), z.boolean()]), text: localText })).optional(),
});

export const transportLimit = z.object({ ruleId: z.string(), need: z.enum(TRANSPORT_NEEDS), message: localText });

/** A variant by itself, where the variants of a product come out differently. */
export const variantOutcome = z.object({ sku: z.string(), outcome: verdictOutcome, ruleIds: z.array(z.string()) });

export const verdict = z.object({
  market,
  outcome: verdictOutcome,
  findings: z.array(finding),
  questions: z.array(factQuestion),
  transport: z.array(transportLimit),
  minimalFix: z.array(fixStep),
  variants: z.array(variantOutcome),
  reasons: z.array(reasonShape),
  edition: z.string(),
  at: z.union([day, z.iso.datetime({ offset: true })]),
  inputsHash: z.string(),
});
export type VerdictShape = z.output<typeof verdict>;

/** A verdict as the command line and the server print it, key by key in one order, so that both give the same bytes. */
export function printVerdict(id: string, decided: Verdict) {
  const { market, outcome, findings, questions, transport, minimalFix, variants, edition, at, inputsHash } = decided;
  return { id, market, outcome, findings, questions, transport, minimalFix, variants, edition, at, inputsHash };
}
