import { answerInvitation, listMyInvitations, openCohort, previewCohort } from '#contract/cohorts.ts';
import { getProductListings } from '#contract/listings.ts';
import { publishNote } from '#contract/notes.ts';
import { addDocument, createProduct, giveFact, setPricingPolicy } from '#contract/products.ts';
import { registerMerchant } from '#contract/session.ts';
import { getFeed, getListing } from '#contract/storefront.ts';
import { setSwitch } from '#contract/switches.ts';
import { listMerchantHistory } from '#contract/accounts.ts';
import { isId } from '#core/ids/id.ts';
import { MARKETS } from '#core/market/market.ts';
import { given, prover, type StepProof, type Story } from './story.ts';

/** Steps 1 to 6: invited, opened, screened, worded, priced, live. */

/** The newcomer's sign-in; the address carries the run. */
export const PASSWORD = 'journey-pillow-2026';
export const emailOf = (run: string) => `journey-${run}@demo.example`;

/** What the newcomer sells. Whether it holds a battery is not said, so that a question is asked. */
const PILLOW = {
  title: '便携U型枕记忆棉护颈枕旅行飞机午睡', description: '慢回弹记忆棉，两侧加高托住下巴，枕套可拆洗，收纳后只有水杯大小。', category: '旅行/旅行用品', originCountry: 'CN',
  attributes: { 材质: '记忆棉', 面料: '涤纶95% 氨纶5%', 净重: '320g', 尺寸: '30×28×12cm' },
  facts: { weightGrams: 320, lengthMm: 300, widthMm: 280, heightMm: 120, materials: [{ name: 'polyester', percent: 95 }, { name: 'elastane', percent: 5 }], battery: { kind: 'none' as const }, aerosol: false, magnet: false, radio: false, laser: false, liquidMl: 0, powderGrams: 0 },
  variants: [
    { sku: 'grey', options: { 颜色: '灰色' }, price: { minor: '9900', currency: 'CNY' as const }, stock: 24 },
    { sku: 'blue', options: { 颜色: '蓝色' }, price: { minor: '9900', currency: 'CNY' as const }, stock: 12 },
  ],
};

/** Looks for own design made by hand, and nothing else: on the demo marketplace only the journey's own shop is both, so nobody else is bothered. */
const POLICY = { places: 50, minimumScore: 100, weights: { originalDesign: 5, craft: 5, patents: 0, noteMentions: 0, repeatBuyers: 0 }, refundsPpmMax: 80_000 };

export async function inviteTheNewcomer(story: Story): Promise<StepProof> {
  const { proved, prove } = prover();
  const email = emailOf(story.run);
  const { merchantId } = await story.merchant.call(registerMerchant, { body: { shopName: `云朵小作 ${story.run.slice(0, 6)}`, personName: '林小满', city: '苏州', email, password: PASSWORD, originalDesign: true, craft: true } });
  story.merchantId = merchantId;
  await story.merchant.signIn(email, PASSWORD);
  const product = await story.merchant.call(createProduct, { body: { ...PILLOW, images: ['/media/products/yunduo-upillow/1.svg'] } });
  story.productId = product.id;
  story.variantId = given(product.variants[0]?.id, 'variant');
  const preview = await story.operator.call(previewCohort, { body: { policy: POLICY } });
  const picked = preview.picked.find((one) => one.merchantId === merchantId);
  prove('the policy picks the shop with one product and no order', picked?.productCount === 1 && picked.domesticOrders === 0, picked);
  prove('it does not ask for selling experience: nobody with thousands of orders comes before it', preview.picked[0]?.merchantId === merchantId || (preview.picked[0]?.domesticOrders ?? 0) === 0, preview.picked[0]);
  prove('the operator reads why', (picked?.reasons.length ?? 0) > 0);
  await story.operator.call(openCohort, { body: { name: `Journey ${story.run.slice(0, 8)}`, markets: [...MARKETS], policy: POLICY, feePlan: 'cross-border-2026' } });
  const { items } = await story.merchant.call(listMyInvitations);
  const invitation = given(items.find((one) => one.state === 'sent'), 'invitation');
  prove('the merchant reads why it was invited, in Chinese', invitation.reasons.every((reason) => /[\u4E00-\u9FFF]/.test(reason.text['zh-Hans'])));
  return { step: 1, title: 'A cohort looks for distinctive goods and invites the newcomer', proved, facts: { merchantId, score: invitation.score, reasons: invitation.reasons.map((reason) => reason.text['zh-Hans']) } };
}

export async function openTheSwitch(story: Story): Promise<StepProof> {
  const { proved, prove } = prover();
  const { items } = await story.merchant.call(listMyInvitations);
  const invitation = given(items.find((one) => one.state === 'sent'), 'invitation');
  const accepted = await story.merchant.call(answerInvitation, { params: { invitationId: invitation.id }, body: { accept: true } });
  prove('the invitation is accepted', accepted.state === 'accepted');
  const opened = await story.merchant.call(setSwitch, { body: { state: 'open' } });
  prove('one switch opens export for the whole shop', opened.shop?.state === 'open' && opened.markets.every((market) => market.open));
  const narrowed = await story.merchant.call(setSwitch, { body: { market: 'MO', state: 'paused', reason: '先看看香港' } });
  prove('another narrows it to some markets', narrowed.markets.find((one) => one.market === 'MO')?.open === false && narrowed.markets.find((one) => one.market === 'HK')?.open === true);
  const again = await story.merchant.call(setSwitch, { body: { market: 'MO', state: 'open' } });
  prove('and opens again at once', again.markets.every((market) => market.open));
  const history = await story.merchant.call(listMerchantHistory);
  prove('every turn is in the history, with who and why', history.items.filter((entry) => entry.what.startsWith('switch_')).length === 3 && history.items.some((entry) => entry.why?.['zh-Hans'] === '先看看香港'));
  return { step: 2, title: 'One switch opens export; others narrow it', proved, facts: { markets: again.markets.map(({ market, live, held, off }) => ({ market, live, held, off })) } };
}

/** A child's toy without an age: the question every market's rules turn on. */
const ASKING = { title: '卡通小熊毛绒玩具抱枕公仔', description: '柔软短毛绒，填充棉。', category: '玩具/毛绒玩具', originCountry: 'CN', attributes: { 材质: '涤纶100%', 净重: '260g' }, facts: { weightGrams: 260, lengthMm: 260, widthMm: 200, heightMm: 120 }, variants: [{ sku: 'bear', options: {}, price: { minor: '5900', currency: 'CNY' as const }, stock: 8 }] };
/** A weapon in Hong Kong, prohibited by name. */
const REFUSED = { title: '弹簧刀户外求生折叠刀快开', description: '按钮快开。', category: '旅行/户外刀具', originCountry: 'CN', attributes: { 材质: '不锈钢' }, facts: { weightGrams: 150, bladeMm: 90, battery: { kind: 'none' as const } }, variants: [{ sku: 'knife', options: {}, price: { minor: '12900', currency: 'CNY' as const }, stock: 3 }] };

export async function screenEverything(story: Story): Promise<StepProof> {
  const { proved, prove } = prover();
  const pillow = await story.merchant.call(getProductListings, { params: { productId: given(story.productId, 'product') } });
  prove('the pillow has a verdict for every opened market', MARKETS.every((market) => pillow.listings.some((listing) => listing.market === market && listing.verdict !== null)));
  prove('the pillow may go everywhere', pillow.listings.every((listing) => listing.verdict?.outcome.startsWith('allowed')), outcomes(pillow.listings));
  const knife = await story.merchant.call(createProduct, { body: REFUSED });
  const refused = await story.merchant.call(getProductListings, { params: { productId: knife.id } });
  const hongKong = given(refused.listings.find((listing) => listing.market === 'HK')?.verdict, 'verdict of the knife');
  const finding = given(hongKong.findings.find((one) => one.outcome === 'blocked'), 'finding');
  prove('a flick knife is refused for Hong Kong with the rule, its source and the words it rests on', hongKong.outcome === 'blocked' && finding.citation !== '' && finding.because.some((fact) => fact.span?.text.includes('弹簧刀')), hongKong);
  prove('and with what to do and whom to ask', finding.fix !== null && finding.owner !== undefined);
  const toy = await story.merchant.call(createProduct, { body: ASKING });
  const asked = await story.merchant.call(getProductListings, { params: { productId: toy.id } });
  const waiting = given(asked.listings.find((listing) => listing.verdict?.outcome === 'needs_facts'), 'a verdict that asks');
  const question = given(waiting.verdict?.questions[0], 'question');
  prove('a toy without its age is asked about, not guessed', question.fact === 'minimumAgeMonths', waiting.verdict);
  await story.merchant.call(giveFact, { params: { productId: toy.id }, body: { fact: question.fact, value: GROWN_UP_MONTHS } });
  const answered = await story.merchant.call(getProductListings, { params: { productId: toy.id } });
  const after = given(answered.listings.find((listing) => listing.market === waiting.market)?.verdict, 'verdict after the answer');
  prove('answering flips it at once', after.outcome.startsWith('allowed'), after);
  const unitedStates = given(answered.listings.find((listing) => listing.market === 'US')?.verdict, 'US verdict');
  const stuffing = given(unitedStates.findings.find((one) => one.outcome === 'blocked'), 'finding on the stuffing');
  prove('the United States ask for a document on the stuffing, with the law and the smallest fix', stuffing.evidence.length > 0 && stuffing.minimalFix.length > 0, stuffing);
  for (const kind of stuffing.evidence) await story.merchant.call(addDocument, { params: { productId: toy.id }, body: { kind, number: 'URN-2026-04417' } });
  const documented = await story.merchant.call(getProductListings, { params: { productId: toy.id } });
  prove('with it on file the toy may go there too', documented.listings.find((listing) => listing.market === 'US')?.verdict?.outcome.startsWith('allowed') === true, outcomes(documented.listings));
  return { step: 3, title: 'Every product is allowed, refused with the rule, or asked about', proved, facts: { refusedBy: finding.ruleId, asked: question.ask['zh-Hans'], before: waiting.verdict?.outcome, after: after.outcome, documentFor: stuffing.ruleId } };
}

/** A thing for grown-ups to collect, in months: the words of the question say so. */
const GROWN_UP_MONTHS = 216;

function outcomes(listings: readonly Readonly<{ market: string; verdict: Readonly<{ outcome: string; findings: readonly Readonly<{ ruleId: string; outcome: string }>[] }> | null }>[]): string[] {
  return listings.map(({ market, verdict }) => `${market} ${verdict?.outcome}: ${verdict?.findings.map((finding) => `${finding.ruleId} ${finding.outcome}`).join(', ')}`);
}

export async function rewriteThePage(story: Story): Promise<StepProof> {
  const { proved, prove } = prover();
  const { listings } = await story.merchant.call(getProductListings, { params: { productId: given(story.productId, 'product') } });
  const english = given(listings.find((one) => one.market === 'US')?.wordings.find((one) => one.locale === 'en-US'), 'English page');
  const hongKong = given(listings.find((one) => one.market === 'HK')?.wordings.find((one) => one.locale === 'zh-Hant-HK'), 'Hong Kong page');
  prove('the English title holds no Chinese', english.title.length > 0 && !/[\u4E00-\u9FFF]/.test(english.title), english.title);
  prove('it says what the thing is', /pillow/i.test(english.title), english.title);
  prove('the Hong Kong title is in Traditional Chinese', hongKong.title.includes('護頸'), hongKong.title);
  prove('every part says who wrote it', english.provenance.length > 0 && hongKong.provenance.length > 0);
  return { step: 4, title: 'The page is rewritten for each market, beside the original', proved, facts: { original: PILLOW.title, 'en-US': english.title, 'zh-Hant-HK': hongKong.title, dropped: english.dropped } };
}

function sumOf(lines: readonly Readonly<{ amount: Readonly<{ minor: string }> }>[]): bigint {
  return lines.reduce((sum, line) => sum + BigInt(line.amount.minor), 0n);
}

export async function priceIt(story: Story): Promise<StepProof> {
  const { proved, prove } = prover();
  const productId = given(story.productId, 'product');
  const { listings } = await story.merchant.call(getProductListings, { params: { productId } });
  const us = given(listings.find((one) => one.market === 'US')?.quote, 'US quote');
  const buyer = given(us.buyer, 'buyer side');
  const merchant = given(us.merchant, 'merchant side');
  prove('the buyer’s lines add up to the total, in US dollars', sumOf(buyer.lines) === BigInt(buyer.total.minor) && buyer.total.currency === 'USD', buyer);
  prove('duty is shown by layer', buyer.lines.filter((line) => /duty|MFN|S301|S232/i.test(line.code)).length >= 2, buyer.lines.map((line) => line.code));
  prove('the merchant’s lines add up to the payout, in yuan', sumOf(merchant.lines) === BigInt(merchant.payout.minor) && merchant.payout.currency === 'CNY', merchant);
  prove('the fee plan’s two fees are among them', merchant.lines.filter((line) => /cross_border_service|platform_base/.test(line.code)).length === 2, merchant.lines.map((line) => line.code));
  await story.merchant.call(setPricingPolicy, { params: { productId }, body: { keepDomesticPrice: true, floorMinor: '3000' } });
  const kept = await story.merchant.call(getProductListings, { params: { productId } });
  const keptUs = given(kept.listings.find((one) => one.market === 'US')?.quote?.merchant, 'kept quote');
  story.quotedPayoutMinor = BigInt(keptUs.payout.minor);
  prove('the merchant may keep the domestic price, with a floor', keptUs.lines.some((line) => line.amount.minor === '9900'), keptUs.lines);
  return { step: 5, title: 'The price with every duty and fee, and beside it what the merchant receives', proved, facts: { total: buyer.total, payout: keptUs.payout, lines: buyer.lines.map((line) => `${line.label.en} ${line.amount.minor}`) } };
}

export async function goLive(story: Story): Promise<StepProof> {
  const { proved, prove } = prover();
  const productId = given(story.productId, 'product');
  const { listings } = await story.merchant.call(getProductListings, { params: { productId } });
  for (const listing of listings) if (isId('listing', listing.id)) story.listings[listing.market] = listing.id;
  prove('the pillow is live in all three markets', listings.length === 3 && listings.every((listing) => listing.state === 'live'), listings.map((listing) => [listing.market, listing.state, listing.reasons.map((reason) => reason.text.en)]));
  const page = await story.buyer.call(getListing, { params: { market: 'US', listingId: given(story.listings.US, 'US listing') } });
  prove('the storefront shows it in English with a final price', page.variants.every((variant) => variant.price !== null));
  const note = await story.creator.call(publishNote, { body: { title: `The pillow that fixed my red-eye ${story.run.slice(0, 6)}`, body: 'Eleven prototypes, one nurse who could not sleep on night trains. The chin rest is the whole trick: my head stopped dropping somewhere over Nevada.', tags: ['travel', 'redeye'], scene: 'travel', language: 'en', productIds: [productId], cover: '/media/products/yunduo-upillow/2.svg' } });
  story.noteId = note.id;
  prove('a note that shows it stands in the feed of each market where it is live', note.liveIn.length === 3, note.liveIn);
  const feed = await story.buyer.call(getFeed, { params: { market: 'US' }, query: { locale: 'en-US', limit: 12 } });
  prove('the newest note leads the feed', feed.items.some((item) => item.id === note.id));
  return { step: 6, title: 'Live in the storefront, and in the feed through a note', proved, facts: { listing: story.listings.US, note: note.id } };
}
