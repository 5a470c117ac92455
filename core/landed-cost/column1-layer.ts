import type { LocalText } from '../market/market.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { DutyQuery, DutyWarning } from './duty-query.ts';
import { exactPortion, type ExactLayer } from './layer-sum.ts';
import { quantityOf } from './quantities.ts';
import type { TariffLine } from './tariff-edition.ts';

const MFN_NAME: LocalText = { 'zh-Hans': '基本关税（第一栏）', 'zh-Hant': '基本關稅（第一欄）', en: 'Column 1 general duty' };

export type Column1Layer = Readonly<{ layer: ExactLayer | null; ratePpm: bigint; warnings: readonly DutyWarning[] }>;

/**
 * The column 1 general duty of a line: ad valorem, specific or both, unrounded.
 * Refuses `rate_not_computable` when the printed rate needs more than value and quantities, `quantity_missing` when a unit was not given.
 */
export function column1Layer(line: TariffLine, query: DutyQuery): Result<Column1Layer> {
  const { terms, text } = line.rate;
  if (terms === null) return refuse('rate_not_computable', { hts: line.code, rate: text, expected: 'a person has to work this rate out' }, 'hts');
  let exact = exactPortion(query.value, terms.ratePpm);
  const warnings: DutyWarning[] = [];
  for (const specific of terms.specifics) {
    const found = quantityOf(specific.unit, query.quantities ?? {}, query.abvPpm ?? null);
    if (found === null) return refuse('quantity_missing', { hts: line.code, rate: text, unit: specific.unit, expected: `quantities.${specific.unit}` }, `quantities.${specific.unit}`);
    if (found.assumedFrom !== null) warnings.push({ code: 'quantity_assumed', message: `${text}: ${specific.unit} was taken to be ${found.assumedFrom}` });
    exact += specific.microCentsPerUnit * found.micro;
  }
  if (exact === 0n) return ok({ layer: null, ratePpm: terms.ratePpm, warnings });
  const isSpecific = terms.specifics.length > 0;
  const layer: ExactLayer = {
    layer: {
      code: 'MFN', name: MFN_NAME, basis: terms.ratePpm > 0n || !isSpecific ? 'value' : 'quantity', basisAmount: query.value, ratePpm: terms.ratePpm,
      specific: isSpecific ? text : null, heading: line.code, source: line.source,
    },
    exact,
  };
  return ok({ layer, ratePpm: terms.ratePpm, warnings });
}
