import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Product } from '#core/product/product.ts';

/**
 * Real Chinese listings, read where they lie beside the repository and never copied into it. Five published research sets
 * of 2016 to 2022; the folder's own README names them with their licences.
 */

export type RealTitle = Readonly<{ set: 'openbg' | 'openbg-pairs' | 'jd' | 'shopee' | 'taobao'; product: Product }>;

const FOLDER = join(process.env['PILOTAGE_SHARED'] ?? join(import.meta.dirname, '../../shared'), 'data/product-titles-zh');

export const REAL_TITLES_PRESENT = existsSync(FOLDER);

/** The five broad shelves of OpenBG on ours. Its 大百货 is nearly all furniture and housewares. */
const SHELVES: Readonly<Record<string, string>> = { 大服饰: '服饰', 消费电子: '数码家电', 大百货: '家居', 美妆洗护: '美妆', 食品: '食品保健' };

/** Every listing once: the Taobao set repeats an item for each day it was seen. */
export function readRealTitles(): RealTitle[] {
  return [...openbg('openbg_titles_dev.jsonl'), ...openbg('openbg_title_attributes_dev.jsonl'), ...pairs(), ...jd(), ...shopee(), ...taobao()];
}

function lines(file: string): Readonly<Record<string, unknown>>[] {
  return readFileSync(join(FOLDER, file), 'utf8').split('\n').filter((line) => line !== '').map((line): Readonly<Record<string, unknown>> => Object(JSON.parse(line)));
}

function openbg(file: string): RealTitle[] {
  return lines(file).map(({ title, attributes, category_lv1: [broad] = [], category_lv2: [narrow] = [] }: Readonly<Record<string, unknown>> & { category_lv1?: string[]; category_lv2?: string[] }, row) => {
    const shelf = SHELVES[broad ?? ''];
    return { set: 'openbg', product: { id: `${file}:${row + 1}`, title: String(title), attributes: attributesOf(attributes), ...(shelf !== undefined && { category: `${shelf}/${(narrow ?? '').replaceAll('/', '、')}` }) } };
  });
}

function attributesOf(value: unknown): Record<string, string> {
  return Array.isArray(value) ? Object.fromEntries(value.map((pair: unknown) => (Array.isArray(pair) ? [String(pair[0]), String(pair[1])] : ['', String(pair)]))) : {};
}

/** `Item 1: title, 净含量#:#900g#;#…` and the same again for the second. */
function pairs(): RealTitle[] {
  return lines('openbg_same_item_dev.jsonl').flatMap(({ pair }, row) =>
    String(pair).split(/\n?Item \d: /).filter((item) => item.trim() !== '').map((item, place): RealTitle => {
      const [title = '', rest = ''] = splitOnce(item.trim().replace(/,$/, ''), ', ');
      const attributes = Object.fromEntries(rest.split('#;#').map((one) => splitOnce(one, '#:#')).filter(([name]) => name !== '').map(([name = '', value = '']) => [name, value]));
      return { set: 'openbg-pairs', product: { id: `openbg_same_item_dev.jsonl:${row + 1}.${place + 1}`, title, attributes } };
    }),
  );
}

function splitOnce(text: string, by: string): string[] {
  const at = text.indexOf(by);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + by.length)];
}

function jd(): RealTitle[] {
  return lines('jd_attribute_values_dev.jsonl').map(({ text }, row) => ({ set: 'jd', product: { id: `jd_attribute_values_dev.jsonl:${row + 1}`, title: String(text) } }));
}

function shopee(): RealTitle[] {
  const rows: unknown[][] = parse(readFileSync(join(FOLDER, 'shopee_tw_titles_dev.csv')), { from_line: 2 });
  return rows.map(([title], row) => ({ set: 'shopee', product: { id: `shopee_tw_titles_dev.csv:${row + 2}`, title: String(title), sourceLanguage: 'zh-Hant' } }));
}

function taobao(): RealTitle[] {
  const text = new TextDecoder('gb18030', { fatal: true }).decode(readFileSync(join(FOLDER, 'taobao_cosmetics_2016_dev.gb18030.csv')));
  const rows: Readonly<Record<string, string>>[] = parse(text, { columns: true });
  const seen = new Map(rows.map((row) => [row['id'] ?? '', row]));
  return [...seen].map(([id, row]) => ({ set: 'taobao', product: { id: `taobao:${id}`, title: row['title'] ?? '', category: '美妆' } }));
}
