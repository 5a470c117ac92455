import * as contract from '#contract/storefront.ts';
import { MARKET_PROFILES, type ListingLocale, type Market } from '#core/market/market.ts';
import { ok } from '#core/result.ts';
import { implement, type Operation } from '#server/platform/operation.ts';
import { claimPolicyOf } from './claim-policy.ts';
import { readFeed, readListings, readNote } from './feed.ts';
import { readListingPage } from './listing-page.ts';

/** The page language asked for, if the market offers it, else its first. */
function localeFor(market: Market, asked: ListingLocale | undefined): ListingLocale {
  const { locales } = MARKET_PROFILES[market];
  const offered: readonly ListingLocale[] = market === 'MO' ? [...locales, 'zh-Hant-MO'] : locales;
  return asked !== undefined && offered.includes(asked) ? asked : locales[0];
}

export const storefrontOperations: readonly Operation[] = [
  implement(contract.getFeed, async (call) => ok(await readFeed(call, call.params.market, localeFor(call.params.market, call.query.locale), call.query))),
  implement(contract.getNote, (call) => readNote(call, call.params.market, localeFor(call.params.market, call.query.locale), call.params.noteId)),
  implement(contract.listListings, async (call) => ok(await readListings(call, call.params.market, localeFor(call.params.market, call.query.locale), call.query))),
  implement(contract.getListing, (call) => readListingPage(call, call.params.market, localeFor(call.params.market, call.query.locale), call.params.listingId)),
  implement(contract.getClaimPolicy, async (call) => ok(claimPolicyOf(call, call.params.market))),
];
