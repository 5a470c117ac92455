import type { z } from 'zod';
import type { getRuleText, listRules as listRoute, rule as ruleShape } from '#contract/rules.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import type { Condition, Rule, RulePack } from '#core/screening/rule-pack.ts';
import { rulesFor } from '#server/modules/editions/rule-editions.ts';
import type { Context } from '#server/platform/operation.ts';
import { writeRuleText } from '#server/platform/packs/rule-text.ts';
import { agencyOf } from './agencies.ts';

/** The pack as a page: by market and agency, in words a merchant reads. */

type RuleShape = z.output<typeof ruleShape>;
type Query = z.output<typeof listRoute.query>;

/** The rules in force for everybody, for one market. */
export async function listRules(context: Context, query: Query): Promise<z.output<typeof listRoute.reply>> {
  const pack = await rulesFor(context.tx, context.system.packs, null);
  const day = context.at.toISOString().slice(0, 10);
  const here = pack.rules.filter((rule) => rule.markets.includes(query.market)).filter((rule) => matches(rule, query));
  const byAgency = Map.groupBy(here.map((rule) => agencyOf(rule.id)), (agency) => agency.key);
  return {
    edition: pack.edition,
    agencies: [...byAgency].flatMap(([agency, rules]) => (rules[0] === undefined ? [] : [{ agency, name: rules[0].name, rules: rules.length }])).sort((one, other) => other.rules - one.rules || (one.agency < other.agency ? -1 : 1)),
    items: here.filter((rule) => query.agency === undefined || agencyOf(rule.id).key === query.agency).map((rule) => presentRule(rule, pack, day)),
  };
}

function matches(rule: Rule, { category, outcome, search }: Query): boolean {
  if (category !== undefined && rule.categories !== null && !rule.categories.some((one) => one === category)) return false;
  if (outcome !== undefined && rule.outcome !== outcome) return false;
  if (search === undefined || search.trim() === '') return true;
  const wanted = search.trim().toLowerCase();
  const texts = [rule.id, rule.citation, ...Object.values(rule.message), ...Object.values(rule.fix.text), ...wordsOf(rule.when)];
  return texts.some((text) => text.toLowerCase().includes(wanted));
}

function presentRule(rule: Rule, pack: RulePack, day: string): RuleShape {
  const nameOf = (kind: string) => pack.documents.find((one) => one.kind === kind)?.name ?? { 'zh-Hans': kind, 'zh-Hant': kind, en: kind };
  return {
    id: rule.id, agency: agencyOf(rule.id).key, markets: [...rule.markets], categories: rule.categories === null ? null : [...rule.categories], outcome: rule.outcome, confidence: rule.confidence, from: rule.from, until: rule.until,
    inForce: (rule.from === null || rule.from <= day) && (rule.until === null || day < rule.until),
    message: rule.message, fix: rule.fix.text, citation: rule.citation, sourceUrl: rule.sourceUrl, asOf: rule.asOf, evidence: rule.evidence.map((kind) => ({ kind, name: nameOf(kind) })), evidenceMode: rule.evidenceMode,
    words: [...new Set(wordsOf(rule.when))].slice(0, 40),
  };
}

/** The words that raise a rule. What a condition denies raises nothing. */
function wordsOf(condition: Condition): readonly string[] {
  switch (condition.op) {
    case 'all':
    case 'any':
      return condition.of.flatMap(wordsOf);
    case 'mentions':
    case 'claims':
    case 'contains':
      return condition.words;
    default:
      return [];
  }
}

/** A rule as a draft writes it. Fails with `not_found`. */
export async function readRuleText(context: Context, ruleId: string): Promise<Result<z.output<typeof getRuleText.reply>>> {
  const pack = await rulesFor(context.tx, context.system.packs, null);
  const rule = pack.rules.find((one) => one.id === ruleId);
  return rule === undefined ? refuse('not_found', { what: 'rule' }) : ok({ ruleId, edition: pack.edition, text: writeRuleText([rule]) });
}
