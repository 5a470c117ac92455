import type { Action, Decision, Fact, Queue } from '../decision/decision.ts';
import type { LocalText, Market } from '../market/market.ts';
import type { Confidence, TransportNeed } from './rule-pack.ts';

/** Outcomes of screening, mildest first; the worst of a product's findings is its verdict. */
export const VERDICT_OUTCOMES = ['allowed', 'allowed_with_conditions', 'needs_facts', 'needs_review', 'blocked'] as const;
export type VerdictOutcome = (typeof VERDICT_OUTCOMES)[number];

/** One step a merchant can take. `value` is the answer or document with which the result was checked. */
export type FixStep = Action & Readonly<{ value: string | number | boolean | null }>;

/** One rule that matched, or waits for a fact: what it says, what it rests on, what to do, and whom to ask. */
export type Finding = Readonly<{
  ruleId: string;
  outcome: VerdictOutcome;
  message: LocalText;
  because: readonly Fact[];
  fix: Action | null;
  /** The smallest set of steps that opens the product to this market; empty when nothing the merchant does can. */
  minimalFix: readonly FixStep[];
  citation: string;
  sourceUrl: string | null;
  evidence: readonly string[];
  owner: Queue;
  confidence: Confidence;
}>;

/** A fact worth giving, with the words to ask for it. The first question of a verdict decides the most. */
export type FactQuestion = Readonly<{ fact: string; ask: LocalText; options?: readonly Readonly<{ value: string | number | boolean; text: LocalText }>[] | undefined }>;

/** What a parcel line must be able to carry for this product. */
export type TransportLimit = Readonly<{ ruleId: string; need: TransportNeed; message: LocalText }>;

/** One variant by itself: its outcome, and the rules that keep it closed. */
export type VariantOutcome = Readonly<{ sku: string; outcome: VerdictOutcome; ruleIds: readonly string[] }>;

/** Whether a product may be exported to one market, with every rule that has something to say. */
export type Verdict = Decision<VerdictOutcome> &
  Readonly<{
    market: Market;
    findings: readonly Finding[];
    questions: readonly FactQuestion[];
    transport: readonly TransportLimit[];
    minimalFix: readonly FixStep[];
    /** Each variant by itself where they come out differently; empty where they do not. */
    variants: readonly VariantOutcome[];
  }>;

const SEVERITY: Readonly<Record<VerdictOutcome, number>> = { allowed: 0, allowed_with_conditions: 1, needs_facts: 2, needs_review: 3, blocked: 4 };

/** How bad an outcome is; the worst wins. */
export function severity(outcome: VerdictOutcome): number {
  return SEVERITY[outcome];
}

/** Whether a product with this outcome can be listed. */
export function isOpen(outcome: VerdictOutcome): boolean {
  return outcome === 'allowed' || outcome === 'allowed_with_conditions';
}
