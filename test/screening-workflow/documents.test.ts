import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listMerchantHistory, listNotifications, whyMerchant } from '#contract/accounts.ts';
import { coverProducts, foreseeDocument, getDocument, listDocuments, putDocument, removeDocument, replaceDocument } from '#contract/documents.ts';
import { getLiveHistory } from '#contract/listings.ts';
import type { ProductId } from '#core/ids/id.ts';
import { notifyMerchants } from '#server/modules/accounts/notifier.ts';
import { drainOutbox } from '#server/platform/outbox.ts';
import { openStall, openTo, papersFor, PILLOW, stock, TOY, upload, verdictOf, type Shop, type Stall } from './stall.ts';

let stall: Stall;
let shop: Shop;
let toys: ProductId[];
let pillow: ProductId;
let papers: string[];

beforeAll(async () => {
  stall = await openStall();
  shop = await stall.openShop('积木小铺');
  toys = [await stock(shop, TOY), await stock(shop, TOY, { title: '儿童木制拼图玩具 3岁+' })];
  pillow = await stock(shop, PILLOW);
  papers = await papersFor(shop, toys[0] ?? 'prd_', 'US');
  for (const kind of papers.slice(1)) await shop.call(putDocument, { body: { kind, number: `T-${kind}`, coverage: { cover: 'named', productIds: toys } } });
}, 120_000);
afterAll(() => stall.close());

const outcomes = () => Promise.all(toys.map(async (toy) => (await verdictOf(shop, toy, 'US')).outcome));

describe('a document, put on file once', () => {
  test('is foretold to open exactly the products that wait for it alone, and does', async () => {
    const [kind = ''] = papers;
    expect(papers.length).toBeGreaterThan(1);
    expect(await outcomes()).toEqual(['blocked', 'blocked']);
    const coverage = { cover: 'all' as const };
    const foretold = await shop.call(foreseeDocument, { body: { kind, coverage } });
    expect(await outcomes()).toEqual(['blocked', 'blocked']);
    const before = await verdictOf(shop, pillow, 'US');
    const put = await shop.call(putDocument, { body: { kind, number: 'CN-2026-77', laboratory: '国检', batch: 'B1', expires: '2026-10-20', fileId: await upload(shop), coverage } });
    expect(put.effect).toEqual(foretold);
    expect(foretold).toMatchObject({ opens: 2, covers: 3 });
    expect(foretold.products.map((one) => one.id).sort()).toEqual([...toys].sort());
    for (const outcome of await outcomes()) expect(['allowed', 'allowed_with_conditions']).toContain(outcome);
    // What does not read the document was not decided again.
    expect((await verdictOf(shop, pillow, 'US')).id).toBe(before.id);
  });

  test('is shown with what rests on it, and its verdict replays', async () => {
    const { items, kinds } = await shop.call(listDocuments);
    const [first] = items;
    expect(first).toMatchObject({ number: 'CN-2026-77', laboratory: '国检', state: 'valid', coversAll: true, effect: { opens: 2 } });
    expect(kinds.length).toBeGreaterThan(100);
    const { listingId } = await verdictOf(shop, toys[0] ?? 'prd_', 'US');
    expect(await shop.call(whyMerchant, { params: { id: listingId } })).toMatchObject({ replayed: true });
  });

  test('cannot name another shop’s file or product, nor a kind nobody knows', async () => {
    const stranger = await stall.openShop('旁观者');
    const body = { kind: papers[0] ?? '', number: '1', coverage: { cover: 'all' as const } };
    expect(await stranger.ask(putDocument, { body: { ...body, fileId: await upload(shop) } })).toMatchObject({ ok: false, status: 404 });
    expect(await stranger.ask(putDocument, { body: { ...body, coverage: { cover: 'named', productIds: toys } } })).toMatchObject({ ok: false, status: 404 });
    expect(await stranger.ask(putDocument, { body: { ...body, kind: 'a_letter_from_my_mother' } })).toMatchObject({ ok: false, code: 'unknown_document_kind' });
    expect((await stranger.call(listDocuments)).items).toEqual([]);
  });

  test('warns 30 and 7 days before it expires, once each', async () => {
    stall.pass(24 * 22);
    expect(await stall.due()).toMatchObject({ documents_expire: { warned: 1, expired: 0 } });
    expect(await stall.due()).toMatchObject({ documents_expire: { warned: 0 } });
    stall.pass(24 * 21);
    expect(await stall.due()).toMatchObject({ documents_expire: { warned: 1, expired: 0 } });
    await drainOutbox(stall.served.marketplace.system, notifyMerchants);
    const { items } = await shop.call(listNotifications);
    expect(items.filter((item) => item.text['zh-Hans'].includes('到期')).map((item) => item.path)).toEqual(['/merchant/documents', '/merchant/documents']);
    for (const outcome of await outcomes()) expect(['allowed', 'allowed_with_conditions']).toContain(outcome);
  });

  test('closes exactly what rested on it the day after its last, and says so in the history and in the count of live listings', async () => {
    const before = await verdictOf(shop, pillow, 'US');
    stall.pass(24 * 7);
    const did = await stall.due();
    expect(did).toMatchObject({ documents_expire: { expired: 1, closed: 2 } });
    expect(await outcomes()).toEqual(['blocked', 'blocked']);
    expect((await verdictOf(shop, pillow, 'US')).id).toBe(before.id);
    expect(await stall.due()).toMatchObject({ documents_expire: { expired: 0 } });
    const history = await shop.call(listMerchantHistory, { query: { limit: 100 } });
    expect(history.items.filter((entry) => entry.what === 'document_expired')).toHaveLength(1);
    expect(history.items.filter((entry) => entry.what === 'verdict_changed' && entry.why?.en.startsWith('Document expired'))).not.toEqual([]);
    const live = await shop.call(getLiveHistory, { query: { days: 2 } });
    const expired = live.causes.find((cause) => cause.text.en.startsWith('Document expired'));
    expect(expired).toMatchObject({ net: -live.causes.reduce((sum, cause) => sum + cause.gone, 0) });
    expect(live.before + live.causes.reduce((sum, cause) => sum + cause.net, 0)).toBe(live.now);
  });

  test('replaced by a newer one opens them again, without a moment in between', async () => {
    const [expired] = (await shop.call(listDocuments)).items;
    if (expired === undefined) throw new Error('no document');
    const { document } = await shop.call(replaceDocument, { params: { documentId: expired.id }, body: { number: 'CN-2027-01', expires: '2028-01-01' } });
    for (const outcome of await outcomes()) expect(['allowed', 'allowed_with_conditions']).toContain(outcome);
    expect(document).toMatchObject({ coversAll: true, effect: { opens: 2 } });
    expect(await shop.call(getDocument, { params: { documentId: expired.id } })).toMatchObject({ state: 'removed', replacedBy: document.id });
    expect(await shop.ask(removeDocument, { params: { documentId: expired.id } })).toMatchObject({ ok: false, code: 'wrong_state' });
  });

  test('narrowed to one product closes the other; taken off file it closes the last', async () => {
    const [held] = (await shop.call(listDocuments)).items.filter((item) => item.number === 'CN-2027-01');
    if (held === undefined) throw new Error('no document');
    const [first = 'prd_', second = 'prd_'] = toys;
    await shop.call(coverProducts, { params: { documentId: held.id }, body: { coverage: { cover: 'named', productIds: [first] } } });
    expect((await verdictOf(shop, second, 'US')).outcome).toBe('blocked');
    expect(await shop.call(removeDocument, { params: { documentId: held.id } })).toMatchObject({ closed: 1, document: { state: 'removed' } });
    expect(await outcomes()).toEqual(['blocked', 'blocked']);
    await openTo(shop, first, 'US');
    const { listingId } = await verdictOf(shop, first, 'US');
    expect(await shop.call(whyMerchant, { params: { id: listingId } })).toMatchObject({ replayed: true });
  });
});
