import { UsageError } from './command.ts';

/**
 * `--map id=#,title=title,attributes=attributes,category=level1/level2`: which keys of a foreign line make ours. `#` is the
 * line's number, a slash joins several keys, and attributes may be pairs (`[["材质","棉"]]`) or an object.
 */
export type RowMap = ReadonlyMap<string, string>;

export function parseRowMap(text: string): RowMap {
  return new Map(
    text.split(',').map((pair) => {
      const [ours, theirs] = pair.split('=');
      if (!ours || !theirs) throw new UsageError(`--map has "${pair}", expected OURS=THEIRS`);
      return [ours.trim(), theirs.trim()];
    }),
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Pairs become an object; a repeated name keeps both values, for a listing may state two. */
function fromPairs(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  const record: Record<string, string> = {};
  for (const pair of value) {
    if (!Array.isArray(pair)) return value;
    const [name, text]: readonly unknown[] = pair;
    const key = String(name);
    record[key] = record[key] === undefined ? String(text) : `${record[key]} ${String(text)}`;
  }
  return record;
}

function pick(row: Readonly<Record<string, unknown>>, theirs: string, line: number): unknown {
  if (theirs === '#') return `line-${line}`;
  if (!theirs.includes('/')) return fromPairs(row[theirs]);
  return theirs.split('/').map((key) => String(row[key] ?? '')).filter((part) => part !== '').join('/');
}

/** Rewrites JSON lines by a map. A line that is no JSON object is passed on as it is, for the import to name it. */
export function mapRows(text: string, map: RowMap): string {
  return text.replace(/^\uFEFF/, '').split(/\r?\n/).map((content, index) => {
    let row: unknown;
    try {
      row = JSON.parse(content);
    } catch {
      return content;
    }
    return isRecord(row) ? JSON.stringify(Object.fromEntries([...map].map(([ours, theirs]) => [ours, pick(row, theirs, index + 1)]))) : content;
  }).join('\n');
}
