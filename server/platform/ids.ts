import { randomFillSync } from 'node:crypto';
import { ID_PREFIXES, type IdKind, type IdOf } from '#core/ids/id.ts';

/** Where ids come from. `at` becomes the time part, so ids sort by it. */
export type IdSource = Readonly<{ next: <Kind extends IdKind>(kind: Kind, at: Date) => IdOf<Kind> }>;

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** 128 bits as 26 characters of Crockford base 32, most significant first. */
function toBase32(bytes: Uint8Array): string {
  let value = 0n;
  for (const byte of bytes) value = (value << 8n) | BigInt(byte);
  let text = '';
  for (let index = 0; index < 26; index += 1) {
    text = `${ALPHABET[Number(value & 31n)]}${text}`;
    value >>= 5n;
  }
  return text;
}

/** A UUIDv7 (RFC 9562, section 5.7): 48 bits of milliseconds, then random bits around version and variant. */
function uuidV7(at: Date, fill: (bytes: Uint8Array) => void): Uint8Array {
  const bytes = new Uint8Array(16);
  fill(bytes);
  let milliseconds = at.getTime();
  for (let index = 5; index >= 0; index -= 1) {
    bytes[index] = milliseconds % 256;
    milliseconds = Math.floor(milliseconds / 256);
  }
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes;
}

function idSource(fill: (bytes: Uint8Array) => void): IdSource {
  return {
    // The brand is given here, where ids are born; everywhere else they are parsed.
    next: <Kind extends IdKind>(kind: Kind, at: Date) => `${ID_PREFIXES[kind]}_${toBase32(uuidV7(at, fill))}` as IdOf<Kind>,
  };
}

/** Ids with random bits from the operating system. */
export const randomIds: IdSource = idSource((bytes) => randomFillSync(bytes));

/** The same ids for the same seed: for the demo marketplace, so that its links stay valid between loads (xorshift32, Marsaglia 2003). */
export function seededIds(seed: number): IdSource {
  let state = seed >>> 0 || 1;
  return idSource((bytes) => {
    for (let index = 0; index < bytes.length; index += 1) {
      state ^= state << 13;
      state >>>= 0;
      state ^= state >>> 17;
      state ^= state << 5;
      state >>>= 0;
      bytes[index] = state & 0xff;
    }
  });
}
