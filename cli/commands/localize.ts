import { parseArgs } from 'node:util';
import { productInput } from '#contract/product-facts.ts';
import { isMarket, LISTING_LOCALES, MARKETS, type ListingLocale, type Market } from '#core/market/market.ts';
import { localize } from '#core/wording/localize.ts';
import { loadTermbase } from '#server/platform/packs/terms.ts';
import { UsageError, type Command, type Console, type ExitCode } from '../command.ts';
import { answerLines } from '../json-lines.ts';

const TARGETS = LISTING_LOCALES.filter((locale) => locale !== 'zh-Hans');
const HOME_MARKET: Readonly<Record<ListingLocale, Market>> = { 'en-US': 'US', 'zh-Hant-HK': 'HK', 'zh-Hant-MO': 'MO', 'pt-MO': 'MO', 'zh-Hans': 'HK' };

/** `pilotage localize`: products in, their pages in another language out, one line each. */
export const localizeCommand: Command = {
  name: 'localize',
  summary: 'Write product pages in another language from the termbase, with checks and provenance',
  usage: `localize --to ${TARGETS.join('|')} [--market ${MARKETS.join('|')}] [--json] --in FILE`,
  run: runLocalize,
};

async function runLocalize(args: readonly string[], console: Console): Promise<ExitCode> {
  const options = readOptions(args);
  const to = LISTING_LOCALES.find((locale) => locale === options.to);
  if (to === undefined) throw new UsageError(`--to ${options.to ?? '(missing)'}: expected ${TARGETS.join(', ')}`);
  const market = options.market ?? HOME_MARKET[to];
  if (!isMarket(market)) throw new UsageError(`--market ${market}: expected ${MARKETS.join(', ')}`);
  const terms = loadTermbase();
  return answerLines(options.in, productInput, (product) => ({ ok: true, value: { id: product.id, ...localize(product, to, { market }, terms) } }), console);
}

function readOptions(args: readonly string[]): { to?: string | undefined; market?: string | undefined; in?: string | undefined } {
  try {
    return parseArgs({ args: [...args], options: { to: { type: 'string' }, market: { type: 'string' }, in: { type: 'string' }, json: { type: 'boolean' } } }).values;
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : String(cause));
  }
}
