import { describe, expect, test } from 'vitest';
import { readNumber } from './chinese-number.ts';
import { foldTable, foldText } from './fold-text.ts';
import { inferMinimumAge } from './infer-age.ts';
import { inferWattHours } from './infer-battery.ts';
import { inferMaterials } from './infer-composition.ts';
import { inferMeasures } from './infer-measures.ts';
import { inferVoltage, voltageBounds } from './infer-voltage.ts';
import { attributeFields, textFields } from './product-text.ts';
import { wordIndex } from './word-index.ts';

const fold = foldTable('電电');
const fields = (title: string, attributes: Record<string, string> = {}) => textFields({ id: 'x', title, attributes }, { fold, attributes: attributeFields(fold) });
const words = { index: wordIndex(['涤纶', '氨纶', '棉', '羊毛']), names: ['polyester', 'elastane', 'cotton', 'wool'] };

describe('facts read from words', () => {
  test.each([['一万', 10_000], ['三万', 30_000], ['五十', 50], ['十二', 12], ['两', 2], ['3.7', 3.7], ['1.5万', 15_000], ['abc', null], ['', null]])('%s reads as %s', (text, value) => {
    expect(readNumber(text)).toBe(value);
  });

  test.each([
    ['充电宝10000mAh 3.7V', 37], ['一万毫安充电宝', 37], ['电池 74Wh', 74], ['户外电源 12V 20Ah', 240], ['蓝牙音箱 1200mAh 5V输入', 4.44], ['手机支架', undefined],
  ])('%s holds %s watt-hours', (title, wattHours) => {
    expect(inferWattHours(fields(title))?.value).toBe(wattHours);
  });

  test('an inferred fact keeps its words and their place', () => {
    expect(inferWattHours(fields('充电宝10000mAh'))).toEqual({ fact: 'battery.wattHours', value: 37, source: 'inferred', span: { field: 'title', start: 3, text: '10000mAh' } });
  });

  test.each([['3岁+拼图', 36], ['适合3-6岁', 36], ['6个月以上牙胶', 6], ['ages 8+', 96], ['18-24周岁女装', 216], ['百岁老人', undefined], ['岁月静好', undefined]])('%s is for %s months and up', (title, months) => {
    expect(inferMinimumAge(fields(title))?.value).toBe(months);
  });

  test.each([['电饭煲220V', '220V', 220, 220], ['宽压100-240V', '100-240V', 100, 240], ['充电器110伏', '110伏', 110, 110]])('%s names the mains', (title, value, low, high) => {
    const voltage = inferVoltage(fields(title));
    expect(voltage?.value).toBe(value);
    expect(voltageBounds(voltage ?? undefined).map((fact) => fact.value)).toEqual([low, high]);
  });

  test('a cell of 3.7 V is no mains', () => {
    expect(inferVoltage(fields('锂电池3.7V'))).toBeNull();
  });

  test('rating plates are not confused by their frequency', () => {
    expect(voltageBounds({ fact: 'voltage', value: '100-240V 50/60Hz', source: 'merchant' }).map((fact) => fact.value)).toEqual([100, 240]);
  });

  test('compositions are read in both orders, and words without a share only where a material is asked for', () => {
    const read = (title: string, attributes: Record<string, string> = {}) => inferMaterials(fields(title, attributes), words).map((material) => [material.name, material.percent]);
    expect(read('连衣裙 涤纶95% 氨纶5%')).toEqual([['polyester', 95], ['elastane', 5]]);
    expect(read('100%羊毛衫')).toEqual([['wool', 100]]);
    expect(read('棉花糖色连衣裙')).toEqual([]);
    expect(read('连衣裙', { 面料: '棉' })).toEqual([['cotton', null]]);
  });

  test('units count only behind a number', () => {
    const facts = (title: string) => inferMeasures(fields(title)).map((fact) => [fact.fact, fact.value]);
    expect(facts('马克杯亚克力杯架')).toEqual([]);
    expect(facts('淡香水五十毫升')).toContainEqual(['liquidMl', 50]);
    expect(facts('白酒53%vol')).toContainEqual(['alcoholPercent', 53]);
    expect(facts('高粱白酒53度')).toContainEqual(['alcoholPercent', 53]);
    expect(facts('一克拉钻戒')).toEqual([]);
  });

  test('an attribute’s words are placed inside its value', () => {
    expect(inferMeasures(fields('香水', { 酒精含量: '78%vol' })).find((fact) => fact.fact === 'alcoholPercent')?.span).toEqual({ field: 'attributes.酒精含量', start: 0, text: '78%' });
  });

  test('folding keeps every character in its place', () => {
    expect(foldText('電ＡＢ１　😀', fold)).toBe('电ab1 😀');
  });
});
