import type { PackFile, PackProblem } from './parse-rule-pack.ts';
import { isRecord } from './pack-shape.ts';
import type { Condition, RulePack } from './rule-pack.ts';

/** Names that point nowhere or stand twice: rule ids, kinds, document kinds, missing markets of a transport rule. */
export function missingNames(pack: RulePack, files: readonly PackFile[]): PackProblem[] {
  const problems: PackProblem[] = [];
  const kinds = new Set(pack.kinds.map((kind) => kind.name));
  const documents = new Set(pack.documents.map((document) => document.kind));
  const seen = new Map<string, string>();
  for (const file of files) {
    const content = isRecord(file.content) && Array.isArray(file.content['rules']) ? file.content['rules'] : [];
    content.forEach((raw: unknown, place) => {
      const id = isRecord(raw) && typeof raw['id'] === 'string' ? raw['id'] : '';
      const rule = pack.rules.find((one) => one.id === id);
      const complain = (key: string, message: string): void => void problems.push({ file: file.name, path: ['rules', place, key], message });
      if (seen.has(id)) complain('id', `${id} already stands in ${seen.get(id) ?? ''}`);
      seen.set(id, file.name);
      if (rule === undefined) return;
      for (const kind of rule.evidence) if (!documents.has(kind)) complain('evidence', `"${kind}" is not a document kind`);
      for (const name of kindsIn(rule.when)) if (!kinds.has(name)) complain('when', `"${name}" is not a kind`);
      if (rule.softly !== null) for (const name of kindsIn(rule.softly)) if (!kinds.has(name)) complain('softly', `"${name}" is not a kind`);
      if (rule.outcome === 'transport' && rule.transport === null) complain('transport', 'a transport rule says what a line must carry');
      if (rule.from !== null && rule.until !== null && rule.from >= rule.until) complain('until', `${rule.until} is not after ${rule.from}`);
    });
  }
  for (const kind of pack.kinds) {
    for (const name of kindsIn(kind.when)) if (!kinds.has(name)) problems.push({ file: files.find((file) => isRecord(file.content) && 'kinds' in file.content)?.name ?? '', path: ['kinds', kind.name], message: `"${name}" is not a kind` });
  }
  return problems;
}

function kindsIn(condition: Condition): readonly string[] {
  switch (condition.op) {
    case 'all':
    case 'any':
      return condition.of.flatMap(kindsIn);
    case 'not':
      return kindsIn(condition.of);
    case 'is':
      return condition.kinds;
    default:
      return [];
  }
}
