import type { LocalText } from '../market/market.ts';

/** Who said a fact. A merchant's word and the hub's scale outrank what was inferred from text. */
export type FactSource = 'merchant' | 'import' | 'inferred' | 'hub' | 'platform';

/** One fact a reason rests on, with the words it came from when it was read out of text. */
export type Fact = Readonly<{
  fact: string;
  value: string | number | boolean | null;
  source: FactSource;
  /** The merchant's own words, exactly as they stand in `field` at `start`. */
  span?: Readonly<{ field: string; start: number; text: string }> | undefined;
}>;

/** Where a rule, rate or fee comes from. */
export type SourceRef = Readonly<{ citation: string; url: string | null; asOf: string | null }>;

/** What can be done about a reason. Carries its own words, so that any screen can show it. */
export type Action = Readonly<{
  kind: 'give_fact' | 'edit_text' | 'add_document' | 'appeal' | 'wait' | 'change_switch' | 'contact';
  target: string | null;
  text: LocalText;
}>;

/** The queue that owns a reason: whom to ask, and by when an answer is due. */
export type Queue = 'merchant' | 'compliance' | 'classification' | 'pricing' | 'wording' | 'hub' | 'claims' | 'finance' | 'platform';

/** Hours within which a queue answers. Set by the marketplace (2026-11-23); shown to merchants wherever a queue is named. */
export const QUEUE_ANSWER_HOURS: Readonly<Record<Queue, number | null>> = {
  merchant: null, compliance: 48, classification: 48, pricing: 48, wording: 48, hub: 24, claims: 48, finance: 72, platform: 24,
};

/** One reason of a decision: what it says, what it rests on, where it comes from, what to do, whom to ask. */
export type Reason = Readonly<{
  code: string;
  text: LocalText;
  because: readonly Fact[];
  source: SourceRef | null;
  fix: Action | null;
  owner: Queue;
}>;

/**
 * What every decision function of core returns, and what is stored as it is.
 * `edition` names the packs it was decided under, `inputsHash` the exact inputs (see `canonicalJson`).
 */
export type Decision<Outcome extends string> = Readonly<{
  outcome: Outcome;
  reasons: readonly Reason[];
  edition: string;
  at: string;
  inputsHash: string;
}>;
