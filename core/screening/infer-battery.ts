import type { Fact } from '../decision/decision.ts';
import { readNumber } from './chinese-number.ts';
import { FIGURE, mayState } from './figure-letters.ts';
import { spanOf, type TextField } from './product-text.ts';

const NUMBER = String.raw`(\d{1,7}(?:\.\d{1,3})?万?|[一二三四五六七八九十百千万两零]{1,8})`;
const WATT_HOURS = new RegExp(`${NUMBER} ?(?:wh|瓦时)`, 'g');
const CAPACITY = new RegExp(`${NUMBER} ?(?:mah|毫安时?|ma(?![a-z]))`, 'g');
const AMPERE_HOURS = /(\d{1,4}(?:\.\d{1,2})?) ?ah(?![a-z])/g;
const VOLTS = /(?<![\d.])(\d{1,2}(?:\.\d{1,2})?) ?v(?![a-z0-9])/g;

/** Cell voltage of a lithium-ion cell when the text gives only mAh: 3.7 V, the nominal value printed on consumer cells (IEC 61960). */
const NOMINAL_LITHIUM_ION_VOLTS = 3.7;
/** Above this a voltage in the text is not a cell pack's (e-bike packs end at 72 V). */
const HIGHEST_PACK_VOLTS = 72;

/**
 * Watt-hours a text states: `37Wh`, or capacity times voltage (10000mAh 3.7V is 37 Wh; volts default to one lithium-ion cell).
 * The largest stated figure counts, because that is the pack as sold.
 */
export function inferWattHours(every: readonly TextField[]): Fact | null {
  const fields = every.filter((field) => field.role === 'text' && (mayState(field.letters, FIGURE.battery) || mayState(field.letters, FIGURE.voltage)));
  if (fields.length === 0) return null;
  let best: Fact | null = null;
  const offer = (field: TextField, start: number, end: number, wattHours: number): void => {
    const value = Math.round(wattHours * 100) / 100;
    if (value > 0 && (best === null || Number(best.value) < value)) best = { fact: 'battery.wattHours', value, source: 'inferred', span: spanOf(field, start, end) };
  };
  for (const field of fields) {
    if (!(field.folded.includes('wh') || field.folded.includes('瓦时'))) continue;
    for (const match of field.folded.matchAll(WATT_HOURS)) offer(field, match.index, match.index + match[0].length, readNumber(match[1] ?? '') ?? 0);
  }
  if (best !== null) return best;
  for (const field of fields) {
    if (!/\d ?ah|ma|毫安/.test(field.folded)) continue;
    const volts = packVolts(fields);
    for (const match of field.folded.matchAll(CAPACITY)) offer(field, match.index, match.index + match[0].length, ((readNumber(match[1] ?? '') ?? 0) / 1_000) * volts);
    for (const match of field.folded.matchAll(AMPERE_HOURS)) offer(field, match.index, match.index + match[0].length, Number(match[1]) * volts);
  }
  return best;
}

function packVolts(fields: readonly TextField[]): number {
  for (const field of fields) {
    for (const match of field.folded.matchAll(VOLTS)) {
      const volts = Number(match[1]);
      // 5 V is the USB side of a charger, not the cell.
      if (volts > 1 && volts <= HIGHEST_PACK_VOLTS && volts !== 5) return volts;
    }
  }
  return NOMINAL_LITHIUM_ION_VOLTS;
}
