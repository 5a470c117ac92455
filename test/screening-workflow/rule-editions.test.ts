import fc from 'fast-check';
import { stringify } from 'yaml';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { draftRules, editRules, getEdition, lintRules, publishEdition, replayEdition, widenEdition, withdrawEdition } from '#contract/editions.ts';
import { getMarketplaceLiveHistory } from '#contract/listings.ts';
import { editProduct } from '#contract/products.ts';
import { getRuleText, listRules } from '#contract/rules.ts';
import type { IdOf, ProductId } from '#core/ids/id.ts';
import { canonicalJson } from '#core/decision/canonical-json.ts';
import { isInShare } from '#core/screening/edition-share.ts';
import type { Rule } from '#core/screening/rule-pack.ts';
import { screen } from '#core/screening/screen.ts';
import { writeRule } from '#core/screening/write-rule.ts';
import { rulesFor } from '#server/modules/editions/rule-editions.ts';
import { assembleProduct, loadProducts } from '#server/modules/products/store.ts';
import { SYSTEM_ACTOR } from '#server/platform/actor.ts';
import { transact } from '#server/platform/database/transact.ts';
import { openVisitor } from '#demo/journey/visitor.ts';
import { openStall, openTo, PILLOW, stock, TOY, VASE, verdictOf, type Shop, type Stall } from './stall.ts';

let stall: Stall;
let shops: Shop[];
let pillow: ProductId;
let editions = 0;

beforeAll(async () => {
  stall = await openStall();
  shops = [await stall.openShop('甲店'), await stall.openShop('乙店'), await stall.openShop('丙店')];
  for (const shop of shops) {
    for (const goods of [TOY, VASE]) await stock(shop, goods);
    await openTo(shop, await stock(shop, PILLOW), 'US');
  }
  const [shop] = shops;
  if (shop === undefined) throw new Error('no shop');
  pillow = await stock(shop, PILLOW, { title: '护颈枕 记忆棉' });
  await openTo(shop, pillow, 'US');
}, 180_000);
afterAll(() => stall.close());

/** The outcome of every current verdict of the marketplace, by product and market. */
async function allOutcomes(): Promise<Map<string, string>> {
  const rows = await stall.served.marketplace.system.db.selectFrom('verdict').select(['productId', 'market', 'outcome']).where('supersededAt', 'is', null).execute();
  return new Map(rows.map((row) => [`${row.productId}|${row.market}`, row.outcome]));
}

/** What a verdict says, without the edition and moment it was made under. */
const saying = (body: unknown) => {
  const { outcome, findings, questions, transport, minimalFix } = JSON.parse(canonicalJson(body)) as Readonly<Record<string, unknown>>;
  return canonicalJson({ outcome, findings, questions, transport, minimalFix });
};

/** Everything the current verdicts say, by product and market. */
async function allSayings(): Promise<Map<string, string>> {
  const rows = await stall.served.marketplace.system.db.selectFrom('verdict').select(['productId', 'market', 'body']).where('supersededAt', 'is', null).execute();
  return new Map(rows.map((row) => [`${row.productId}|${row.market}`, saying(row.body)]));
}

/** What a full screening of everything says, without trusting that only the touched ones were decided again. */
async function screenedAnew(): Promise<Map<string, string>> {
  const { system } = stall.served.marketplace;
  return transact(system.db, 'platform', SYSTEM_ACTOR, async (tx) => {
    const rows = await tx.selectFrom('product').select('id').execute();
    const outcomes = new Map<string, string>();
    for (const record of await loadProducts(tx, rows.map((row) => row.id))) {
      const rules = await rulesFor(tx, system.packs, record.merchantId);
      for (const market of ['US', 'HK', 'MO'] as const) outcomes.set(`${record.id}|${market}`, saying(screen(assembleProduct(record), market, stall.now().toISOString(), rules)));
    }
    return outcomes;
  });
}

function flipsBetween(before: Map<string, string>, after: Map<string, string>): string[] {
  return [...after].filter(([key, outcome]) => before.get(key) !== outcome).map(([key]) => key).sort();
}

async function draft(text: string): Promise<IdOf<'edition'>> {
  editions += 1;
  const drafted = await stall.operator.call(draftRules, { body: { name: `2026-09-test-${editions}`, text } });
  expect(drafted.reading.problems).toEqual([]);
  return drafted.edition.id;
}

/** A share of merchants that holds one of the shops and not all of them. */
function shareOfSome(edition: string): number {
  for (let ppm = 2_000; ppm < 1_000_000; ppm += 2_000) {
    const among = shops.filter((shop) => isInShare(shop.merchantId, edition, ppm));
    if (among.length > 0 && among.length < shops.length) return ppm;
  }
  throw new Error('all shops fall into one share');
}

async function replayed(editionId: IdOf<'edition'>, sharePpm = 1_000_000) {
  for (;;) {
    const replay = await stall.operator.call(replayEdition, { params: { editionId }, body: { sharePpm } });
    if (replay.state === 'done') return replay;
  }
}

const PILLOWS: Rule = {
  id: 'US-TEST-001', markets: ['US'], categories: ['travel'], outcome: 'prohibit', when: { op: 'mentions', words: ['护颈枕'] }, softly: null, from: null, until: null,
  message: { 'zh-Hans': '护颈枕暂停出口。', 'zh-Hant': '護頸枕暫停出口。', en: 'Neck pillows are stopped for now.' }, fix: { kind: 'wait', target: null, text: { 'zh-Hans': '请等待', 'zh-Hant': '請等待', en: 'Wait' } },
  citation: 'a test', sourceUrl: null, asOf: null, evidence: [], evidenceMode: 'all', confidence: 'known', owner: 'compliance', transport: null, note: null,
};
const rulesText = (rules: readonly Rule[], withdraw: readonly string[] = []) => stringify({ ...(rules.length > 0 && { rules: rules.map(writeRule) }), ...(withdraw.length > 0 && { withdraw }) }, { aliasDuplicateObjects: false });

describe('a draft of rules', () => {
  test('is checked as it is written, with the line of each problem', async () => {
    const { problems } = await stall.operator.call(lintRules, { body: { text: 'rules:\n  - id: US-TEST-001\n    markets: [US]\n    outcome: forbid\n    when:\n      mentionz: [护颈枕]\n' } });
    expect(problems.find((problem) => problem.place === 'rules.0.outcome')).toMatchObject({ line: 4 });
    expect(problems.find((problem) => problem.place === 'rules.0.when.mentionz')).toMatchObject({ line: 6 });
    expect((await stall.operator.call(lintRules, { body: { text: 'withdraw:\n  - US-NOT-THERE\n' } })).problems).toMatchObject([{ line: 2 }]);
    expect((await stall.operator.call(lintRules, { body: { text: 'rules: [' } })).problems).toMatchObject([{ line: 1 }]);
    expect((await stall.operator.call(lintRules, { body: { text: '' } })).problems).toHaveLength(1);
  });

  test('begins from a rule as it stands, and reading it back changes nothing', async () => {
    const { text } = await stall.operator.call(getRuleText, { params: { ruleId: 'US-CPSC-070' } });
    const { edition, reading } = await stall.operator.call(draftRules, { body: { name: '2026-09-unchanged', text } });
    expect(reading).toEqual({ problems: [], touches: [{ ruleId: 'US-CPSC-070', change: 'changed' }] });
    expect(await replayed(edition.id)).toMatchObject({ touched: 0, flips: 0 });
  });

  test('with problems is kept but neither replayed nor published', async () => {
    const { edition } = await stall.operator.call(draftRules, { body: { name: '2026-09-broken', text: 'rules: 7' } });
    for (const route of [replayEdition, publishEdition]) expect(await stall.operator.ask(route, { params: { editionId: edition.id }, body: {} })).toMatchObject({ ok: false, code: 'pack_error' });
    const mended = await stall.operator.call(editRules, { params: { editionId: edition.id }, body: { text: rulesText([PILLOWS]) } });
    expect(mended.reading).toEqual({ problems: [], touches: [{ ruleId: 'US-TEST-001', change: 'added' }] });
  });
});

describe('an edition of rules', () => {
  test('is foreseen, published, and taken back; only what it touches is decided again', async () => {
    const before = await allOutcomes();
    const editionId = await draft(rulesText([PILLOWS]));
    const replay = await replayed(editionId);
    expect(replay).toMatchObject({ touched: 4, fresh: true, byRule: [{ ruleId: 'US-TEST-001', flips: replay.flips }] });
    expect(replay.goesOff).toBeGreaterThan(0);
    expect(await allOutcomes()).toEqual(before);
    const published = await stall.operator.call(publishEdition, { params: { editionId }, body: {} });
    const after = await allOutcomes();
    expect(published).toMatchObject({ changed: replay.flips, decided: replay.touched });
    expect(flipsBetween(before, after)).toEqual(replay.samples.map((one) => `${one.productId}|${one.market}`).sort());
    expect(await screenedAnew()).toEqual(await allSayings());
    const [shop] = shops;
    if (shop === undefined) throw new Error('no shop');
    expect(await verdictOf(shop, pillow, 'US')).toMatchObject({ outcome: 'blocked', state: 'off' });
    const history = await stall.operator.call(getMarketplaceLiveHistory, { query: { days: 1 } });
    expect(history.causes.some((cause) => cause.text.en.startsWith('rule US-TEST-001 (edition 2026-09-test-') && cause.gone === replay.goesOff)).toBe(true);
    const back = await stall.operator.call(withdrawEdition, { params: { editionId } });
    expect(back).toMatchObject({ changed: replay.flips, decided: replay.touched, edition: { state: 'withdrawn' } });
    expect(await allOutcomes()).toEqual(before);
    expect(await verdictOf(shop, pillow, 'US')).toMatchObject({ state: 'live' });
    expect(await stall.operator.ask(withdrawEdition, { params: { editionId } })).toMatchObject({ ok: false, code: 'wrong_state' });
  });

  test('published for a share reaches those merchants alone, then all of them', async () => {
    const before = await allOutcomes();
    const editionId = await draft(rulesText([PILLOWS]));
    const { name } = (await stall.operator.call(getEdition, { params: { editionId } })).edition;
    const share = shareOfSome(name);
    const first = await replayed(editionId, share);
    const published = await stall.operator.call(publishEdition, { params: { editionId }, body: { sharePpm: share } });
    expect(published).toMatchObject({ changed: first.flips, decided: first.touched, edition: { sharePpm: share } });
    const among = await allOutcomes();
    const moved = flipsBetween(before, among).map((key) => key.split('|')[0] ?? '');
    const owners = await stall.served.marketplace.system.db.selectFrom('product').select(['id', 'merchantId']).execute();
    expect(owners.filter((owner) => moved.includes(owner.id) && !isInShare(owner.merchantId, name, share))).toEqual([]);
    expect(moved.length).toBeGreaterThan(0);
    expect(await screenedAnew()).toEqual(await allSayings());
    const next = await draft(rulesText([{ ...PILLOWS, id: 'US-TEST-002' }]));
    expect(await stall.operator.ask(publishEdition, { params: { editionId: next }, body: {} })).toMatchObject({ ok: false, code: 'wrong_state' });
    const all = await stall.operator.call(widenEdition, { params: { editionId }, body: { sharePpm: 1_000_000 } });
    expect(all.decided).toBe(4 - published.decided);
    expect(await screenedAnew()).toEqual(await allSayings());
    await stall.operator.call(withdrawEdition, { params: { editionId } });
    expect(await allOutcomes()).toEqual(before);
  });

  test('once published never changes', async () => {
    const editionId = await draft(rulesText([{ ...PILLOWS, id: 'US-TEST-009' }]));
    await stall.operator.call(publishEdition, { params: { editionId }, body: {} });
    expect(await stall.operator.ask(editRules, { params: { editionId }, body: { text: 'withdraw: [US-CPSC-070]' } })).toMatchObject({ ok: false, code: 'wrong_state' });
    await expect(stall.served.marketplace.system.db.updateTable('edition').set({ text: 'other' }).where('id', '=', editionId).execute()).rejects.toThrow(/does not change/);
    await stall.operator.call(withdrawEdition, { params: { editionId } });
  });

  test('published while a shop was still saving a product reaches that product within the minute', async () => {
    const [shop] = shops;
    if (shop === undefined) throw new Error('no shop');
    const editionId = await draft(rulesText([{ ...PILLOWS, id: 'US-TEST-011' }]));
    const { db } = stall.served.marketplace.system;
    // The other products were there to be seen when it was published; this one was not.
    stall.pass(1);
    // As the saving transaction saw it: the edition is out, and this verdict was made under the one before.
    await shop.call(editProduct, { params: { productId: pillow }, body: { description: '慢回弹，刚改过。' } });
    await db.updateTable('edition').set({ state: 'published', publishedAt: stall.now() }).where('id', '=', editionId).execute();
    expect((await verdictOf(shop, pillow, 'US')).state).toBe('live');
    expect((await stall.due())['editions_settle']).toMatchObject({ decided: 1, flips: 1 });
    expect(await verdictOf(shop, pillow, 'US')).toMatchObject({ outcome: 'blocked', state: 'off' });
    expect((await stall.due())['editions_settle']).toMatchObject({ decided: 0 });
    await stall.operator.call(withdrawEdition, { params: { editionId } });
    expect((await verdictOf(shop, pillow, 'US')).state).toBe('live');
  });

  test('drafted twice and published side by side holds the changes of both', async () => {
    const drafts = [await draft(rulesText([{ ...PILLOWS, id: 'US-TEST-012' }])), await draft(rulesText([{ ...PILLOWS, id: 'US-TEST-013' }]))];
    await Promise.all(drafts.map((editionId) => stall.operator.call(publishEdition, { params: { editionId }, body: {} })));
    const { items } = await stall.operator.call(listRules, { query: { market: 'US', search: 'US-TEST-01' } });
    expect(items.map((rule) => rule.id).sort()).toEqual(['US-TEST-012', 'US-TEST-013']);
    const taken = await Promise.all(drafts.map((editionId) => stall.operator.ask(withdrawEdition, { params: { editionId } })));
    for (const [place, answer] of taken.entries()) if (!answer.ok) await stall.operator.call(withdrawEdition, { params: { editionId: drafts[place] ?? 'edn_' } });
    expect((await stall.operator.call(listRules, { query: { market: 'US', search: 'US-TEST-01' } })).items).toEqual([]);
  });

  test('with a rule that begins later touches nothing before that day, and exactly its products on it', async () => {
    const before = await allOutcomes();
    await stall.due();
    const editionId = await draft(rulesText([{ ...PILLOWS, id: 'US-TEST-010', from: '2026-09-04', until: '2026-09-06' }]));
    expect(await stall.operator.call(publishEdition, { params: { editionId }, body: {} })).toMatchObject({ changed: 0, decided: 0 });
    expect(await allOutcomes()).toEqual(before);
    stall.pass(24 * 3);
    expect(await stall.due()).toMatchObject({ rules_turn: { decided: 4 } });
    expect(flipsBetween(before, await allOutcomes()).length).toBeGreaterThan(0);
    expect(await stall.due()).toMatchObject({ rules_turn: { decided: 0 } });
    stall.pass(24 * 2);
    await stall.due();
    expect(await screenedAnew()).toEqual(await allSayings());
    expect(await allOutcomes()).toEqual(before);
    await stall.operator.call(withdrawEdition, { params: { editionId } });
  });
});

test('whatever an operator changes, what was predicted is what happens', async () => {
  const { rules } = stall.served.marketplace.system.packs.rules;
  const raised = rules.filter((rule) => rule.markets.some((market) => market === 'US' || market === 'HK'));
  const edit = fc.record({
    rule: fc.constantFrom(...raised), outcome: fc.constantFrom('prohibit', 'restrict', 'warn', 'condition'), categories: fc.constantFrom<Rule['categories']>(null, ['travel'], ['toys', 'home']),
    words: fc.constantFrom('护颈枕', '花瓶', '积木', '记忆棉', '陶瓷'), how: fc.constantFrom('widen', 'soften', 'date', 'withdraw', 'replace'), confidence: fc.constantFrom<Rule['confidence']>('known', 'uncertain'), evidence: fc.constantFrom<readonly string[]>([], ['cpc'], ['origin_mark_photo']),
  });
  let flips = 0;
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(edit, { minLength: 1, maxLength: 4, selector: (one) => one.rule.id }), async (edits) => {
      const changed = edits.filter((one) => one.how !== 'withdraw').map(({ rule, outcome, categories, words, how, confidence, evidence }): Rule => {
        const harder = rule.transport === null ? (outcome as Rule['outcome']) : rule.outcome;
        if (how === 'widen') return { ...rule, when: { op: 'any', of: [rule.when, { op: 'mentions', words: [words] }] }, categories, outcome: harder };
        if (how === 'soften') return { ...rule, outcome: rule.transport === null ? 'warn' : rule.outcome };
        if (how === 'date') return { ...rule, from: '2026-09-02', until: rule.until ?? '2027-01-01' };
        return { ...rule, when: { op: 'mentions', words: [words] }, categories, outcome: harder, confidence, evidence };
      });
      const editionId = await draft(rulesText(changed, edits.filter((one) => one.how === 'withdraw').map((one) => one.rule.id)));
      const before = await allOutcomes();
      const replay = await replayed(editionId);
      const published = await stall.operator.call(publishEdition, { params: { editionId }, body: {} });
      const after = await allOutcomes();
      flips += replay.flips;
      expect(published).toMatchObject({ changed: replay.flips, decided: replay.touched });
      expect(flipsBetween(before, after)).toEqual(replay.samples.map((one) => `${one.productId}|${one.market}`).sort());
      expect(await screenedAnew()).toEqual(await allSayings());
      await stall.operator.call(withdrawEdition, { params: { editionId } });
      expect(await allOutcomes()).toEqual(before);
    }),
    { numRuns: 8 },
  );
  // Edits that flip nothing would prove nothing.
  expect(flips).toBeGreaterThan(0);
}, 240_000);

describe('the pack, for anybody to read', () => {
  test('says without signing in what may not go to a market, by agency and in words', async () => {
    const visitor = openVisitor(stall.served.transport, stall.served.origin, 'en');
    const { items, agencies, edition } = await visitor.call(listRules, { query: { market: 'HK' } });
    expect(edition).toBe(stall.served.marketplace.system.packs.rules.edition);
    expect(items.every((rule) => rule.markets.includes('HK'))).toBe(true);
    expect(agencies.reduce((sum, one) => sum + one.rules, 0)).toBe(items.length);
    const found = await visitor.call(listRules, { query: { market: 'US', search: 'Children’s Product Certificate' } });
    expect(found.items.map((rule) => rule.id)).toContain('US-CPSC-070');
  });
});
