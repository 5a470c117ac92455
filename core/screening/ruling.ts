import type { Fact } from '../decision/decision.ts';
import { fingerprint } from '../decision/fingerprint.ts';
import type { LocalText } from '../market/market.ts';
import type { Product, Ruling } from '../product/product.ts';
import type { Judgement } from './judge-rule.ts';
import type { Rule } from './rule-pack.ts';
import type { Finding, VerdictOutcome } from './verdict.ts';

/** What a reviewer read when ruling once: the page, the facts without the documents, and the rule. Any change of them ends the ruling. */
export function rulingBasis(product: Product, rule: Rule): string {
  const { title, description, category, brand, originCountry, attributes, facts, variants } = product;
  const { documents: _documents, ...stated } = facts ?? {};
  return fingerprint({ title, description, category, brand, originCountry, attributes, facts: stated, options: (variants ?? []).map((variant) => variant.options), rule });
}

/** The ruling that counts on a rule: the last one whose basis, if it has one, still holds. */
export function rulingOn(rule: Rule, product: Product): Ruling | null {
  const { rulings } = product;
  if (rulings === null || rulings === undefined || rulings.length === 0) return null;
  return rulings.findLast((one) => one.ruleId === rule.id && (one.basis === null || one.basis === rulingBasis(product, rule))) ?? null;
}

/**
 * A rule's outcome once a reviewer has ruled on it. `accept` sets the rule aside whatever it asked; `refuse` answers what waited for review.
 * A ruling never makes worse what the facts or documents have settled since.
 */
export function ruledOutcome(outcome: VerdictOutcome, rule: Rule, product: Product): VerdictOutcome {
  const ruling = isSettled(outcome) ? null : rulingOn(rule, product);
  return ruling === null ? outcome : after(ruling, outcome);
}

/** A rule's say with what a reviewer ruled about it, and the ruling among the facts it rests on. */
export function ruled(judgement: Judgement, product: Product): Judgement {
  const ruling = isSettled(judgement.finding.outcome) ? null : rulingOn(judgement.rule, product);
  if (ruling === null || after(ruling, judgement.finding.outcome) === judgement.finding.outcome) return judgement;
  return { ...judgement, missing: [], finding: ruledFinding(judgement.finding, judgement.rule, ruling) };
}

function isSettled(outcome: VerdictOutcome): boolean {
  return outcome === 'allowed' || outcome === 'allowed_with_conditions';
}

function after(ruling: Ruling, outcome: VerdictOutcome): VerdictOutcome {
  if (ruling.says === 'accept') return 'allowed';
  return outcome === 'needs_review' ? 'blocked' : outcome;
}

function ruledFinding(finding: Finding, rule: Rule, ruling: Ruling): Finding {
  const because: Fact[] = [...finding.because, { fact: `ruling.${ruling.says}`, value: ruling.id, source: 'platform' }];
  const accepted = ruling.says === 'accept';
  return { ...finding, outcome: accepted ? 'allowed' : 'blocked', because, fix: accepted ? null : finding.fix, owner: accepted ? 'compliance' : rule.owner, message: messageOf(rule.message, ruling) };
}

function messageOf(message: LocalText, { says, reason }: Ruling): LocalText {
  if (says === 'accept') {
    return {
      'zh-Hans': `审核人员已认可：${reason}（规则原文：${message['zh-Hans']}）`,
      'zh-Hant': `審核人員已認可：${reason}（規則原文：${message['zh-Hant']}）`,
      en: `Accepted by a reviewer: ${reason} (The rule says: ${message.en})`,
    };
  }
  return {
    'zh-Hans': `审核人员看过，不能放行：${reason}（规则原文：${message['zh-Hans']}）`,
    'zh-Hant': `審核人員看過，不能放行：${reason}（規則原文：${message['zh-Hant']}）`,
    en: `A reviewer looked at it and it stays closed: ${reason} (The rule says: ${message.en})`,
  };
}
