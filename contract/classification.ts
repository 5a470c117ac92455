import { z } from 'zod';
import { localText } from './shapes.ts';

/** Zod shapes of a classification: candidates with reasons, and the one question worth asking. */

export const classificationCandidate = z.object({
  hs6: z.string().regex(/^\d{6}$/),
  hts8: z.string().regex(/^\d{8}$/).nullable(),
  hts10: z.string().regex(/^\d{10}$/).nullable(),
  confidence: z.number().min(0).max(1),
  because: z.array(localText),
});

export const classificationQuestion = z.object({
  id: z.string(),
  ask: localText,
  options: z.array(z.object({ value: z.string(), text: localText, leadsTo: z.array(z.string()) })),
});

export const classification = z.object({
  candidates: z.array(classificationCandidate),
  question: classificationQuestion.nullable(),
  edition: z.string(),
});
export type ClassificationShape = z.output<typeof classification>;

/** Answers to earlier questions, by question id: what `classify` takes besides the product's facts. */
export const classificationAnswers = z.record(z.string().max(60), z.string().max(60));
