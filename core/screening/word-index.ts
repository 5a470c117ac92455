/**
 * All words of a pack in one trie, so that a text is walked once however many rules there are.
 * Words are folded before they are added and texts before they are searched. The trie is flat arrays: the first letter leads
 * through a table, half as wide while the numbers fit, so that it stays near the processor; below it the children of a node are
 * a linked list through `sibling`, which is shorter than any hashing there.
 */
export type WordIndex = Readonly<{ first: Uint16Array | Int32Array; code: Int32Array; child: Int32Array; sibling: Int32Array; word: Int32Array }>;

/** Builds the index; the number of a word is its place in the list. */
export function wordIndex(words: readonly string[]): WordIndex {
  const size = words.reduce((sum, text) => sum + text.length, 1);
  const index: WordIndex = { first: size < 65_536 ? new Uint16Array(65_536) : new Int32Array(65_536), code: new Int32Array(size), child: new Int32Array(size), sibling: new Int32Array(size), word: new Int32Array(size).fill(-1) };
  let nodes = 1;
  words.forEach((text, number) => {
    let node = 0;
    for (let place = 0; place < text.length; place += 1) {
      const code = text.charCodeAt(place);
      let next = place === 0 ? (index.first[code] ?? 0) : childOf(index, node, code);
      if (next === 0) {
        next = nodes;
        nodes += 1;
        index.code[next] = code;
        if (place === 0) index.first[code] = next;
        else {
          index.sibling[next] = index.child[node] ?? 0;
          index.child[node] = next;
        }
      }
      node = next;
    }
    if (node !== 0) index.word[node] = number;
  });
  return index;
}

function childOf(index: WordIndex, node: number, code: number): number {
  let child = index.child[node] ?? 0;
  while (child !== 0 && index.code[child] !== code) child = index.sibling[child] ?? 0;
  return child;
}

/** Calls `found(word, start, end)` for every occurrence of every word, overlaps included. Latin words match only whole words. */
export function findWords(index: WordIndex, text: string, found: (word: number, start: number, end: number) => void): void {
  let inside = false;
  for (let start = 0; start < text.length; start += 1) {
    const code = text.charCodeAt(start);
    const begins = !inside;
    inside = isWordCharacter(code);
    if (inside && !begins) continue;
    let node = index.first[code] ?? 0;
    let end = start + 1;
    while (node !== 0) {
      const word = index.word[node] ?? -1;
      if (word >= 0 && endsAlone(text, end)) found(word, start, end);
      if (end >= text.length) break;
      node = childOf(index, node, text.charCodeAt(end));
      end += 1;
    }
  }
}

/** The longest word that begins exactly at `start`: its end, or -1. */
export function longestWordAt(index: WordIndex, text: string, start: number): number {
  let node = start < text.length ? (index.first[text.charCodeAt(start)] ?? 0) : 0;
  if (node === 0 || !beginsAlone(text, start)) return -1;
  let end = start + 1;
  let longest = -1;
  while (node !== 0) {
    if ((index.word[node] ?? -1) >= 0 && endsAlone(text, end)) longest = end;
    if (end >= text.length) break;
    node = childOf(index, node, text.charCodeAt(end));
    end += 1;
  }
  return longest;
}

/** Inside a Latin word or number nothing begins: `rug` is not in `drug`, 4件 not in 24件. */
function beginsAlone(text: string, start: number): boolean {
  return !(isWordCharacter(text.charCodeAt(start)) && start > 0 && isWordCharacter(text.charCodeAt(start - 1)));
}

/** Nor does anything end there: `cap` is not in `capsule`, but in `caps`. */
function endsAlone(text: string, end: number): boolean {
  return !(isWordCharacter(text.charCodeAt(end - 1)) && end < text.length && isWordCharacter(text.charCodeAt(end)) && !isPlural(text, end));
}

function isWordCharacter(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x7a);
}

function isPlural(text: string, end: number): boolean {
  return text.charCodeAt(end) === 0x73 && !(end + 1 < text.length && isWordCharacter(text.charCodeAt(end + 1)));
}
