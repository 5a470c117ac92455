/** Repeatable choices: the same words always choose the same thing, on every machine. */

/** A 32-bit hash of a text (FNV-1a with a final mix, so that texts that differ in one letter are far apart). */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  hash = Math.imul(hash ^ (hash >>> 13), 0x45d9f3b);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** One of the choices, by the hash of a text. Throws on an empty list, which is a bug of the caller. */
export function chosen<Choice>(choices: readonly Choice[], by: string): Choice {
  return at(choices, hashOf(by));
}

/** The choice at a position, counting round and round. */
export function at<Choice>(choices: readonly Choice[], position: number): Choice {
  const choice = choices[position % choices.length];
  if (choice === undefined) throw new Error('nothing to choose from');
  return choice;
}

/** A whole number from `low` to `high`, both possible, by the hash of a text. */
export function numberBetween(low: number, high: number, by: string): number {
  return low + (hashOf(by) % (high - low + 1));
}
