import type { Action, Queue } from '../decision/decision.ts';
import { ok, type Refusal, type Result } from '../result.ts';
import { isRecord, localText, oneOf, optionalDay, strings, text, type Complain, type Path } from './pack-shape.ts';
import { categoryList, marketList, parseCondition } from './parse-condition.ts';
import { parseQuestion, parseVocabulary } from './parse-vocabulary.ts';
import { CONFIDENCES, RULE_OUTCOMES, TRANSPORT_NEEDS, type DocumentKind, type Kind, type Rule, type RulePack } from './rule-pack.ts';
import { missingNames } from './pack-names.ts';

/** One file of a pack, as the YAML reader gives it: which file, and its top value. */
export type PackFile = Readonly<{ name: string; content: unknown }>;

/** One thing wrong with a pack, with the file and the place in it; the loader turns the place into a line. */
export type PackProblem = Readonly<{ file: string; path: Path; message: string }>;
export type PackRefusal = Refusal<'bad_rule_pack'> & Readonly<{ problems: readonly PackProblem[] }>;

const OWNERS: readonly Queue[] = ['merchant', 'compliance', 'classification', 'wording', 'hub', 'platform'];
const FIX_KINDS: readonly Action['kind'][] = ['give_fact', 'edit_text', 'add_document', 'appeal', 'wait', 'change_switch', 'contact'];
const RULE_KEYS: ReadonlySet<string> = new Set([
  'id', 'markets', 'categories', 'outcome', 'when', 'softly', 'from', 'until', 'message', 'fix', 'citation', 'sourceUrl', 'asOf',
  'evidence', 'evidenceMode', 'confidence', 'owner', 'transport', 'note',
]);

/**
 * Puts the files of one edition together into a rule pack. Pure: the caller reads the files.
 * Fails with bad_rule_pack, listing every problem found and not only the first.
 */
export function parseRulePack(edition: string, files: readonly PackFile[]): Result<RulePack, PackRefusal> {
  const problems: PackProblem[] = [];
  const rules: Rule[] = [];
  const kinds: Kind[] = [];
  const documents: DocumentKind[] = [];
  let vocabulary: RulePack['vocabulary'] = parseVocabulary({}, [], () => {});
  let questions: RulePack['questions'] = [];
  for (const file of files) {
    const complain: Complain = (path, message) => problems.push({ file: file.name, path, message });
    if (!isRecord(file.content)) {
      complain([], 'expected a mapping with rules, kinds, vocabulary, questions or documents');
      continue;
    }
    for (const [key, value] of Object.entries(file.content)) {
      if (key === 'rules') rules.push(...list(value, [key], complain).map((raw, place) => parseRule(raw, [key, place], complain)));
      else if (key === 'kinds') kinds.push(...parseKinds(value, [key], complain));
      else if (key === 'documents') documents.push(...parseDocuments(value, [key], complain));
      else if (key === 'questions') questions = list(value, [key], complain).map((raw, place) => parseQuestion(raw, [key, place], complain));
      else if (key === 'vocabulary') vocabulary = parseVocabulary(value, [key], complain);
      else complain([key], `"${key}" is not a part of a rule pack`);
    }
  }
  const pack: RulePack = { edition, rules, kinds, vocabulary, questions, documents };
  problems.push(...missingNames(pack, files));
  if (problems.length > 0) return { ok: false, problem: { code: 'bad_rule_pack', facts: { edition, problems: problems.length }, problems } };
  return ok(pack);
}

function list(raw: unknown, path: Path, complain: Complain): readonly unknown[] {
  if (Array.isArray(raw)) return raw;
  complain(path, 'expected a list');
  return [];
}

/** Reads one rule; what is wrong with it is reported with its place. */
export function parseRule(raw: unknown, path: Path, complain: Complain): Rule {
  const from = isRecord(raw) ? raw : {};
  const here = (key: string): Path => [...path, key];
  for (const key of Object.keys(from)) if (!RULE_KEYS.has(key)) complain(here(key), `"${key}" is not a part of a rule`);
  const fix = isRecord(from['fix']) ? from['fix'] : {};
  const transport = from['transport'];
  return {
    id: text(from['id'], here('id'), complain),
    markets: marketList(from['markets'], here('markets'), complain),
    categories: from['categories'] === undefined ? null : categoryList(from['categories'], here('categories'), complain),
    outcome: oneOf(from['outcome'], RULE_OUTCOMES, 'warn', here('outcome'), complain),
    when: parseCondition(from['when'], here('when'), complain),
    softly: from['softly'] === undefined ? null : parseCondition(from['softly'], here('softly'), complain),
    from: optionalDay(from['from'], here('from'), complain),
    until: optionalDay(from['until'], here('until'), complain),
    message: localText(from['message'], here('message'), complain),
    fix: {
      kind: oneOf(fix['kind'], FIX_KINDS, 'contact', here('fix'), complain),
      target: typeof fix['target'] === 'string' ? fix['target'] : null,
      text: localText(fix['text'], [...here('fix'), 'text'], complain),
    },
    citation: text(from['citation'], here('citation'), complain),
    sourceUrl: from['sourceUrl'] === undefined ? null : text(from['sourceUrl'], here('sourceUrl'), complain),
    asOf: optionalDay(from['asOf'], here('asOf'), complain),
    evidence: from['evidence'] === undefined ? [] : strings(from['evidence'], here('evidence'), complain),
    evidenceMode: from['evidenceMode'] === undefined ? 'all' : oneOf(from['evidenceMode'], ['all', 'any'], 'all', here('evidenceMode'), complain),
    confidence: oneOf(from['confidence'], CONFIDENCES, 'uncertain', here('confidence'), complain),
    owner: from['owner'] === undefined ? 'merchant' : oneOf(from['owner'], OWNERS, 'merchant', here('owner'), complain),
    transport: transport === undefined ? null : oneOf(transport, TRANSPORT_NEEDS, 'liquid', here('transport'), complain),
    note: typeof from['note'] === 'string' ? from['note'] : null,
  };
}

function parseKinds(raw: unknown, path: Path, complain: Complain): Kind[] {
  if (!isRecord(raw)) {
    complain(path, 'expected a mapping of names to conditions');
    return [];
  }
  return Object.entries(raw).map(([name, when]) => ({ name, when: parseCondition(when, [...path, name], complain) }));
}

function parseDocuments(raw: unknown, path: Path, complain: Complain): DocumentKind[] {
  if (!isRecord(raw)) {
    complain(path, 'expected a mapping of document kinds to names');
    return [];
  }
  return Object.entries(raw).map(([kind, name]) => ({ kind, name: localText(name, [...path, kind], complain) }));
}
