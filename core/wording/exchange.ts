import { ok, refuse, type Result } from '../result.ts';
import type { MemoryEntry } from './memory.ts';
import type { Term } from './term.ts';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const PLAIN: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'" };

function escapeXml(text: string): string {
  return text.replaceAll(/[&<>"]/g, (character) => ESCAPES[character] ?? character);
}

function plainText(xml: string): string {
  return xml.replaceAll(/<[^>]*>/g, '').replaceAll(/&(?:amp|lt|gt|quot|apos);/g, (entity) => PLAIN[entity] ?? entity).trim();
}

/** A translation memory as TMX 1.4b (LISA), source Simplified Chinese. */
export function writeTmx(entries: readonly MemoryEntry[], edition: string): string {
  const units = entries.map(
    ({ source, target, to }) => `    <tu><tuv xml:lang="zh-Hans"><seg>${escapeXml(source)}</seg></tuv><tuv xml:lang="${to}"><seg>${escapeXml(target)}</seg></tuv></tu>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n  <header creationtool="pilotage" creationtoolversion="${escapeXml(edition)}" segtype="sentence" o-tmf="pilotage" adminlang="en" srclang="zh-Hans" datatype="plaintext"/>\n  <body>\n${units.join('\n')}\n  </body>\n</tmx>\n`;
}

const LANGUAGES: Readonly<Record<string, MemoryEntry['to']>> = { en: 'en-US', 'en-us': 'en-US', 'zh-hant-hk': 'zh-Hant-HK', 'zh-hk': 'zh-Hant-HK', 'zh-hant-mo': 'zh-Hant-MO', 'zh-mo': 'zh-Hant-MO', 'pt-mo': 'pt-MO', pt: 'pt-MO', 'pt-pt': 'pt-MO' };

/** Reads TMX: every unit with a Chinese and a listing language. A file that is no TMX is refused; units in other languages are passed over. */
export function readTmx(xml: string): Result<readonly MemoryEntry[]> {
  if (!/<tmx\b/.test(xml)) return refuse('not_tmx', { expected: 'a <tmx> document' }, 'file');
  const entries: MemoryEntry[] = [];
  for (const [, unit = ''] of xml.matchAll(/<tu\b[^>]*>([\s\S]*?)<\/tu>/g)) {
    const variants = [...unit.matchAll(/<tuv\b[^>]*?(?:xml:)?lang="([^"]+)"[^>]*>[\s\S]*?<seg>([\s\S]*?)<\/seg>/g)].map(([, lang = '', text = '']) => ({ lang: lang.toLowerCase(), text: plainText(text) }));
    const source = variants.find(({ lang }) => ['zh', 'zh-cn', 'zh-hans', 'zh-hans-cn'].includes(lang));
    for (const { lang, text } of variants) {
      const to = LANGUAGES[lang];
      if (source !== undefined && to !== undefined && text !== '') entries.push({ source: source.text, target: text, to, category: null });
    }
  }
  return ok(entries);
}

/** The termbase as TBX (ISO 30042:2019, DCA style): preferred, admitted and deprecated renderings per concept. */
export function writeTbx(terms: readonly Term[], edition: string): string {
  const section = (lang: string, words: readonly (readonly [string, string])[]) =>
    words.length === 0 ? '' : `<langSec xml:lang="${lang}">${words.map(([word, status]) => `<termSec><term>${escapeXml(word)}</term><termNote type="administrativeStatus">${status}</termNote></termSec>`).join('')}</langSec>`;
  const concepts = terms.map((term, index) => {
    const english = [[term.en, 'preferredTerm-admn-sts'] as const, ...term.alternatives.map((word) => [word, 'admittedTerm-admn-sts'] as const), ...term.avoid.map((word) => [word, 'deprecatedTerm-admn-sts'] as const)];
    const domain = term.domain === null ? '' : `<descrip type="subjectField">${term.domain}</descrip>`;
    return `<conceptEntry id="c${index + 1}">${domain}${section('zh-Hans', [[term.zh, 'preferredTerm-admn-sts']])}${section('en-US', english.filter(([word]) => word !== ''))}${section('zh-Hant-HK', term.hk === null ? [] : [[term.hk, 'preferredTerm-admn-sts']])}</conceptEntry>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><tbxHeader><fileDesc><sourceDesc><p>${escapeXml(edition)}</p></sourceDesc></fileDesc></tbxHeader><text><body>\n${concepts.join('\n')}\n</body></text></tbx>\n`;
}

/** Reads the terms of a TBX: Chinese, English by status, Hong Kong. Kind `product`, because TBX does not say; an editor sorts them. */
export function readTbx(xml: string): Result<readonly Term[]> {
  if (!/<(?:tbx|martif)\b/.test(xml)) return refuse('not_tbx', { expected: 'a <tbx> document' }, 'file');
  const terms = [...xml.matchAll(/<(?:conceptEntry|termEntry)\b[^>]*>([\s\S]*?)<\/(?:conceptEntry|termEntry)>/g)].flatMap(([, entry = '']): Term[] => {
    const words = [...entry.matchAll(/<(?:langSec|langSet)\b[^>]*?lang="([^"]+)"[^>]*>([\s\S]*?)<\/(?:langSec|langSet)>/g)].flatMap(([, lang = '', section = '']) =>
      [...section.matchAll(/<term>([\s\S]*?)<\/term>(?:\s*<termNote[^>]*administrativeStatus[^>]*>([^<]*)<)?/g)].map(([, text = '', status = '']) => ({ lang: lang.toLowerCase(), text: plainText(text), status })),
    );
    const of = (prefix: string, status: RegExp) => words.filter((word) => word.lang.startsWith(prefix) && status.test(word.status)).map((word) => word.text);
    const zh = words.find((word) => ['zh', 'zh-cn', 'zh-hans'].includes(word.lang))?.text;
    const [en, ...alternatives] = of('en', /^(?!deprecated)/);
    return zh === undefined || en === undefined ? [] : [{ zh, en, alternatives, kind: 'product', domain: null, hk: of('zh-hant', /./)[0] ?? of('zh-hant', /^$/)[0] ?? null, avoid: of('en', /^deprecated/) }];
  });
  return ok(terms);
}
