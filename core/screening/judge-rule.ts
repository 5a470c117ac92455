import type { Action, Fact } from '../decision/decision.ts';
import type { Scope } from './compile-condition.ts';
import type { CompiledPack, CompiledRule } from './compile-rule-pack.ts';
import { explain, type Explain } from './explain-condition.ts';
import { documentOnFile } from './known-facts.ts';
import type { PreparedProduct } from './prepare-product.ts';
import type { Rule } from './rule-pack.ts';
import { FALSE, TRUE, UNKNOWN } from './truth.ts';
import type { Finding, FixStep, VerdictOutcome } from './verdict.ts';

/** A rule's say on a product, with the facts that would settle it when it waits. */
export type Judgement = Readonly<{ rule: Rule; finding: Finding; missing: readonly string[] }>;

/**
 * What one rule says, or null when it does not match or is not in force that day. A document that satisfies the rule settles it
 * before any missing fact is asked for; an unknown fact never decides; an uncertain rule never refuses, it asks a reviewer.
 */
export function judgeRule(compiledRule: CompiledRule, scope: Scope, prepared: PreparedProduct, compiled: CompiledPack): Judgement | null {
  const standing = standingOf(compiledRule, scope);
  if (standing === null) return null;
  const { rule } = compiledRule;
  const { outcome, papers } = standing;
  const explanation = explain(standing.walk, scope, prepared);
  const waits = outcome === 'needs_facts';
  return {
    rule,
    missing: waits ? explanation.missing : NOTHING,
    finding: {
      ruleId: rule.id,
      outcome,
      message: outcome === 'needs_facts' ? compiledRule.messages.waiting : outcome === 'allowed' ? compiledRule.messages.satisfied : rule.message,
      because: !waits && papers.facts.length === 0 ? explanation.because : [...explanation.because, ...(waits ? explanation.missing.map(unknownFact) : []), ...papers.facts],
      fix: fixOf(rule, outcome, papers, explanation.missing, compiled),
      minimalFix: NO_STEPS,
      citation: rule.citation,
      sourceUrl: rule.sourceUrl,
      evidence: rule.evidence,
      owner: outcome === 'needs_review' ? 'compliance' : rule.owner,
      confidence: rule.confidence,
    },
  };
}

const NOTHING: readonly string[] = [];
const NO_STEPS: readonly FixStep[] = [];

type Standing = Readonly<{ outcome: VerdictOutcome; papers: Papers; walk: Explain }>;

/** How a rule stands before anything is put in words: the bare outcome, which is all that a search for fixes needs; null as above. */
export function standingOf({ rule, unproved, hard, soft }: CompiledRule, scope: Scope): Standing | null {
  if ((rule.from !== null && scope.at < rule.from) || (rule.until !== null && scope.at >= rule.until)) return null;
  const truth = hard.test(scope);
  if (truth !== FALSE) {
    const papers = scope.book.documents.length === 0 ? unproved : papersOf(rule, scope);
    return { outcome: outcomeOf(rule, truth === UNKNOWN, papers.complete), papers, walk: hard.walk };
  }
  if (soft === null || soft.test(scope) !== TRUE) return null;
  return { outcome: 'allowed_with_conditions', papers: scope.book.documents.length === 0 ? unproved : papersOf(rule, scope), walk: soft.walk };
}

function outcomeOf(rule: Rule, unknown: boolean, papersComplete: boolean): VerdictOutcome {
  const refuses = rule.outcome === 'prohibit' || rule.outcome === 'restrict';
  if (refuses && papersComplete) return 'allowed';
  if (unknown) return 'needs_facts';
  if (!refuses) return 'allowed_with_conditions';
  return rule.confidence === 'uncertain' ? 'needs_review' : 'blocked';
}

function unknownFact(fact: string): Fact {
  return { fact, value: null, source: 'platform' };
}

export type Papers = Readonly<{ complete: boolean; missing: readonly string[]; facts: readonly Fact[] }>;

/** A rule's documents where none is on file at all. */
export function noPapers(rule: Rule): Papers {
  return { complete: false, missing: rule.evidence, facts: [] };
}

/** Which of a rule's documents are on file that day. A rule without documents cannot be satisfied by one. */
function papersOf(rule: Rule, scope: Scope): Papers {
  const facts: Fact[] = [];
  const missing: string[] = [];
  for (const kind of rule.evidence) {
    const held = documentOnFile(scope.book.documents, kind, scope.at);
    if (held !== null) facts.push({ fact: `documents.${kind}`, value: held.number ?? kind, source: 'merchant' });
    else {
      missing.push(kind);
      const expired = scope.book.documents.find((one) => one.kind === kind);
      if (expired !== undefined) facts.push({ fact: `documents.${kind}.expires`, value: expired.expires ?? null, source: 'merchant' });
    }
  }
  const complete = rule.evidence.length > 0 && (rule.evidenceMode === 'any' ? missing.length < rule.evidence.length : missing.length === 0);
  return { complete, missing: complete ? [] : missing, facts };
}

/** What to do next: answer the question where one is open, upload what is missing, or what the rule says; nothing where it is satisfied. */
function fixOf(rule: Rule, outcome: VerdictOutcome, papers: Papers, missingFacts: readonly string[], compiled: CompiledPack): Action | null {
  if (outcome === 'allowed' || (papers.complete && rule.fix.kind === 'add_document')) return null;
  const asked = missingFacts[0];
  const question = asked === undefined ? undefined : compiled.questionOf.get(asked);
  if (outcome === 'needs_facts' && question !== undefined) return { kind: 'give_fact', target: question.fact, text: question.ask };
  const document = papers.missing[0];
  if (rule.fix.kind === 'add_document' && document !== undefined) {
    return { kind: 'add_document', target: compiled.documentKinds.has(document) ? document : rule.fix.target, text: rule.fix.text };
  }
  return rule.fix;
}
