import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Converter } from 'opencc-js';
import { parse } from 'yaml';
import { fingerprint } from '#core/decision/fingerprint.ts';
import { CATEGORIES, type Category } from '#core/product/product.ts';
import { buildTermbase, TERM_KINDS, type Term, type Termbase, type TermKind } from '#core/wording/term.ts';
import { textRulesFile } from '#contract/wording.ts';

const PACKS = join(import.meta.dirname, '../../../packs');
const CATEGORY_NAMES: ReadonlySet<string> = new Set(Object.values(CATEGORIES));
const KIND_NAMES: ReadonlySet<string> = new Set(TERM_KINDS);

let loaded: Termbase | null = null;

/** The termbase of the packs in this installation, read once. Throws with file and line where a pack is malformed: a pack is code that operators edit. */
export function loadTermbase(): Termbase {
  loaded ??= readTermbase(PACKS);
  return loaded;
}

/** Reads `terms/` and `taboos/` below a packs folder. The edition is named by the date of `edition.txt` and the content. */
export function readTermbase(packs: string): Termbase {
  const folder = join(packs, 'terms');
  const terms = withHongKong([...readRows(join(folder, 'attributes')), ...readRows(join(folder, 'nouns'))], join(folder, 'hong-kong.tsv'));
  const textRules = textRulesFile.parse(parse(readFileSync(join(packs, 'taboos/text-rules.yaml'), 'utf8'))).rules;
  const attributeNames = readTsv(join(folder, 'attribute-names.tsv')).map(({ cells: [zh = '', en = ''] }) => ({ zh, en }));
  const day = readFileSync(join(folder, 'edition.txt'), 'utf8').trim();
  const edition = `terms-${day}-${fingerprint({ terms: terms.map((term) => [term.zh, term.en, term.kind, term.domain, term.hk]), textRules, attributeNames }).slice(0, 8)}`;
  return buildTermbase({ edition, terms, attributeNames, textRules }, scriptConversion());
}

/** OpenCC's dictionaries: Mainland to Hong Kong script, and any Traditional to Simplified. */
export function scriptConversion(): Termbase['script'] {
  return { toHongKong: Converter({ from: 'cn', to: 'hk' }), toSimplified: Converter({ from: 'hk', to: 'cn' }) };
}

type Row = Readonly<{ file: string; line: number; cells: readonly string[] }>;

/** Rows of a tab-separated file without its heading, blank lines and `#` lines. */
function readTsv(file: string): Row[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((text, index) => ({ file, line: index + 1, text: text.replace(/\r$/, '') }))
    .filter(({ text, line }) => line > 1 && text.trim() !== '' && !text.startsWith('#'))
    .map(({ text, line }) => ({ file, line, cells: text.split('\t') }));
}

/** A file is named for what all its rows are: `<kind>.tsv` or `<kind>.<category>.tsv`. Columns: zh, en (others after `|`), avoid. */
function readRows(folder: string): Term[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.tsv'))
    .sort()
    .flatMap((name) => {
      const [kind = '', domain = 'tsv'] = name.split('.');
      if (!isKind(kind)) throw new Error(`${join(folder, name)}: the file name must begin with one of ${TERM_KINDS.join(', ')}`);
      return readTsv(join(folder, name)).map((row) => readTerm(row, kind, isCategory(domain) ? domain : null));
    });
}

function readTerm({ file, line, cells }: Row, kind: TermKind, domain: Category | null): Term {
  const [zh = '', en = '', avoid = ''] = cells.map((cell) => cell.trim());
  if (zh === '') throw new Error(`${file}:${line}: the first column (zh) is empty`);
  const [preferred = '', ...alternatives] = en.split('|');
  return { zh, en: preferred, alternatives, kind, domain, hk: null, avoid: avoid === '' ? [] : avoid.split('|') };
}

/** Adds the Hong Kong forms; a local word that is in no other file becomes a row of its own. Columns: zh, hk, words to avoid there. */
function withHongKong(terms: readonly Term[], file: string): Term[] {
  const local = new Map(readTsv(file).map(({ cells: [zh = '', hk = '', avoid = ''] }) => [zh.toLowerCase(), { hk, avoid: avoid === '' ? [] : avoid.split('|') }]));
  const known = new Set(terms.map((term) => term.zh.toLowerCase()));
  const added = [...local].filter(([zh]) => !known.has(zh)).map(([zh, row]): Term => ({ zh, en: '', alternatives: [], kind: 'value', domain: null, ...row }));
  return [...terms, ...added].map((term) => {
    const row = local.get(term.zh.toLowerCase());
    return row === undefined ? term : { ...term, hk: row.hk, avoid: [...new Set([...term.avoid, ...row.avoid])] };
  });
}

function isCategory(text: string): text is Category {
  return CATEGORY_NAMES.has(text);
}

function isKind(text: string): text is TermKind {
  return KIND_NAMES.has(text);
}
