import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LineCounter, parseDocument, type Document } from 'yaml';
import { parseRulePack, type PackFile, type PackProblem } from '#core/screening/parse-rule-pack.ts';
import type { RulePack } from '#core/screening/rule-pack.ts';

const PACKS = fileURLToPath(new URL('../../../packs/', import.meta.url));
const EDITION = /^\d{4}-\d{2}-\d{2}[a-z0-9-]*$/;

/** A rule pack that cannot be read. The message lists every problem with its file and line. */
export class RulePackError extends Error {}

/** A file with what is needed to say on which line something stands. */
export type ReadFile = PackFile & Readonly<{ document: Document; lines: LineCounter }>;

/** Editions on disk, oldest first. */
export function ruleEditions(folder: string = join(PACKS, 'rules')): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && EDITION.test(entry.name))
    .map((entry) => entry.name)
    .sort();
}

/** Reads one edition of the rules, by default the newest. Throws RulePackError naming file and line of every problem. */
export function loadRulePack(options: Readonly<{ edition?: string; folder?: string }> = {}): RulePack {
  const folder = options.folder ?? join(PACKS, 'rules');
  const editions = ruleEditions(folder);
  const edition = options.edition ?? editions.at(-1);
  if (edition === undefined || !editions.includes(edition)) {
    throw new RulePackError(`there is no edition "${options.edition ?? ''}" of the rules; editions on disk: ${editions.join(', ') || 'none'}`);
  }
  const files = [...readFolder(join(folder, edition), edition), ...readFolder(join(PACKS, 'documents'), 'documents')];
  const parsed = parseRulePack(edition, files);
  if (!parsed.ok) throw new RulePackError(parsed.problem.problems.map((problem) => explainProblem(problem, files)).join('\n'));
  return parsed.value;
}

function readFolder(folder: string, label: string): ReadFile[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => {
      const file = readYaml(`${label}/${name}`, readFileSync(join(folder, name), 'utf8'));
      if ('line' in file) throw new RulePackError(`${label}/${name}:${file.line}: ${file.message}`);
      return file;
    });
}

/** Reads YAML with the lines of what it holds, or says on which line it is not YAML. Anchors are not followed far: a small text must not become a huge one. */
export function readYaml(name: string, text: string): ReadFile | Readonly<{ line: number; message: string }> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const problem = document.errors[0];
  if (problem !== undefined) return { line: lines.linePos(problem.pos[0]).line, message: problem.message.split('\n')[0] ?? problem.message };
  try {
    return { name, content: document.toJS({ maxAliasCount: 100 }), document, lines };
  } catch (error) {
    return { line: 1, message: error instanceof Error ? error.message : String(error) };
  }
}

/** `us-cpsc.yaml:12: rules.0.when: …`. A missing key is placed at what should hold it. */
function explainProblem(problem: PackProblem, files: readonly ReadFile[]): string {
  const file = files.find((one) => one.name === problem.file);
  return `${problem.file}:${file === undefined ? 1 : lineOf(file, problem)}: ${problem.path.join('.')}: ${problem.message}`;
}

/** The line a problem stands on. A missing key is placed at what should hold it. */
export function lineOf(file: ReadFile, problem: PackProblem): number {
  for (let length = problem.path.length; length > 0; length -= 1) {
    const node = file.document.getIn(problem.path.slice(0, length), true);
    if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)) {
      const [start]: readonly unknown[] = node.range;
      if (typeof start === 'number') return file.lines.linePos(start).line;
    }
  }
  return 1;
}
