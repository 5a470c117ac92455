import { Document, isScalar, visit } from 'yaml';
import type { RulePack, Rule } from '#core/screening/rule-pack.ts';
import { parseRuleChanges, type ChangedPack } from '#core/screening/rule-changes.ts';
import { writeRule } from '#core/screening/write-rule.ts';
import { lineOf, readYaml } from './rules.ts';

/** One thing wrong with a draft of rules, and the line it stands on. */
export type RuleTextProblem = Readonly<{ line: number; place: string; message: string }>;
export type RuleTextReading = Readonly<{ ok: true; value: ChangedPack }> | Readonly<{ ok: false; problems: readonly RuleTextProblem[] }>;

/** Reads a draft as an operator writes it: YAML like a file of the pack. Every problem is found, with its line. */
export function readRuleText(text: string, base: RulePack, edition: string): RuleTextReading {
  const file = readYaml('draft', text);
  if ('line' in file) return { ok: false, problems: [{ line: file.line, place: '', message: file.message }] };
  const parsed = parseRuleChanges(base, edition, { name: file.name, content: file.content ?? {} });
  if (parsed.ok) return { ok: true, value: parsed.value };
  const problems = parsed.problem.problems.map((problem) => ({ line: lineOf(file, problem), place: problem.path.join('.'), message: problem.message }));
  return { ok: false, problems: problems.sort((one, other) => one.line - other.line) };
}

/** Rules as a draft that changes nothing yet, in the manner of the files: lists of words on one line. Where an edit begins. */
export function writeRuleText(rules: readonly Rule[]): string {
  const document = new Document({ rules: rules.map(writeRule) }, { aliasDuplicateObjects: false });
  visit(document, { Seq: (_key, node) => void (node.flow = node.items.every((item) => isScalar(item))) });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}
