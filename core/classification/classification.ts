import type { LocalText } from '../market/market.ts';

/** One code a product may belong under. `hts8` and `hts10` are null where the edition holds no such line. */
export type Candidate = Readonly<{
  hs6: string;
  hts8: string | null;
  hts10: string | null;
  /** How often such a candidate proves right, 0..1. */
  confidence: number;
  because: readonly LocalText[];
}>;

/** The one question whose answer would settle most. Give the chosen option's `value` under `id` as an answer to ask again. */
export type Question = Readonly<{ id: string; ask: LocalText; options: readonly QuestionOption[] }>;
export type QuestionOption = Readonly<{ value: string; text: LocalText; leadsTo: readonly string[] }>;

export type Classification = Readonly<{ candidates: readonly Candidate[]; question: Question | null; edition: string }>;

/** Answers to earlier questions, by question id. */
export type Answers = Readonly<Record<string, string>>;
