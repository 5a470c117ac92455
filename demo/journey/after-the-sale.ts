import { whyMerchant, whyOperator } from '#contract/accounts.ts';
import { leaveProgramme } from '#contract/cohorts.ts';
import { placeOrder, startCheckout } from '#contract/checkout.ts';
import { decideClaim, getMerchantClaim, getMyClaim, openClaim } from '#contract/claims.ts';
import { draftEdition, listEditions, previewEdition, publishEdition } from '#contract/editions.ts';
import { getProductListings } from '#contract/listings.ts';
import { businessDay } from '#core/ledger/statement.ts';
import { closeStatements, getLedgerProof, getMyStatement } from '#contract/statements.ts';
import { getListing } from '#contract/storefront.ts';
import { setSwitch } from '#contract/switches.ts';
import { given, prover, type StepProof, type Story } from './story.ts';
import { asFileId, BUYER, buyerPhoto } from './the-sale.ts';

/** Steps 10 to 13: claimed, settled, changed, explained. */

export async function claimIt(story: Story): Promise<StepProof> {
  const { proved, prove } = prover();
  const orderLineId = given(story.orderLineId, 'order line');
  const noReason = await story.buyer.call(openClaim, { body: { orderLineId, kind: 'no_reason', quantity: 1, description: 'Changed my mind.', photos: [] } });
  prove('a no-reason return is declined by the policy the buyer saw', noReason.state === 'declined' && noReason.reasons.length > 0, noReason);
  const photo = await buyerPhoto(story);
  const opened = await story.buyer.call(openClaim, { body: { orderLineId, kind: 'defective', quantity: 1, description: 'The seam of the chin rest opened on the first night.', photos: [asFileId(photo)] } });
  story.claimId = opened.id;
  if (opened.state === 'open' || opened.state === 'with_merchant') {
    await story.operator.call(decideClaim, { params: { claimId: opened.id }, body: { grant: true, fault: 'merchant', reason: '照片显示缝线开裂；入仓照片外观完好，属商品质量问题。' } });
  }
  const claim = await story.buyer.call(getMyClaim, { params: { claimId: opened.id } });
  prove('a quality claim with a photo is decided and refunded', claim.state === 'refunded' && BigInt(claim.refund?.minor ?? '0') > 0n, claim);
  const seen = await story.merchant.call(getMerchantClaim, { params: { claimId: opened.id } });
  prove('every share charged names its evidence', seen.faults.length > 0 && seen.faults.filter((share) => share.party === 'merchant').every((share) => share.evidence.length > 0), seen.faults);
  return { step: 10, title: 'A quality claim is refunded and charged to whoever caused it; a no-reason return is declined', proved, facts: { claim: opened.id, refund: claim.refund, faults: seen.faults.map(({ party, sharePpm, amount }) => ({ party, sharePpm, amount })) } };
}

export async function settleIt(story: Story): Promise<StepProof> {
  const { proved, prove } = prover();
  const merchantId = given(story.merchantId, 'merchant');
  const { items } = await story.operator.call(closeStatements, { body: { through: businessDay(new Date().toISOString()), merchantId } });
  const mine = given(items.find((one) => one.merchantId === merchantId), 'statement');
  story.statementId = mine.id;
  const statement = await story.merchant.call(getMyStatement, { params: { statementId: mine.id } });
  const sum = statement.lines.reduce((total, line) => total + BigInt(line.amount.minor), BigInt(statement.opening.minor));
  prove('the statement’s lines add up to what is owed', sum === BigInt(statement.payout.minor) || (sum <= 0n && statement.state === 'carried'), { sum: String(sum), payout: statement.payout, state: statement.state });
  const proof = await story.operator.call(getLedgerProof);
  prove('the ledger balances in every currency', proof.balanced && proof.currencies.every((currency) => currency.sum === '0'), proof.currencies);
  prove('re-derived balances equal the stored ones', proof.accounts.every((account) => account.stored === account.derived));
  return { step: 11, title: 'The statement, line by line; the ledger balances', proved, facts: { statement: mine.id, payout: statement.payout, lines: statement.lines.map((line) => `${line.label['zh-Hans']} ${line.amount.minor}`), transactions: proof.transactions, postings: proof.postings } };
}

export async function changeThings(story: Story): Promise<StepProof> {
  const { proved, prove } = prover();
  const listingId = given(story.listings.US, 'US listing');
  const page = await story.buyer.call(getListing, { params: { market: 'US', listingId } });
  const variant = given(page.variants.find((one) => one.stock > 0), 'variant');
  const order = { email: 'dana@demo.example', address: BUYER, payment: { provider: 'test' as const, token: 'tok_ok' }, policySeen: true as const };
  const checkout = await story.buyer.call(startCheckout, { body: { market: 'US', items: [{ listingId, variantId: variant.id, quantity: 1 }] } });
  await story.merchant.call(setSwitch, { body: { state: 'paused', reason: '出差三天' } });
  const refused = await story.buyer.ask(placeOrder, { params: { checkoutId: checkout.id }, body: order });
  prove('the very next checkout after a pause is refused politely', !refused.ok && refused.code === 'export_paused', refused);
  await story.merchant.call(setSwitch, { body: { state: 'open' } });
  const { programmes } = await story.operator.call(listEditions);
  const programme = given(programmes.find((row) => row.code === 'S301-FL') ?? programmes[0], 'a programme in force');
  const today = new Date().toISOString().slice(0, 10);
  const draft = await story.operator.call(draftEdition, { body: { name: `journey-${story.run}`, note: 'Announced increase', changes: [{ kind: 'programme_rate', heading: programme.heading, ratePpm: programme.ratePpm + 250_000, from: today, source: 'Journey: announced increase of the additional duty' }] } });
  const impact = await story.operator.call(previewEdition, { params: { editionId: draft.id } });
  prove('the operator sees what a new tariff edition would change', impact.changed > 0 && impact.samples.length > 0, impact);
  const published = await story.operator.call(publishEdition, { params: { editionId: draft.id } });
  prove('what changes is what was foreseen', published.changed === impact.changed, { foreseen: impact.changed, changed: published.changed });
  const { listings } = await story.merchant.call(getProductListings, { params: { productId: given(story.productId, 'product') } });
  const entry = listings.find((one) => one.market === 'US')?.history.find((one) => one.what === 'quote_changed');
  prove('the listing is quoted again, with the cause in its history', entry?.why?.en.includes(`journey-${story.run}`) === true, entry);
  // The story ends as it began: the rate goes back, as an edition of its own, for nothing published is ever edited.
  const back = await story.operator.call(draftEdition, { body: { name: `journey-${story.run}-back`, note: 'Increase withdrawn', changes: [{ kind: 'programme_rate', heading: programme.heading, ratePpm: programme.ratePpm, from: today, source: 'Journey: the announced increase was withdrawn' }] } });
  const restored = await story.operator.call(publishEdition, { params: { editionId: back.id } });
  prove('taking it back touches the same listings', restored.changed === published.changed, { changed: published.changed, restored: restored.changed });
  return { step: 12, title: 'A pause stops the next checkout; a new tariff edition re-quotes what it touches', proved, facts: { refusal: refused.ok ? null : refused.detail, foreseen: impact.changed, changed: published.changed, history: entry?.text.en } };
}

export async function explainIt(story: Story): Promise<StepProof> {
  const { proved, prove } = prover();
  const ids = { listing: given(story.listings.US, 'listing'), order: given(story.orderId, 'order'), payout: given(story.statementId, 'statement') };
  const chains: Record<string, string[]> = {};
  for (const [what, id] of Object.entries(ids)) {
    const chain = await story.operator.call(whyOperator, { params: { id } });
    prove(`the ${what} explains itself and comes out the same when recomputed`, chain.replayed && chain.steps.length > 0, chain.steps.map((step) => [step.kind, step.replayed]));
    chains[what] = chain.steps.map((step) => `${step.kind}: ${step.outcome}`);
  }
  const quote = given((await story.operator.call(whyOperator, { params: { id: ids.listing } })).steps.find((step) => step.kind === 'quote'), 'quote');
  const replayed = await story.operator.call(whyOperator, { params: { id: quote.id } });
  prove('so does the quote', replayed.steps.every((step) => step.replayed === true));
  const left = await story.merchant.call(leaveProgramme, { body: { reason: '故事讲完了' } });
  const { listings } = await story.merchant.call(getProductListings, { params: { productId: given(story.productId, 'product') } });
  prove('leaving is as easy as joining: every listing goes off at once', !left.enrolled && listings.every((listing) => listing.state === 'off'), listings.map((listing) => listing.state));
  const own = await story.merchant.ask(whyMerchant, { params: { id: ids.listing } });
  prove('the merchant reads the same chain of its own listing', own.ok);
  return { step: 13, title: 'Why: the chain of reasons, recomputed', proved, facts: chains };
}
