import type { GoodsEvidence } from './goods-evidence.ts';
import { tokenize, type Token } from './terms.ts';

/** Names of goods by their pieces, for goods whose very name nobody wrote down: Chinese characters and pairs of them, Latin words, and the piece a name ends in. */
export type NearNames = Readonly<{
  names: readonly Readonly<{ word: string; kind: number; mass: number }>[];
  /** Piece to the names that hold it. */
  holders: ReadonlyMap<string, readonly number[]>;
  rarity: ReadonlyMap<string, number>;
}>;

/** What a like name is worth beside a name that is met: never as much as one plain noun. Chosen on the read half of the postal items, 2026-11. */
const LIKENESS = 0.75;
/** Below this the pieces in common are chance. */
const LEAST_LIKENESS = 0.2;
const MOST_NAMES = 40;
const MOST_KINDS = 6;
/** Longer titles name their goods many times over; what they resemble is anything. */
const LONGEST_TITLE = 12;
/** The end of a name is its head in both languages: 护手霜 is a 霜, a bread maker is a maker. */
const HEAD = '$';

function piecesOf(tokens: readonly Token[]): readonly string[] {
  const pieces = new Set<string>();
  tokens.forEach((token, index) => {
    const next = tokens[index + 1];
    if (token.chinese && next?.chinese === true) pieces.add(token.text + next.text);
    pieces.add(token.text);
  });
  const last = tokens.at(-1);
  if (last !== undefined) pieces.add(last.text + HEAD);
  return [...pieces];
}

function massOf(pieces: readonly string[], rarity: ReadonlyMap<string, number>, unknown: number): number {
  return pieces.reduce((sum, piece) => sum + (rarity.get(piece) ?? unknown), 0);
}

/** Indexes names of goods by their pieces. */
export function indexNearNames(goods: readonly (readonly [string, number])[]): NearNames {
  const pieces = goods.map(([word]) => piecesOf(tokenize(word)));
  const holders = new Map<string, number[]>();
  pieces.forEach((own, name) => {
    for (const piece of own) {
      const known = holders.get(piece);
      if (known === undefined) holders.set(piece, [name]);
      else known.push(name);
    }
  });
  const rarity = new Map([...holders].map(([piece, names]) => [piece, Math.log(1 + goods.length / names.length)]));
  return { names: goods.map(([word, kind], name) => ({ word, kind, mass: massOf(pieces[name] ?? [], rarity, 0) })), holders, rarity };
}

/** The title up to the first remark: what stands in brackets or behind a comma tells of the goods and does not name them. */
function headOf(title: string): string {
  return (title.replaceAll(/【[^】]*】|\[[^\]]*\]/g, ' ').trim().split(/[（(,，;；、/|]/)[0] ?? '').trim();
}

/** Kinds of goods whose names are like the title's, best first; their scores stay under that of a name that is met. */
export function findNearGoods(title: string, near: NearNames): readonly GoodsEvidence[] {
  const head = headOf(title);
  const tokens = tokenize(head);
  if (tokens.length > LONGEST_TITLE) return [];
  const pieces = piecesOf(tokens);
  const mass = massOf(pieces, near.rarity, Math.log(1 + near.names.length));
  const common = new Map<number, number>();
  for (const piece of pieces) {
    for (const name of near.holders.get(piece) ?? []) common.set(name, (common.get(name) ?? 0) + (near.rarity.get(piece) ?? 0));
  }
  const alike = [...common].flatMap(([name, shared]) => {
    const known = near.names[name];
    const likeness = known === undefined ? 0 : (2 * shared) / (mass + known.mass);
    return known === undefined || likeness < LEAST_LIKENESS ? [] : [{ ...known, likeness }];
  }).sort((a, b) => b.likeness - a.likeness || a.kind - b.kind).slice(0, MOST_NAMES);
  const kinds = new Map<number, GoodsEvidence>();
  for (const { word, kind, likeness } of alike) {
    const known = kinds.get(kind);
    // A kind that many like names point to is likelier than one that a single name does.
    if (known === undefined) kinds.set(kind, { kind, score: LIKENESS * likeness, field: 'title', words: head, like: word });
    else kinds.set(kind, { ...known, score: known.score + (LIKENESS * likeness * (1 - known.score)) / 4 });
  }
  return [...kinds.values()].sort((a, b) => b.score - a.score || a.kind - b.kind).slice(0, MOST_KINDS);
}
