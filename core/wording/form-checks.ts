import { finding, type Check } from './check.ts';

const FOREIGN_IN_ENGLISH = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Cyrillic}]+/gu;
const FOREIGN_IN_CHINESE = /[\p{Script=Cyrillic}\p{Script=Hangul}]+/gu;
const MARKUP = /<\/?(?:a|b|i|u|p|br|hr|em|strong|div|span|img|ul|ol|li|h[1-6]|table|tr|td|th|sub|sup|font)(?:\s[^<>]*|\/)?>|\{\{?\w+\}?\}|%[sd]\b|&(?:amp|nbsp|lt|gt|quot);|&#\d+;/gi;
const BROKEN_MARKUP = /<\/?[a-z]*$|<[a-z]+[^<>]*$|\{\w+$|^\w+\}/i;
const CONTACT = /(?:微信|wechat|weixin|whatsapp|telegram|加v|qq群?|vx)\s*[:：]?\s*[a-z0-9_-]{4,}|[\w.+-]+@[\w-]+\.[a-z]{2,}|https?:\/\/\S+|www\.\S+|(?<![\d.])(?:\+?86)?1[3-9]\d{9}(?!\d)|微信|加[vV]\b|二维码|二維碼/gi;
const PAIRS: readonly (readonly [string, string])[] = [['(', ')'], ['[', ']'], ['{', '}'], ['（', '）'], ['【', '】'], ['「', '」'], ['《', '》']];
const FUNCTION_WORDS: ReadonlySet<string> = new Set(['and', 'or', 'of', 'for', 'with', 'in', 'to', 'the', 'a', 'an', 'on', 'x', 'cm', 'g', 'ml', 'oz', 'fl', 'mm', 'm', 'l', 'free', 'pcs']);

/** What can be seen in a target without understanding it: scripts, length, doubling, markup, brackets, contact details, capitals. */
export function checkForm(source: string, target: string, english: boolean, limit: number | null): Check[] {
  const checks: Check[] = [];
  if (target.trim() === '') return [finding('empty', 'blocking', '')];
  if (english && target.trim() === source.trim() && /\p{Script=Han}/u.test(source)) checks.push(finding('unchanged', 'blocking', ''));
  const foreign = target.match(english ? FOREIGN_IN_ENGLISH : FOREIGN_IN_CHINESE);
  if (foreign !== null) checks.push(finding(english ? 'residual_script' : 'mixed_script', 'blocking', foreign.join(' ')));
  if (limit !== null && [...target].length > limit) checks.push(finding('length', 'major', `${[...target].length} > ${limit}`));
  checks.push(...doubled(target, english), ...markup(source, target), ...contacts(target));
  if (PAIRS.some(([open, close]) => count(target, open) !== count(target, close))) checks.push(finding('brackets', 'minor', ''));
  if (english && mostlyCapitals(source, target)) checks.push(finding('capitals', 'minor', ''));
  if (english && /[\uFF01-\uFF5E\u3000-\u303F]/.test(target)) checks.push(finding('mixed_script', 'minor', target.match(/[\uFF01-\uFF5E\u3000-\u303F]+/)?.[0] ?? ''));
  return checks;
}

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}

function doubled(target: string, english: boolean): Check[] {
  if (!english) {
    const repeated = /([\p{Script=Han}]{3,})\1/u.exec(target)?.[1];
    return repeated === undefined ? [] : [finding('doubled', 'major', repeated)];
  }
  const words = target.toLowerCase().match(/[a-z0-9][a-z0-9'.+/-]*/g) ?? [];
  const beside = words.find((word, index) => /[a-z]/.test(word) && word.length > 1 && word === words[index + 1] && !/\d/.test(word));
  if (beside !== undefined) return [finding('doubled', 'major', beside)];
  const run = words.findIndex((word, index) => word === words[index + 2] && words[index + 1] === words[index + 3] && /[a-z]/.test(word) && !/\d/.test(word));
  if (run !== -1) return [finding('doubled', 'major', words.slice(run, run + 2).join(' '))];
  const often = words.find((word) => !FUNCTION_WORDS.has(word) && /[a-z]{3}/.test(word) && words.filter((other) => other === word).length > 2);
  return often === undefined ? [] : [finding('doubled', 'minor', often)];
}

function markup(source: string, target: string): Check[] {
  const before = (source.match(MARKUP) ?? []).sort().join(' ');
  const after = (target.match(MARKUP) ?? []).sort().join(' ');
  if (before !== after) return [finding('markup', 'blocking', `${before || '(none)'} → ${after || '(none)'}`)];
  return BROKEN_MARKUP.test(target) ? [finding('markup', 'blocking', BROKEN_MARKUP.exec(target)?.[0] ?? '')] : [];
}

function contacts(target: string): Check[] {
  const found = target.match(CONTACT);
  return found === null ? [] : [finding('contact', 'blocking', found.join(' '))];
}

function mostlyCapitals(source: string, target: string): boolean {
  const letters = target.replaceAll(/[^A-Za-z]/g, '');
  const capitals = letters.replaceAll(/[^A-Z]/g, '').length;
  return letters.length > 12 && capitals > letters.length * 0.7 && !/[A-Z]{8}/.test(source);
}
