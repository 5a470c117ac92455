import type { Market } from '../market/market.ts';
import { NOT_ASKED, type Scope } from './compile-condition.ts';
import type { CompiledPack, CompiledRule } from './compile-rule-pack.ts';
import { contradictionFindings } from './contradiction-finding.ts';
import { judgeRule, standingOf, type Judgement } from './judge-rule.ts';
import type { PreparedProduct } from './prepare-product.ts';
import { ruled, ruledOutcome } from './ruling.ts';
import { isOpen, severity, type FactQuestion, type Finding, type TransportLimit, type VerdictOutcome } from './verdict.ts';

/** A verdict before its smallest fix is looked for and before it is signed with its inputs. */
export type Decided = Readonly<{
  outcome: VerdictOutcome;
  findings: readonly Finding[];
  questions: readonly FactQuestion[];
  transport: readonly TransportLimit[];
  judgements: readonly Judgement[];
}>;

/** Decides one prepared product for one market on one day: every rule that has something to say, worst first. */
export function decideProduct(prepared: PreparedProduct, market: Market, at: string, compiled: CompiledPack): Decided {
  const scope = scopeOf(prepared, market, at, compiled);
  const judgements: Judgement[] = [];
  const remembered = saidOn(at, prepared);
  for (const rule of raisedRules(prepared, market, compiled)) {
    const held = rule.everywhere ? remembered.find((one) => one.rule === rule.rule) : undefined;
    const judgement = held ?? sayOf(rule, scope, prepared, compiled);
    if (judgement !== null) insertWorstFirst(judgements, judgement);
  }
  const findings: Finding[] = [];
  const transport: TransportLimit[] = [];
  for (const judgement of judgements) {
    findings.push(judgement.finding);
    const limit = transportOf(judgement);
    if (limit !== null) transport.push(limit);
  }
  if (prepared.book.contradictions.length > 0) findings.push(...contradictionFindings(prepared.book));
  return { outcome: worstOf(findings), findings, questions: questionsOf(judgements, compiled), transport, judgements };
}

/** What rules that no market changes said for earlier markets that day. The first market starts the list. */
function saidOn(day: string, { said }: PreparedProduct): readonly Judgement[] {
  if (said.day === day) return said.judgements;
  said.day = day;
  said.judgements = [];
  return NOTHING_SAID;
}

const NOTHING_SAID: readonly Judgement[] = [];

function sayOf(rule: CompiledRule, scope: Scope, prepared: PreparedProduct, compiled: CompiledPack): Judgement | null {
  const judgement = judgeRule(rule, scope, prepared, compiled);
  if (judgement === null) return null;
  const say = ruled(judgement, prepared.product);
  if (rule.everywhere) prepared.said.judgements.push(say);
  return say;
}

/** Few rules speak, and most come in order: put in place at once, they need no sorting. */
function insertWorstFirst(judgements: Judgement[], judgement: Judgement): void {
  let place = judgements.length;
  judgements.push(judgement);
  for (let before = judgements[place - 1]; before !== undefined && isWorse(judgement, before); before = judgements[place - 1]) {
    judgements[place] = before;
    place -= 1;
  }
  judgements[place] = judgement;
}

function isWorse(one: Judgement, other: Judgement): boolean {
  const difference = severity(one.finding.outcome) - severity(other.finding.outcome);
  return difference > 0 || (difference === 0 && one.rule.id < other.rule.id);
}

function worstOf(findings: readonly Finding[]): VerdictOutcome {
  let worst: VerdictOutcome = 'allowed';
  for (const { outcome } of findings) if (severity(outcome) > severity(worst)) worst = outcome;
  return worst;
}

/** How many rules keep the product closed that day. Says no more, and so costs a tenth: a search for fixes asks it hundreds of times. */
export function countClosed(prepared: PreparedProduct, market: Market, at: string, compiled: CompiledPack): number {
  const scope = scopeOf(prepared, market, at, compiled);
  let closed = 0;
  for (const rule of raisedRules(prepared, market, compiled)) {
    const standing = standingOf(rule, scope);
    if (standing !== null && !isOpen(ruledOutcome(standing.outcome, rule.rule, prepared.product))) closed += 1;
  }
  return closed;
}

function scopeOf(prepared: PreparedProduct, market: Market, at: string, compiled: CompiledPack): Scope {
  const { book, category, groups } = prepared;
  return { book, category, market, groups, at, kinds: compiled.kinds.fill(NOT_ASKED) };
}

const NONE: readonly number[] = [];

function raisedRules(prepared: PreparedProduct, market: Market, compiled: CompiledPack): readonly CompiledRule[] {
  const shelf = compiled.shelves.get(market)?.get(prepared.category);
  if (shelf === undefined) return [];
  const rules = [...shelf.always];
  shelf.round.number += 1;
  for (const raiser of prepared.raisers) {
    for (const place of shelf.raised[raiser] ?? NONE) {
      const rule = shelf.sleeping[place];
      if (shelf.wokenIn[place] === shelf.round.number || rule === undefined) continue;
      shelf.wokenIn[place] = shelf.round.number;
      rules.push(rule);
    }
  }
  return rules;
}

function transportOf({ rule, finding }: Judgement): TransportLimit | null {
  if (rule.transport === null || !isOpen(finding.outcome)) return null;
  return { ruleId: rule.id, need: rule.transport, message: rule.message };
}

/** The questions open rules wait for. First the one on which the gravest and the most rules hang. */
function questionsOf(judgements: readonly Judgement[], { questionOf }: CompiledPack): FactQuestion[] {
  if (judgements.every(({ missing }) => missing.length === 0)) return [];
  const weights = new Map<string, number>();
  for (const { rule, missing } of judgements) {
    const weight = rule.outcome === 'prohibit' ? 100 : rule.outcome === 'restrict' ? 10 : 1;
    for (const path of missing) {
      const fact = questionOf.get(path)?.fact ?? path;
      weights.set(fact, (weights.get(fact) ?? 0) + weight / missing.length);
    }
  }
  return [...weights]
    .sort(([one, weight], [other, otherWeight]) => otherWeight - weight || (one < other ? -1 : 1))
    .map(([fact]) => {
      const question = questionOf.get(fact);
      const ask = question?.ask ?? { 'zh-Hans': `请补充商品资料“${fact}”。`, 'zh-Hant': `請補充商品資料「${fact}」。`, en: `Please add the product fact "${fact}".` };
      return { fact, ask, ...(question !== undefined && question.options.length > 0 && { options: question.options }) };
    });
}
