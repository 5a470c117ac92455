/** A list of a programme as its pack states it: headings and codes; a starred eight-digit code answers only eight-digit questions. */
export type ListEntry = Readonly<{ list: string; code: string; eightDigitOnly: boolean }>;

export type ListIndex = Readonly<{ lists: ReadonlyMap<string, readonly string[]>; splits: ReadonlyMap<string, readonly string[]> }>;

function push(index: Map<string, string[]>, key: string, value: string): void {
  const here = index.get(key);
  if (here === undefined) index.set(key, [value]);
  else if (!here.includes(value)) here.push(value);
}

/**
 * Turns lists of codes into an index from code to lists, and finds the lines that a list names only by some of their suffixes:
 * those with a ten-digit entry whose line is not on the list, or is there for eight-digit questions only.
 */
export function indexLists(entries: readonly ListEntry[]): ListIndex {
  const lists = new Map<string, string[]>();
  const splits = new Map<string, string[]>();
  const whole = new Set<string>();
  for (const entry of entries) {
    push(lists, entry.code, entry.list);
    if (entry.code.length === 8 && !entry.eightDigitOnly) whole.add(`${entry.list} ${entry.code}`);
    if (entry.eightDigitOnly) push(splits, entry.code, entry.list);
  }
  for (const entry of entries) {
    if (entry.code.length !== 10) continue;
    const line = entry.code.slice(0, 8);
    if (!whole.has(`${entry.list} ${line}`)) push(splits, line, entry.list);
  }
  return { lists, splits };
}
