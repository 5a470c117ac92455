import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LOCALES } from '../market/market.ts';
import { projectListing, type ListingParts } from './listing-projection.ts';

const READY: ListingParts = {
  enrolled: true, switches: { open: true, reasons: [] }, verdict: { outcome: 'allowed' }, wording: { status: 'ready' }, quote: { outcome: 'quoted' }, stock: 3,
};
const PAUSED = { open: false, reasons: [{ code: 'shop_paused', text: { 'zh-Hans': '停', 'zh-Hant': '停', en: 'paused' }, because: [], source: null, fix: null, owner: 'merchant' as const }] };

test('a listing with every part in place is live and says so', () => {
  expect(projectListing(READY)).toMatchObject({ state: 'live', reasons: [{ code: 'all_parts_ready' }] });
});

test('conditions do not keep a listing away', () => {
  expect(projectListing({ ...READY, verdict: { outcome: 'allowed_with_conditions' } }).state).toBe('live');
});

test.each([
  ['off', 'not_enrolled', { enrolled: false }], ['off', 'shop_paused', { switches: PAUSED }], ['off', 'verdict_blocked', { verdict: { outcome: 'blocked' } }], ['off', 'out_of_stock', { stock: 0 }],
  ['held', 'verdict_missing', { verdict: null }], ['held', 'verdict_needs_facts', { verdict: { outcome: 'needs_facts' } }], ['held', 'verdict_needs_review', { verdict: { outcome: 'needs_review' } }],
  ['held', 'wording_missing', { wording: null }], ['held', 'wording_needs_review', { wording: { status: 'needs_review' } }], ['held', 'wording_needs_provider', { wording: { status: 'needs_provider' } }],
  ['held', 'quote_missing', { quote: null }], ['held', 'quote_held', { quote: { outcome: 'held' } }], ['held', 'stock_unknown', { stock: null }],
] as const)('a listing is %s for %s', (state, code, change) => {
  const listing = projectListing({ ...READY, ...change });
  expect(listing.state).toBe(state);
  expect(listing.reasons.map((reason) => reason.code)).toEqual([code]);
});

test('every missing part is named, those that take it off first', () => {
  const listing = projectListing({ ...READY, wording: null, quote: null, stock: 0 });
  expect(listing.reasons.map((reason) => reason.code)).toEqual(['out_of_stock', 'wording_missing', 'quote_missing']);
});

const anyParts: fc.Arbitrary<ListingParts> = fc.record({
  enrolled: fc.boolean(), switches: fc.constantFrom({ open: true, reasons: [] }, PAUSED),
  verdict: fc.constantFrom(null, ...(['allowed', 'allowed_with_conditions', 'needs_facts', 'needs_review', 'blocked'] as const).map((outcome) => ({ outcome }))),
  wording: fc.constantFrom(null, ...(['ready', 'needs_review', 'needs_provider'] as const).map((status) => ({ status }))),
  quote: fc.constantFrom(null, { outcome: 'quoted' as const }, { outcome: 'held' as const }), stock: fc.constantFrom(null, 0, 1, 50),
});

test('nothing is kept away without a reason in three languages, and only a complete listing is live', () => {
  fc.assert(
    fc.property(anyParts, (parts) => {
      const listing = projectListing(parts);
      expect(listing.reasons.length).toBeGreaterThan(0);
      for (const reason of listing.reasons) for (const locale of LOCALES) expect(reason.text[locale]).not.toBe('');
      expect(listing.state !== 'live' || (parts.enrolled && parts.switches.open && (parts.stock ?? 0) > 0)).toBe(true);
    }),
  );
});

test('a held price says what exactly is missing, not that something is', () => {
  const [own] = PAUSED.reasons;
  const reasons = own === undefined ? [] : [{ ...own, code: 'weight_missing' }];
  expect(projectListing({ ...READY, quote: { outcome: 'held', reasons } }).reasons.map((reason) => reason.code)).toEqual(['weight_missing']);
});
