import { parseArgs } from 'node:util';
import { productInput } from '#contract/product-facts.ts';
import { printVerdict } from '#contract/screening.ts';
import { isMarket, MARKETS } from '#core/market/market.ts';
import { screen } from '#core/screening/screen.ts';
import { loadRulePack } from '#server/platform/packs/rules.ts';
import { UsageError, type Command } from '../command.ts';
import { answerLines } from '../json-lines.ts';

const USAGE = 'pilotage screen --market US|HK|MO [--at YYYY-MM-DD] [--edition NAME] --in FILE';
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Screens products offline, under the same rules and with the same findings as the server. */
export const screenCommand: Command = {
  name: 'screen',
  summary: 'Say whether products may be exported to a market, and why',
  usage: USAGE,
  run: async (args, console) => {
    const { market, at, edition, in: path } = readArguments(args);
    const pack = loadRulePack(edition === undefined ? {} : { edition });
    return answerLines(path, productInput, (product) => ({ ok: true, value: printVerdict(product.id, screen(product, market, at, pack)) }), console);
  },
};

function readArguments(args: readonly string[]) {
  const { values } = parseCommandLine(args);
  if (values.market === undefined || !isMarket(values.market)) throw new UsageError(`--market is ${values.market ?? 'missing'}; expected one of ${MARKETS.join(', ')}`);
  const at = values.at ?? new Date().toISOString().slice(0, 10);
  if (!DAY.test(at) || Number.isNaN(Date.parse(at))) throw new UsageError(`--at is ${at}; expected a day such as 2026-12-01`);
  return { market: values.market, at, edition: values.edition, in: values.in };
}

function parseCommandLine(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: { market: { type: 'string' }, at: { type: 'string' }, edition: { type: 'string' }, in: { type: 'string' }, json: { type: 'boolean' } } });
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : String(cause));
  }
}
