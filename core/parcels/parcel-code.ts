import { ok, refuse, type Refusal, type Result } from '../result.ts';

/**
 * The codes printed as barcodes on parcels: a kind, ten characters of the parcel's id, a check character. Code 128 carries
 * them; the check character catches a code typed by hand when a label is torn.
 */

/** Crockford's base 32 in capitals: no I, L, O or U, so nothing is misread. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const KINDS = { inbound: 'IN', export: 'EX' } as const;
export type ParcelKind = keyof typeof KINDS;
const BODY_LENGTH = 10;

/** Luhn's check over base 32: every second character from the right counts double, digits of the product added. */
function checkCharacter(body: string): string {
  let total = 0;
  for (let index = 0; index < body.length; index++) {
    const value = ALPHABET.indexOf(body.charAt(body.length - 1 - index)) * (index % 2 === 0 ? 2 : 1);
    total += Math.floor(value / ALPHABET.length) + (value % ALPHABET.length);
  }
  return ALPHABET.charAt((ALPHABET.length - (total % ALPHABET.length)) % ALPHABET.length);
}

/** The barcode text of a parcel: made of the last ten characters of its id, which are random. */
export function parcelCode(kind: ParcelKind, id: string): string {
  const body = id.slice(-BODY_LENGTH).toUpperCase();
  if (body.length !== BODY_LENGTH || [...body].some((character) => !ALPHABET.includes(character))) throw new Error(`not a parcel id: ${id}`);
  return `${KINDS[kind]}${body}${checkCharacter(body)}`;
}

/**
 * Reads a scanned or typed code: spaces, hyphens and small letters do not matter, O is 0, I and L are 1.
 * May fail with: not_a_parcel_code, wrong_check_character.
 */
export function readParcelCode(scanned: string): Result<Readonly<{ kind: ParcelKind; code: string }>, Refusal<'not_a_parcel_code' | 'wrong_check_character'>> {
  const text = scanned.toUpperCase().replaceAll(/[\s-]/g, '');
  const kind = text.startsWith(KINDS.inbound) ? 'inbound' : text.startsWith(KINDS.export) ? 'export' : null;
  const rest = text.slice(2).replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  if (kind === null || rest.length !== BODY_LENGTH + 1 || [...rest].some((character) => !ALPHABET.includes(character))) return refuse('not_a_parcel_code', { code: scanned }, 'code');
  if (checkCharacter(rest.slice(0, BODY_LENGTH)) !== rest.slice(BODY_LENGTH)) return refuse('wrong_check_character', { code: scanned }, 'code');
  return ok({ kind, code: `${KINDS[kind]}${rest}` });
}
