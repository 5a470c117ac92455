import { uploadMerchantFile } from '#contract/accounts.ts';
import { decideAppeal, openAppeal, withdrawAppeal, type appealDecision } from '#contract/appeals.ts';
import { putDocument } from '#contract/documents.ts';
import { runDueWork } from '#contract/due-work.ts';
import { draftRules, publishEdition, replayEdition } from '#contract/editions.ts';
import type { Market } from '#core/market/market.ts';
import type { z } from 'zod';
import { evidencePhoto } from '../journey/photo.ts';
import type { Cast } from './accounts.ts';
import type { ProductIds } from './shelves.ts';
import { before, type Stage } from './stage.ts';

/** How the demo's shops prove and dispute what screening says of their goods, and how its operators change a rule. */

type DemoDocument = Readonly<{ shop: string; kind: string; number: string; laboratory?: string; batch?: string; daysAgo: number; expiresInDays?: number; cover: 'all' | 'asked' }>;

/** Documents put on file once for many products: one expires in three weeks, one within a week, one did yesterday. */
const DOCUMENTS: readonly DemoDocument[] = [
  { shop: 'chengdou', kind: 'cpsc_efiling', number: 'EF-26-081512', batch: '2026-08', daysAgo: 52, cover: 'asked' },
  { shop: 'maorong', kind: 'cpsc_efiling', number: 'EF-26-090377', batch: '2026-09', daysAgo: 47, expiresInDays: 21, cover: 'asked' },
  { shop: 'wuyi', kind: 'fda_entry_data', number: 'PC-31A-WY', daysAgo: 44, cover: 'all' },
  { shop: 'qingji', kind: 'pfas_free_declaration', number: 'PF-2611', laboratory: '华测检测', daysAgo: 41, expiresInDays: 6, cover: 'asked' },
  { shop: 'suli', kind: 'fibre_test', number: 'SH-F-260944', laboratory: '上海质检', batch: 'F26-3', daysAgo: 38, expiresInDays: 310, cover: 'asked' },
  { shop: 'subing', kind: 'fda_entry_data', number: 'PC-03B-SB', daysAgo: 36, expiresInDays: -1, cover: 'asked' },
];

export async function keepDocuments(stage: Stage, cast: Cast, anchor: Date): Promise<void> {
  const scan = await evidencePhoto('hub');
  for (const { shop, kind, number, laboratory, batch, daysAgo, expiresInDays, cover } of DOCUMENTS) {
    const actor = cast.merchants.get(shop);
    if (actor === undefined) throw new Error(`demo: no merchant ${shop}`);
    const at = before(anchor, daysAgo, 10);
    const { fileId } = await stage.run(actor, uploadMerchantFile, { body: scan }, at, `scan:${shop}:${kind}`);
    const expires = expiresInDays === undefined ? null : before(anchor, -expiresInDays).toISOString().slice(0, 10);
    await stage.run(actor, putDocument, { body: { kind, number, laboratory: laboratory ?? null, batch: batch ?? null, expires, fileId, coverage: { cover } } }, at, `document:${shop}:${kind}`);
  }
}

type Answer = Readonly<{ decision: z.output<typeof appealDecision>; reason: string } | 'withdrawn' | null>;
type DemoAppeal = Readonly<{ product: string; market: Market; ruleId: string; words: string; daysAgo: number; answer: Answer }>;

/** Appeals in every state: answered in each way, withdrawn, waiting, and one that nobody answered in time. */
const APPEALS: readonly DemoAppeal[] = [
  { product: 'suli-jeans', market: 'US', ruleId: 'TXT-US-024', words: '“显瘦”是国内买家最常搜的词，没有说任何人的身材不好。', daysAgo: 9, answer: { decision: 'upheld', reason: '对美国读者，评论身材的词本身就不受欢迎，广告也会被拒。建议改写成“直筒高腰”。' } },
  { product: 'gufeng-mug-cat', market: 'US', ruleId: 'CN-CITES-008', words: '玳瑁是猫的花色，杯子是陶瓷的，没有用龟壳。', daysAgo: 8, answer: { decision: 'whitelisted', reason: '看过照片和材质：陶瓷杯，玳瑁指三色猫。' } },
  { product: 'gufeng-plate', market: 'US', ruleId: 'US-FDA-RAD-062', words: '写的是盘子可以进微波炉，我们不卖微波炉。', daysAgo: 7, answer: { decision: 'accepted_once', reason: '陶瓷盘，不是电器。' } },
  { product: 'luye-mug', market: 'US', ruleId: 'CN-DG-032', words: '杯子可以放在气罐炉头上烧水，但不带气罐。', daysAgo: 6, answer: { decision: 'rule_edit', reason: '说得对：提到配套使用的气罐不等于卖气罐，这条规则要改。' } },
  { product: 'fute-neck-fan', market: 'US', ruleId: 'US-FCC-131', words: '风扇里只有一个小电机，应该不用声明吧？', daysAgo: 5, answer: 'withdrawn' },
  { product: 'shouzhang-stickers', market: 'US', ruleId: 'US-CBP-125', words: '这是贴纸，描述里的铅笔只是说可以用铅笔写字。', daysAgo: 3, answer: null },
  { product: 'xiaoya-bag', market: 'US', ruleId: 'US-FDA-FCM-044', words: '这是双肩包，奶瓶是放进侧袋的，不接触食品。', daysAgo: 1, answer: null },
  { product: 'weiguang-reed', market: 'US', ruleId: 'US-CPSC-094', words: '我们用的是水基香薰液，没有酒精。成分表可以补给你们看。', daysAgo: 1, answer: null },
];

/** A finding that screening has learned not to make any more is not there to be disputed: its appeal is left out of the story. */
const SETTLED = new Set(['nothing_to_appeal', 'not_found']);

export async function disputeFindings(stage: Stage, cast: Cast, anchor: Date, products: ProductIds): Promise<void> {
  for (const { product, market, ruleId, words, daysAgo, answer } of APPEALS) {
    const actor = cast.merchants.get(product.split('-', 1)[0] ?? '');
    const productId = products.get(product);
    if (actor === undefined || productId === undefined) throw new Error(`demo: no product ${product}`);
    const opened = await stage.attempt(actor, openAppeal, { body: { productId, market, ruleId, words } }, before(anchor, daysAgo, 2), `appeal:${product}`);
    if (!opened.ok && SETTLED.has(opened.problem.code)) continue;
    if (!opened.ok) throw new Error(`demo: appeal on ${product}: ${opened.problem.code}`);
    const params = { appealId: opened.value.id };
    const later = before(anchor, daysAgo, 22);
    if (answer === 'withdrawn') await stage.run(actor, withdrawAppeal, { params }, later, `withdraw:${product}`);
    else if (answer !== null) await stage.run(cast.operator, decideAppeal, { params, body: answer }, later, `decide:${product}`);
  }
}

/** The marketplace's own rule of style: words that turn into something else when they are translated word by word. */
const HOUSE_RULE = `rules:
  - id: TXT-MP-001
    markets: [US, HK, MO]
    outcome: prohibit
    when:
      claims: [懒人, 神器, 大姨妈]
    message:
      zh-Hans: “懒人”“神器”“大姨妈”这类俗语直译过去会冒犯人或说不通，平台不放上海外商品页。
      zh-Hant: 「懶人」「神器」「大姨媽」這類俗語直譯過去會冒犯人或說不通，平台不放上海外商品頁。
      en: Slang such as 懒人 (lazybones), 神器 (divine tool) or 大姨妈 (auntie) offends or makes no sense when translated; the marketplace keeps it off pages abroad.
    fix:
      kind: edit_text
      text:
        zh-Hans: 请改成说用途的话，例如“免手持”“经期”。
        zh-Hant: 請改成說用途的話，例如「免手持」「經期」。
        en: Say what it is for instead, such as “hands-free”.
    citation: Pilotage wording policy of November 2026
    confidence: verified
    owner: wording
`;

export async function changeRules(stage: Stage, cast: Cast, anchor: Date): Promise<void> {
  const drafted = await stage.run(cast.operator, draftRules, { body: { name: `${before(anchor, 2).toISOString().slice(0, 7)}-wording`, note: '海外页面的俗语', text: HOUSE_RULE } }, before(anchor, 3), 'rules:draft');
  const params = { editionId: drafted.edition.id };
  for (let slice = 0; ; slice += 1) {
    const replay = await stage.run(cast.operator, replayEdition, { params, body: {} }, before(anchor, 3, 1), `rules:replay:${slice}`);
    if (replay.state === 'done') break;
  }
  await stage.run(cast.operator, publishEdition, { params, body: {} }, before(anchor, 2), 'rules:publish');
}

/** What the clock brings up to the moment the story ends: documents expire, the appeal nobody answered is escalated. */
export async function letTimePass(stage: Stage, cast: Cast, anchor: Date): Promise<void> {
  await stage.run(cast.operator, runDueWork, {}, anchor, 'due-work');
}
