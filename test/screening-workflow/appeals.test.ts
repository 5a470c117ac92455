import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listMerchantHistory, whyMerchant, whyOperator } from '#contract/accounts.ts';
import { decideAppeal, decideReview, getAppeal, listAppeals, listReviews, listRulings, openAppeal, withdrawAppeal, withdrawRuling } from '#contract/appeals.ts';
import { putDocument } from '#contract/documents.ts';
import { getEdition } from '#contract/editions.ts';
import { listVerdicts } from '#contract/listings.ts';
import { editProduct } from '#contract/products.ts';
import type { ProductId } from '#core/ids/id.ts';
import { openStall, stock, upload, VASE, verdictOf, type Shop, type Stall } from './stall.ts';

let stall: Stall;
let shop: Shop;

beforeAll(async () => {
  stall = await openStall();
  shop = await stall.openShop('弹弓与花瓶');
}, 120_000);
afterAll(() => stall.close());

/** A vase that a rule stands in the way of for a word in its title, and the rule's finding. */
async function blocked(word = '儿童木制玩具'): Promise<{ productId: ProductId; ruleId: string }> {
  const productId = await stock(shop, VASE, { title: `${word}形手工陶瓷花瓶 ${Math.random()}`, description: `${word}。` });
  const verdict = await verdictOf(shop, productId, 'US');
  const finding = verdict.findings.find((one) => one.outcome === 'blocked' && one.ruleId.startsWith('US'));
  if (finding === undefined) throw new Error(`nothing blocks it: ${JSON.stringify(verdict.findings.map((one) => [one.ruleId, one.outcome]))}`);
  return { productId, ruleId: finding.ruleId };
}

const stands = async ({ productId, ruleId }: { productId: ProductId; ruleId: string }) => (await verdictOf(shop, productId, 'US')).findings.find((finding) => finding.ruleId === ruleId)?.outcome ?? 'silent';
const appealOn = ({ productId, ruleId }: { productId: ProductId; ruleId: string }) => shop.call(openAppeal, { body: { productId, ruleId, market: 'US', words: '这是花瓶，不是玩具，只是造型像。' } });

describe('an appeal', () => {
  test('goes to the reviewers’ queue with a due time, once', async () => {
    const one = await blocked();
    const appeal = await appealOn(one);
    expect(appeal).toMatchObject({ state: 'open', overdue: false });
    expect(Date.parse(appeal.dueAt) - Date.parse(appeal.openedAt)).toBe(48 * 3_600_000);
    expect(await shop.ask(openAppeal, { body: { ...one, market: 'US', words: '再说一遍，是花瓶。' } })).toMatchObject({ ok: false, code: 'appeal_exists' });
    const queue = await stall.operator.call(listReviews, { query: { kind: 'appeal' } });
    expect(queue.items.find((item) => item.appeal?.id === appeal.id)).toMatchObject({ ruleId: one.ruleId, markets: ['US'], outcome: 'blocked' });
    await shop.call(withdrawAppeal, { params: { appealId: appeal.id } });
    expect(await stall.operator.ask(decideAppeal, { params: { appealId: appeal.id }, body: { decision: 'upheld', reason: '仍然像玩具' } })).toMatchObject({ ok: false, code: 'wrong_state' });
  });

  test('on a rule that does not stand in the way is told so', async () => {
    const { productId } = await blocked();
    expect(await shop.ask(openAppeal, { body: { productId, ruleId: 'US-FDA-001', market: 'US', words: '没有这回事' } })).toMatchObject({ ok: false, code: 'nothing_to_appeal' });
  });

  test('upheld keeps the finding, with the reason for the merchant to read', async () => {
    const one = await blocked();
    const appeal = await appealOn(one);
    const decided = await stall.operator.call(decideAppeal, { params: { appealId: appeal.id }, body: { decision: 'upheld', reason: '页面写着儿童玩具，请先改页面。' } });
    expect(decided).toMatchObject({ state: 'decided', decision: 'upheld', reason: '页面写着儿童玩具，请先改页面。' });
    expect(await stands(one)).toBe('blocked');
    expect(await shop.call(getAppeal, { params: { appealId: appeal.id } })).toMatchObject({ decision: 'upheld' });
  });

  test('accepted once sets the rule aside until the page changes', async () => {
    const one = await blocked();
    const appeal = await appealOn(one);
    await stall.operator.call(decideAppeal, { params: { appealId: appeal.id }, body: { decision: 'accepted_once', reason: '照片是花瓶。' } });
    expect(await stands(one)).toBe('allowed');
    await shop.call(editProduct, { params: { productId: one.productId }, body: { description: '儿童木制玩具，另有新款。' } });
    expect(await stands(one)).toBe('blocked');
  });

  test('whitelisted sets the rule aside for this product for good, and the verdict replays with the ruling in its chain', async () => {
    const one = await blocked();
    const other = await blocked();
    const appeal = await appealOn(one);
    await stall.operator.call(decideAppeal, { params: { appealId: appeal.id }, body: { decision: 'whitelisted', reason: '陶瓷摆件，不是玩具。' } });
    await shop.call(editProduct, { params: { productId: one.productId }, body: { description: '儿童木制玩具造型。' } });
    expect(await stands(one)).toBe('allowed');
    expect(await stands(other)).toBe('blocked');
    const chain = await shop.call(whyMerchant, { params: { id: (await verdictOf(shop, one.productId, 'US')).id } });
    expect(chain.replayed).toBe(true);
    expect(chain.steps.map((step) => step.kind)).toEqual(expect.arrayContaining(['verdict', 'ruling', 'appeal']));
    expect(await stall.operator.call(whyOperator, { params: { id: appeal.id } })).toMatchObject({ replayed: true });
    const rulings = await stall.operator.call(listRulings);
    const ruling = rulings.items.find((item) => item.appealId === appeal.id);
    if (ruling === undefined) throw new Error('no ruling');
    expect(ruling).toMatchObject({ standing: true, says: 'accept' });
    await stall.operator.call(withdrawRuling, { params: { rulingId: ruling.id } });
    expect(await stands(one)).toBe('blocked');
    const { items } = await shop.call(listVerdicts, { params: { productId: one.productId } });
    expect(items.filter((item) => item.market === 'US').length).toBeGreaterThanOrEqual(3);
  });

  test('that shows a rule to be wrong lands in a draft edition, with its words', async () => {
    const one = await blocked();
    const appeal = await appealOn(one);
    const decided = await stall.operator.call(decideAppeal, { params: { appealId: appeal.id }, body: { decision: 'rule_edit', reason: '“形”后面跟着花瓶的不是玩具。' } });
    expect(await stands(one)).toBe('allowed');
    if (decided.editionId === null) throw new Error('no draft');
    const draft = await stall.operator.call(getEdition, { params: { editionId: decided.editionId } });
    expect(draft.reading).toEqual({ problems: [], touches: [{ ruleId: one.ruleId, change: 'changed' }] });
    expect(draft.edition.text).toContain('不是玩具');
    const again = await blocked();
    const second = await appealOn(again);
    const joined = await stall.operator.call(decideAppeal, { params: { appealId: second.id }, body: { decision: 'rule_edit', reason: '同上。' } });
    expect(joined.editionId).toBe(decided.editionId);
    expect((await stall.operator.call(getEdition, { params: { editionId: decided.editionId } })).reading?.problems).toEqual([]);
  });

  test('with the document that was asked for is settled at once; nobody has to look', async () => {
    const one = await blocked();
    const finding = (await verdictOf(shop, one.productId, 'US')).findings.find((item) => item.ruleId === one.ruleId);
    const kinds = finding?.evidence ?? [];
    expect(kinds.length).toBeGreaterThan(0);
    const documents = [];
    for (const kind of kinds) documents.push((await shop.call(putDocument, { body: { kind, number: `A-${kind}`, fileId: await upload(shop), coverage: { cover: 'named', productIds: [await stock(shop, VASE)] } } })).document);
    const [last, ...rest] = documents;
    for (const document of rest) await shop.call(putDocument, { body: { kind: document.kind, number: 'B', coverage: { cover: 'named', productIds: [one.productId] } } });
    const settled = await shop.call(openAppeal, { body: { ...one, market: 'US', words: '证书在这里，请看。', documentId: last?.id ?? null } });
    expect(settled).toMatchObject({ state: 'settled', document: { id: last?.id } });
    expect(await stands(one)).toBe('allowed');
    expect((await stall.operator.call(listReviews, { query: { kind: 'appeal' } })).items.some((item) => item.appeal?.id === settled.id)).toBe(false);
  });

  test('left alone is escalated when its time is over, and comes first in the queue', async () => {
    const one = await blocked();
    const appeal = await appealOn(one);
    stall.pass(49);
    expect(await stall.due()).toMatchObject({ appeals_escalate: { escalated: 1 } });
    expect(await stall.due()).toMatchObject({ appeals_escalate: { escalated: 0 } });
    const seen = await shop.call(getAppeal, { params: { appealId: appeal.id } });
    expect(seen).toMatchObject({ state: 'escalated', overdue: false });
    const newer = await appealOn(await blocked());
    const queue = await stall.operator.call(listReviews, { query: { kind: 'appeal' } });
    expect(queue.items.map((item) => item.appeal?.id).slice(0, 2)).toEqual([appeal.id, newer.id]);
    const history = await shop.call(listMerchantHistory, { query: { limit: 100 } });
    expect(history.items.some((entry) => entry.what === 'appeal_escalated' && entry.subject === appeal.id)).toBe(true);
    expect(await stall.operator.call(decideAppeal, { params: { appealId: appeal.id }, body: { decision: 'upheld', reason: '看过了，维持。' } })).toMatchObject({ state: 'decided' });
  });

  test('of another shop does not exist for a merchant', async () => {
    const appeal = await appealOn(await blocked());
    const stranger = await stall.openShop('别家');
    expect(await stranger.ask(getAppeal, { params: { appealId: appeal.id } })).toMatchObject({ ok: false, status: 404 });
    expect((await stranger.call(listAppeals)).items).toEqual([]);
  });
});

describe('a finding that waits for a person', () => {
  const WAITS = { title: '亚麻卷帘', category: '家居/窗饰' };

  async function waiting(): Promise<{ productId: ProductId; ruleId: string }> {
    await stock(shop, VASE, { ...WAITS, title: `${WAITS.title} ${Math.random()}` });
    const { items } = await stall.operator.call(listReviews, { query: { kind: 'review' } });
    const [item] = items;
    if (item === undefined) throw new Error('nothing waits for review');
    return { productId: item.productId, ruleId: item.ruleId };
  }

  test('stands in the queue with a due time, and opens or closes as the reviewer says', async () => {
    const first = await waiting();
    const refused = await stall.operator.call(decideReview, { body: { ...first, accept: false, reason: '不能确认，先不放行。' } });
    expect(refused.outcomes.some((one) => one.outcome === 'blocked')).toBe(true);
    const second = await waiting();
    const accepted = await stall.operator.call(decideReview, { body: { ...second, accept: true, reason: '看过，不属于这条规则。' } });
    expect(accepted.outcomes.length).toBeGreaterThan(0);
    expect(await stall.operator.ask(decideReview, { body: { ...second, accept: true, reason: '再来一次' } })).toMatchObject({ ok: false, code: 'wrong_state' });
    const { id } = await verdictOf(shop, second.productId, 'US');
    expect(await stall.operator.call(whyOperator, { params: { id } })).toMatchObject({ replayed: true });
  });

  test('left alone is escalated once when its time is over, comes first, and the merchant is told', async () => {
    stall.pass(200);
    await stall.due();
    const before = await stall.operator.call(listReviews, { query: { kind: 'review', limit: 100 } });
    const productId = await stock(shop, VASE, { ...WAITS, title: `${WAITS.title} ${Math.random()}` });
    stall.pass(47);
    expect(await stall.due()).toMatchObject({ reviews_escalate: { escalated: 0 } });
    stall.pass(2);
    expect(await stall.due()).toMatchObject({ reviews_escalate: { escalated: 1 } });
    expect(await stall.due()).toMatchObject({ reviews_escalate: { escalated: 0 } });
    await stock(shop, VASE, { ...WAITS, title: `${WAITS.title} ${Math.random()}` });
    const { items } = await stall.operator.call(listReviews, { query: { kind: 'review', limit: 100 } });
    const place = items.findIndex((item) => item.productId === productId);
    expect(items[place]).toMatchObject({ escalated: true, overdue: false });
    expect(items.slice(0, place).every((item) => item.escalated)).toBe(true);
    expect(items.length).toBeGreaterThan(before.items.length + 1);
    const history = await shop.call(listMerchantHistory, { query: { limit: 100 } });
    expect(history.items.filter((entry) => entry.what === 'review_escalated' && entry.subject === productId)).toHaveLength(1);
    const { ruleId } = items[place] ?? { ruleId: '' };
    await stall.operator.call(decideReview, { body: { productId, ruleId, accept: true, reason: '看过，可以。' } });
  });
});
