import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '#core/decision/canonical-json.ts';
import { MARKETS } from '#core/market/market.ts';
import { CATEGORIES, type Product } from '#core/product/product.ts';
import { applyStep } from '#core/screening/apply-step.ts';
import { screen } from '#core/screening/screen.ts';
import { isOpen, severity, type FixStep } from '#core/screening/verdict.ts';
import { loadRulePack } from '#server/platform/packs/rules.ts';

const pack = loadRulePack();
const PIECES = [
  '充电宝', '内置锂电池', '10000mAh', '3.7V', '不含电池', '儿童', '3岁+', '玩具', '积木', '陶瓷', '马克杯', '精华液', '美白', '祛痘', '喷雾', '插电', '220V', '110V',
  '蓝牙', '磁铁', '象牙白', '枪灰色', '真丝', '连衣裙', '925银', '项链', '足金', '白酒', '52度', '吸管', '塑料', '纸', '一次性', '蜡烛', '环保', '四件套', '开光', '仿', '收纳盒', '牛肉干', '种子', '😀', '１２３', ' ',
];
const DOCUMENTS = pack.documents.map((document) => document.kind);
const day = fc.constantFrom('2022-12-31', '2024-06-01', '2026-07-07', '2026-07-08', '2026-12-01', '2027-02-01');
const market = fc.constantFrom(...MARKETS);
const document = fc.record({ kind: fc.constantFrom(...DOCUMENTS), expires: fc.option(fc.constantFrom('2025-01-01', '2028-01-01'), { nil: undefined }) });
const battery = fc.record({
  kind: fc.constantFrom('none' as const, 'li_ion' as const, 'alkaline' as const, 'unknown' as const),
  wattHours: fc.option(fc.constantFrom(5, 37, 120)),
  packing: fc.option(fc.constantFrom('alone' as const, 'in_equipment' as const)),
});
const maybe = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> => fc.option(value);
const product: fc.Arbitrary<Product> = fc.record({
  id: fc.constant('p'),
  title: fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join('')),
  category: fc.option(fc.constantFrom(...Object.keys(CATEGORIES))),
  originCountry: fc.constant('CN'),
  facts: fc.record({
    battery: maybe(battery), aerosol: maybe(fc.boolean()), magnet: maybe(fc.boolean()), radio: maybe(fc.boolean()), laser: maybe(fc.constant(false)),
    voltage: maybe(fc.constantFrom('5V', '220V', '100-240V')), minimumAgeMonths: maybe(fc.constantFrom(0, 36, 96, 216)), liquidMl: maybe(fc.constantFrom(0, 50)),
    materials: maybe(fc.constantFrom([{ name: 'cotton', percent: 100 }], [{ name: 'polypropylene', percent: 100 }], [{ name: 'ABS', percent: 60 }, { name: 'paper', percent: 40 }])),
    documents: fc.array(document, { maxLength: 6 }),
  }),
});

/** Strict parts of a list: all of them up to six steps, else the list without each one of its steps. */
function strictParts(steps: readonly FixStep[]): FixStep[][] {
  if (steps.length > 6) return steps.map((left) => steps.filter((step) => step !== left));
  return Array.from({ length: 2 ** steps.length - 1 }, (_, mask) => steps.filter((_step, place) => Math.floor(mask / 2 ** place) % 2 === 1));
}

describe('screening', () => {
  test('gives the same answer to the same question, byte for byte', () => {
    fc.assert(fc.property(product, market, day, (one, where, at) => {
      expect(canonicalJson(screen(structuredClone(one), where, at, pack))).toBe(canonicalJson(screen(one, where, at, pack)));
    }), { numRuns: 60 });
  });

  test('is never made worse by another document', () => {
    fc.assert(fc.property(product, market, day, fc.constantFrom(...DOCUMENTS), (one, where, at, kind) => {
      const more = { ...one, facts: { ...one.facts, documents: [...(one.facts?.documents ?? []), { kind }] } };
      expect(severity(screen(more, where, at, pack).outcome)).toBeLessThanOrEqual(severity(screen(one, where, at, pack).outcome));
    }), { numRuns: 200 });
  });

  test('names a missing fact whenever a rule waits, and lets no unknown decide', () => {
    fc.assert(fc.property(product, market, day, (one, where, at) => {
      const verdict = screen(one, where, at, pack);
      const waits = verdict.findings.filter((finding) => finding.outcome === 'needs_facts').map((finding) => finding.ruleId);
      const restsOnUnknown = verdict.findings.filter((finding) => finding.because.some((fact) => fact.value === null && !fact.fact.startsWith('documents.'))).map((finding) => finding.ruleId);
      expect(restsOnUnknown).toEqual(waits);
      expect(verdict.questions.length > 0).toBe(waits.length > 0);
    }), { numRuns: 200 });
  });

  test('finds fixes that open the product, of which no strict part is enough', () => {
    fc.assert(fc.property(product, market, day, (one, where, at) => {
      const { minimalFix } = screen(one, where, at, pack);
      fc.pre(minimalFix.length > 0);
      const opens = (steps: readonly FixStep[]): boolean => isOpen(screen(steps.reduce(applyStep, one), where, at, pack).outcome);
      expect(opens(minimalFix)).toBe(true);
      expect(strictParts(minimalFix).filter(opens)).toEqual([]);
    }), { numRuns: 120 });
  });

  test('cites words exactly as they stand in the page', () => {
    fc.assert(fc.property(product, market, day, (one, where, at) => {
      const spans = screen(one, where, at, pack).findings.flatMap((finding) => finding.because.flatMap((fact) => fact.span ?? [])).filter((span) => span.field === 'title');
      expect(spans.map((span) => one.title.slice(span.start, span.start + span.text.length))).toEqual(spans.map((span) => span.text));
    }), { numRuns: 100 });
  });

  test('reads any text without falling over', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', minLength: 1 }), fc.string({ unit: 'grapheme' }), market, (title, description, where) => {
      expect(() => screen({ id: 'x', title, description, attributes: { [description]: title } }, where, '2026-12-01', pack)).not.toThrow();
    }), { numRuns: 100 });
  });

  test('reads ten million characters in seconds', () => {
    const description = '不含电池的充电宝收纳包，适合3岁以上儿童😀１００００ｍＡｈ '.repeat(280_000);
    expect(screen({ id: 'x', title: '收纳包', description, category: '鞋包' }, 'US', '2026-12-01', pack).findings).toBeDefined();
  }, 30_000);

  test('reads Traditional characters and full-width figures like their plain forms', () => {
    const facts = { aerosol: false, magnet: false, radio: false, laser: false };
    const plain = screen({ id: 'x', title: '充电宝10000mAh 3.7V', category: '数码家电', facts }, 'HK', '2026-12-01', pack);
    const other = screen({ id: 'x', title: '充電寶１００００ｍＡｈ　３．７Ｖ', category: '数码家电', facts }, 'HK', '2026-12-01', pack);
    expect(other.findings.map((finding) => [finding.ruleId, finding.outcome])).toEqual(plain.findings.map((finding) => [finding.ruleId, finding.outcome]));
    expect(plain.findings.flatMap((finding) => finding.because).find((fact) => fact.fact === 'battery.wattHours')?.value).toBe(37);
  });
});
