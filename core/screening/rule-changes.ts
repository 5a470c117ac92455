import { canonicalJson } from '../decision/canonical-json.ts';
import { ok, type Result } from '../result.ts';
import { missingNames } from './pack-names.ts';
import { isRecord, strings, type Complain } from './pack-shape.ts';
import { parseRule, type PackFile, type PackProblem, type PackRefusal } from './parse-rule-pack.ts';
import type { Condition, Rule, RulePack } from './rule-pack.ts';

/** A draft of rules: whole rules that replace those of the same id or are new, and the ids of rules taken away. */
export type RuleChanges = Readonly<{ rules: readonly Rule[]; withdraw: readonly string[] }>;

/** What a draft makes of an edition: the next edition, and which rules differ. */
export type ChangedPack = Readonly<{ pack: RulePack; changes: RuleChanges }>;

/**
 * Reads a draft against the edition it changes. It is written like a file of a rule pack, with `withdraw`, a list of rule ids, beside `rules`.
 * Pure: the caller reads the text. Fails with bad_rule_pack, listing every problem found.
 */
export function parseRuleChanges(base: RulePack, edition: string, file: PackFile): Result<ChangedPack, PackRefusal> {
  const problems: PackProblem[] = [];
  const complain: Complain = (path, message) => problems.push({ file: file.name, path, message });
  const content = isRecord(file.content) ? file.content : {};
  if (!isRecord(file.content)) complain([], 'expected a mapping with rules, withdraw or both');
  for (const key of Object.keys(content)) if (key !== 'rules' && key !== 'withdraw') complain([key], `"${key}" is not a part of a draft; expected rules or withdraw`);
  const listed = content['rules'] ?? [];
  if (!Array.isArray(listed)) complain(['rules'], 'expected a list of rules');
  const rules = (Array.isArray(listed) ? listed : []).map((raw: unknown, place) => parseRule(raw, ['rules', place], complain));
  const withdraw = content['withdraw'] === undefined ? [] : strings(content['withdraw'], ['withdraw'], complain);
  const known = new Set(base.rules.map((rule) => rule.id));
  withdraw.forEach((id, place) => {
    if (!known.has(id)) complain(['withdraw', place], `"${id}" is not a rule of ${base.edition}`);
    else if (rules.some((rule) => rule.id === id)) complain(['withdraw', place], `"${id}" is also changed; a rule is either changed or withdrawn`);
  });
  if (rules.length + withdraw.length === 0 && problems.length === 0) complain([], 'the draft changes nothing yet');
  const pack = applyRuleChanges(base, { rules, withdraw }, edition);
  problems.push(...missingNames(pack, [file]));
  if (problems.length > 0) return { ok: false, problem: { code: 'bad_rule_pack', facts: { edition, problems: problems.length }, problems } };
  return ok({ pack, changes: { rules, withdraw } });
}

/** The edition after a draft. Rules keep their places; new ones come last. Words, kinds and questions stay those of the base. */
export function applyRuleChanges(base: RulePack, { rules, withdraw }: RuleChanges, edition: string): RulePack {
  const changed = new Map(rules.map((rule) => [rule.id, rule]));
  const gone = new Set(withdraw);
  const known = new Set(base.rules.map((rule) => rule.id));
  const kept = base.rules.filter((rule) => !gone.has(rule.id)).map((rule) => changed.get(rule.id) ?? rule);
  return { ...base, edition, rules: [...kept, ...rules.filter((rule) => !known.has(rule.id))] };
}

/** The ids of rules that are not the same in two editions. */
export function differingRules(one: RulePack, other: RulePack): string[] {
  const before = new Map(one.rules.map((rule) => [rule.id, canonicalJson(rule)]));
  const after = new Map(other.rules.map((rule) => [rule.id, canonicalJson(rule)]));
  return [...new Set([...before.keys(), ...after.keys()])].filter((id) => before.get(id) !== after.get(id)).sort();
}

/** The same edition with these rules alone: what is asked of a product when only they can have changed. */
export function packOfRules(pack: RulePack, ids: readonly string[]): RulePack {
  const wanted = new Set(ids);
  return { ...pack, rules: pack.rules.filter((rule) => wanted.has(rule.id)) };
}

/** Rules that can say something else on one of these days than on the day before: those that begin or end, or whose condition names the day. */
export function rulesTurningOn(pack: RulePack, days: ReadonlySet<string>): string[] {
  const turning = new Set(pack.kinds.filter((kind) => namesDay(kind.when, days, new Set())).map((kind) => kind.name));
  // A kind may name another kind that turns; the fixed point is small.
  for (let before = -1; before !== turning.size; ) {
    before = turning.size;
    for (const kind of pack.kinds) if (namesDay(kind.when, days, turning)) turning.add(kind.name);
  }
  const turns = (rule: Rule) => (rule.from !== null && days.has(rule.from)) || (rule.until !== null && days.has(rule.until)) || namesDay(rule.when, days, turning) || (rule.softly !== null && namesDay(rule.softly, days, turning));
  return pack.rules.filter(turns).map((rule) => rule.id);
}

function namesDay(condition: Condition, days: ReadonlySet<string>, turningKinds: ReadonlySet<string>): boolean {
  switch (condition.op) {
    case 'all':
    case 'any':
      return condition.of.some((part) => namesDay(part, days, turningKinds));
    case 'not':
      return namesDay(condition.of, days, turningKinds);
    case 'since':
    case 'before':
      return days.has(condition.day);
    case 'is':
      return condition.kinds.some((kind) => turningKinds.has(kind));
    default:
      return false;
  }
}

/** Rules that read a document of one of these kinds: as evidence or in their condition. */
export function rulesReading(pack: RulePack, kinds: ReadonlySet<string>): string[] {
  const asking = new Set(pack.kinds.filter((kind) => asksDocument(kind.when, kinds, new Set())).map((kind) => kind.name));
  const reads = (rule: Rule) => rule.evidence.some((kind) => kinds.has(kind)) || asksDocument(rule.when, kinds, asking) || (rule.softly !== null && asksDocument(rule.softly, kinds, asking));
  return pack.rules.filter(reads).map((rule) => rule.id);
}

function asksDocument(condition: Condition, kinds: ReadonlySet<string>, askingKinds: ReadonlySet<string>): boolean {
  switch (condition.op) {
    case 'all':
    case 'any':
      return condition.of.some((part) => asksDocument(part, kinds, askingKinds));
    case 'not':
      return asksDocument(condition.of, kinds, askingKinds);
    case 'hasDocument':
      return kinds.has(condition.kind);
    case 'is':
      return condition.kinds.some((kind) => askingKinds.has(kind));
    default:
      return false;
  }
}
