import { ok, refuse, type Refusal, type Result } from '../result.ts';

/** Postal item numbers after UPU standard S10: two letters, eight digits, a check digit, two letters of country. */

/** Weights of the eight digits (UPU S10-12). */
const WEIGHTS = [8, 6, 4, 2, 3, 5, 9, 7] as const;
const S10 = /^([A-Z]{2})(\d{8})(\d)([A-Z]{2})$/;

/** The check digit of eight digits: 11 less the weighted sum modulo 11, with 10 written as 0 and 11 as 5. */
export function s10CheckDigit(digits: string): number {
  const total = WEIGHTS.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0);
  const check = 11 - (total % 11);
  if (check === 10) return 0;
  return check === 11 ? 5 : check;
}

/**
 * Makes an item number: `service` such as LK (tracked packet), `serial` up to 99 999 999, `country` of the post that issues it.
 * May fail with: wrong_s10_part (field: service, serial or country).
 */
export function makeS10(service: string, serial: number, country: string): Result<string, Refusal<'wrong_s10_part'>> {
  if (!/^[A-Z]{2}$/.test(service)) return refuse('wrong_s10_part', { value: service, expected: 'two letters' }, 'service');
  if (!Number.isInteger(serial) || serial < 0 || serial > 99_999_999) return refuse('wrong_s10_part', { value: serial, expected: 'a whole number up to 99999999' }, 'serial');
  if (!/^[A-Z]{2}$/.test(country)) return refuse('wrong_s10_part', { value: country, expected: 'two letters' }, 'country');
  const digits = serial.toString().padStart(8, '0');
  return ok(`${service}${digits}${s10CheckDigit(digits)}${country}`);
}

/** True when a text is an item number whose check digit is right. */
export function isS10(text: string): boolean {
  const match = S10.exec(text);
  return match !== null && s10CheckDigit(match[2] ?? '') === Number(match[3]);
}
