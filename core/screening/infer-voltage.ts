import type { Fact } from '../decision/decision.ts';
import { FIGURE, mayState } from './figure-letters.ts';
import { spanOf, type TextField } from './product-text.ts';

const RANGE = /(?<![\d.])(\d{2,3})(?:v|伏)? ?[-~～至] ?(\d{2,3}) ?(?:v|伏)(?![a-z0-9])/g;
const SINGLE = /(?<![\d.])(\d{1,3}) ?(?:v|伏特?)(?![a-z0-9])/g;

/** Below this a supply is not the mains anywhere (Japan's 100 V is the lowest mains voltage; IEC 60038). */
const LOWEST_MAINS_VOLTS = 90;

/** The mains voltage a text names, as on a rating plate: `220V`, `100-240V`. Small voltages are cells and USB, not read here. */
export function inferVoltage(fields: readonly TextField[]): Fact | null {
  for (const field of fields) {
    if (field.role !== 'text' || !mayState(field.letters, FIGURE.voltage) || !/\d ?[v伏]/.test(field.folded)) continue;
    for (const pattern of [RANGE, SINGLE]) {
      for (const match of field.folded.matchAll(pattern)) {
        const last = Number(match[2] ?? match[1]);
        if (last < LOWEST_MAINS_VOLTS || last > 480) continue;
        return { fact: 'voltage', value: match[0].toUpperCase(), source: 'inferred', span: spanOf(field, match.index, match.index + match[0].length) };
      }
    }
  }
  return null;
}

/** The lowest and highest volts of a rating-plate text, as facts of their own so that rules can compare them. */
export function voltageBounds(voltage: Fact | undefined): Fact[] {
  if (voltage === undefined || typeof voltage.value !== 'string') return [];
  const volts = [...voltage.value.matchAll(/\d{1,4}(?:\.\d{1,2})?/g)].map((match) => Number(match[0])).filter((value) => value !== 50 && value !== 60);
  if (volts.length === 0) return [];
  const shown = { value: voltage.value, source: voltage.source, ...(voltage.span && { span: voltage.span }) };
  return [
    { ...shown, fact: 'voltageMin', value: Math.min(...volts) },
    { ...shown, fact: 'voltageMax', value: Math.max(...volts) },
  ];
}
