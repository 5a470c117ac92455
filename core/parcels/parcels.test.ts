import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TOLERANCE, compareWithDeclared } from './compare-with-declared.ts';
import { parcelCode, readParcelCode } from './parcel-code.ts';
import { moveInboundParcel, type ExportState } from './parcel-moves.ts';
import { isS10, makeS10 } from './s10.ts';
import { TRACKING_STATUSES, readCarrierStatus, trackParcel } from './tracking.ts';

const DECLARED = { weightGrams: 500, lengthMm: 300, widthMm: 200, heightMm: 100, lines: [{ sku: 'a', quantity: 2 }] };
const codes = (comparison: { reasons: readonly { code: string }[] }): string[] => comparison.reasons.map((reason) => reason.code);

describe('at the scale', () => {
  test('a parcel as declared is accepted and says so', () => {
    expect(compareWithDeclared(DECLARED, { ...DECLARED, counts: [{ sku: 'a', counted: 2 }] })).toMatchObject({ decision: 'accept', reasons: [{ code: 'as_declared' }] });
  });

  test.each([[450, 'accept'], [449, 'put_aside'], [700, 'accept'], [701, 'put_aside']] as const)('500 g declared and %i g weighed is %s', (weightGrams, decision) => {
    expect(compareWithDeclared(DECLARED, { weightGrams }).decision).toBe(decision);
  });

  test('it does not matter how a parcel lay on the table', () => {
    expect(compareWithDeclared(DECLARED, { weightGrams: 500, lengthMm: 100, widthMm: 300, heightMm: 200 }).decision).toBe('accept');
    expect(codes(compareWithDeclared(DECLARED, { weightGrams: 500, lengthMm: 361, widthMm: 200, heightMm: 100 }))).toEqual(['too_large']);
  });

  test('missing, surplus and foreign pieces are told apart', () => {
    const counts = [{ sku: 'a', counted: 1 }, { sku: 'b', counted: 1 }];
    expect(codes(compareWithDeclared(DECLARED, { weightGrams: 500, counts }))).toEqual(['count_short', 'not_ordered']);
    expect(codes(compareWithDeclared(DECLARED, { weightGrams: 500, counts: [{ sku: 'a', counted: 3 }] }))).toEqual(['count_over']);
  });

  test('a weight nobody declared is accepted, and becomes the hub’s', () => {
    expect(compareWithDeclared({ weightGrams: null }, { weightGrams: 512 })).toMatchObject({ decision: 'accept', reasons: [{ code: 'weight_not_declared', because: [{ value: null }, { value: 512, source: 'hub' }] }] });
  });

  test('what lies within the tolerance of any declared weight is accepted, and nothing beyond it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30_000 }), fc.integer({ min: 1, max: 60_000 }), (weightGrams, found) => {
        const least = weightGrams - Math.max(Math.floor((weightGrams * TOLERANCE.lighterPpm) / 1_000_000), TOLERANCE.lighterGrams);
        const most = weightGrams + Math.max(Math.floor((weightGrams * TOLERANCE.heavierPpm) / 1_000_000), TOLERANCE.heavierGrams);
        expect(compareWithDeclared({ weightGrams }, { weightGrams: found }).decision).toBe(found >= least && found <= most ? 'accept' : 'put_aside');
      }),
    );
  });
});

describe('an S10 number', () => {
  test('has the check digit of the standard', () => {
    expect(makeS10('RA', 47_312_482, 'CN')).toEqual({ ok: true, value: 'RA473124829CN' });
    expect(makeS10('RB', 12_345_678, 'GB')).toEqual({ ok: true, value: 'RB123456785GB' });
  });

  test('with a part that does not fit is refused by name', () => {
    expect(makeS10('R', 1, 'CN')).toMatchObject({ ok: false, problem: { field: 'service' } });
    expect(makeS10('RA', 100_000_000, 'CN')).toMatchObject({ ok: false, problem: { field: 'serial' } });
  });

  test('is recognised, and never with one digit changed', () => {
    fc.assert(
      fc.property(fc.nat(99_999_999), fc.nat(7), fc.integer({ min: 1, max: 9 }), (serial, position, step) => {
        const made = makeS10('LK', serial, 'CN');
        const text = made.ok ? made.value : '';
        expect(isS10(text)).toBe(true);
        const at = position + 2;
        const changed = text.slice(0, at) + ((Number(text[at]) + step) % 10).toString() + text.slice(at + 1);
        const sameCheck = text[10] === '0' || text[10] === '5';
        // The standard maps 10 and 0 onto digits that others have too (0 and 5), so only there a change can go unseen.
        expect(isS10(changed) && !sameCheck).toBe(false);
      }),
    );
  });
});

const anyId = fc.string({ unit: fc.constantFrom(...'0123456789abcdefghjkmnpqrstvwxyz'), minLength: 26, maxLength: 26 }).map((body) => `inp_${body}`);

describe('a parcel code', () => {
  test('is read back from what a scanner or a hand gives', () => {
    fc.assert(
      fc.property(anyId, fc.constantFrom('inbound' as const, 'export' as const), (id, kind) => {
        const code = parcelCode(kind, id);
        const typed = ` ${code.slice(0, 2).toLowerCase()}-${code.slice(2, 7).toLowerCase()} ${code.slice(7)} `;
        expect(readParcelCode(typed)).toEqual({ ok: true, value: { kind, code } });
      }),
    );
  });

  test('with any one character mistyped is refused', () => {
    fc.assert(
      fc.property(anyId, fc.integer({ min: 2, max: 12 }), fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'), (id, position, character) => {
        const code = parcelCode('inbound', id);
        fc.pre(code[position] !== character);
        expect(readParcelCode(code.slice(0, position) + character + code.slice(position + 1)).ok).toBe(false);
      }),
    );
  });

  test('of something else is refused as such', () => {
    expect(readParcelCode('RA473124829CN')).toMatchObject({ ok: false, problem: { code: 'not_a_parcel_code' } });
  });
});

describe('tracking', () => {
  test('a parcel that has not been handed over cannot be tracked', () => {
    for (const status of TRACKING_STATUSES) expect(trackParcel('packed', status)).toMatchObject({ ok: false, problem: { code: 'wrong_state' } });
  });

  test('a delivered parcel stays delivered, a lost one may be found', () => {
    expect(trackParcel('delivered', 'in_transit').ok).toBe(false);
    expect(trackParcel('lost', 'delivered')).toEqual({ ok: true, value: 'delivered' });
  });

  test('any order of events after hand-over leads only to states of an export parcel', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...TRACKING_STATUSES), { maxLength: 20 }), (statuses) => {
        const end = statuses.reduce<ExportState>((state, status) => {
          const next = trackParcel(state, status);
          return next.ok ? next.value : state;
        }, 'handed_over');
        expect(['handed_over', 'in_transit', 'delivered', 'returned', 'lost']).toContain(end);
      }),
    );
  });

  test('carriers’ words are read, a customs delay out of its sub-code', () => {
    expect(readCarrierStatus('OutForDelivery')).toEqual({ ok: true, value: 'out_for_delivery' });
    expect(readCarrierStatus('return_to_sender')).toEqual({ ok: true, value: 'returned_to_sender' });
    expect(readCarrierStatus('Exception', 'Exception_004')).toEqual({ ok: true, value: 'customs_hold' });
    expect(readCarrierStatus('constructor')).toMatchObject({ ok: false, problem: { code: 'unknown_tracking_status' } });
  });
});

test('a quarantined parcel leaves only accepted or sent back', () => {
  expect(moveInboundParcel('put_aside', 'accept')).toEqual({ ok: true, value: 'accepted' });
  expect(moveInboundParcel('put_aside', 'send_back')).toEqual({ ok: true, value: 'cancelled' });
  expect(moveInboundParcel('accepted', 'put_aside').ok).toBe(false);
});
