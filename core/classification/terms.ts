/** Words as the matcher sees them: Latin words in lower case and singular, Chinese characters one by one. */
export type Token = Readonly<{ text: string; start: number; end: number; chinese: boolean }>;

export type TermNode<Meaning> = { readonly next: Map<string, TermNode<Meaning>>; readonly meanings: Meaning[] };
/** A trie over tokens: finding every term of a text is one pass, however many terms there are. */
export type TermIndex<Meaning> = Readonly<TermNode<Meaning>>;

/** A term found in a text: the tokens `from` (inclusive) to `to` (exclusive) and what it may mean. */
export type TermMatch<Meaning> = Readonly<{ from: number; to: number; meanings: readonly Meaning[]; covered: boolean }>;

const WORD = /\d+(?:\.\d+)+[a-z]*|[a-z0-9\u00c0-\u024f]+|[\u3400-\u9fff\uf900-\ufaff]/gu;

/** Plurals that are goods of their own: "glasses" are not glass, "shorts" are not short. */
const KEPT_PLURALS: ReadonlySet<string> = new Set(['glasses', 'eyeglasses', 'shorts', 'briefs', 'tights', 'slides', 'pumps', 'flats', 'blinds', 'mules', 'goods', 'darts', 'checkers', 'heels', 'drawers', 'braces', 'news', 'dates', 'shades']);

/** The singular of an English word, by its ending only: both the pack and the texts go through it, so it needs to agree, not to be right. */
export function singular(word: string): string {
  if (word.length < 4 || KEPT_PLURALS.has(word)) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x|z)es$/.test(word)) return word.slice(0, -2);
  if (word.endsWith('s') && !/(?:ss|us|is)$/.test(word)) return word.slice(0, -1);
  return word;
}

/** Splits a text into tokens with their places. Full-width letters count as their plain forms. */
export function tokenize(text: string): readonly Token[] {
  // Length-preserving on purpose: places in the folded text are places in the merchant's own words.
  const folded = text.toLowerCase().replaceAll(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)).replaceAll(/['’]s\b/g, '  ');
  return [...folded.matchAll(WORD)].map((match) => {
    const chinese = /^[\u3400-\u9fff\uf900-\ufaff]$/u.test(match[0]);
    return { text: chinese ? match[0] : singular(match[0]), start: match.index, end: match.index + match[0].length, chinese };
  });
}

/** Builds the index from terms and what each means; a term given twice keeps every distinct meaning. */
export function indexTerms<Meaning>(terms: Iterable<readonly [string, Meaning]>): TermIndex<Meaning> {
  const root: TermNode<Meaning> = { next: new Map(), meanings: [] };
  for (const [term, meaning] of terms) {
    const tokens = tokenize(term);
    if (tokens.length === 0) continue;
    let node = root;
    for (const { text } of tokens) {
      const existing = node.next.get(text);
      const next: TermNode<Meaning> = existing ?? { next: new Map(), meanings: [] };
      if (existing === undefined) node.next.set(text, next);
      node = next;
    }
    if (!node.meanings.includes(meaning)) node.meanings.push(meaning);
  }
  return root;
}

/** The longest term at every token. One inside a longer one ("phone" in "phone case") is marked covered: hardly a mention of its own. */
export function matchTerms<Meaning>(tokens: readonly Token[], index: TermIndex<Meaning>): readonly TermMatch<Meaning>[] {
  const found: TermMatch<Meaning>[] = [];
  let reach = 0;
  for (let from = 0; from < tokens.length; from += 1) {
    const match = longestAt(tokens, from, index);
    if (match === null) continue;
    found.push({ ...match, covered: match.to <= reach });
    reach = Math.max(reach, match.to);
  }
  return found;
}

function longestAt<Meaning>(tokens: readonly Token[], from: number, index: TermIndex<Meaning>): Omit<TermMatch<Meaning>, 'covered'> | null {
  let node: TermIndex<Meaning> | undefined = index;
  let best: Omit<TermMatch<Meaning>, 'covered'> | null = null;
  for (let to = from; to < tokens.length; to += 1) {
    const token = tokens[to];
    node = token === undefined ? undefined : node.next.get(token.text);
    if (node === undefined) break;
    if (node.meanings.length > 0) best = { from, to: to + 1, meanings: node.meanings };
  }
  return best;
}
