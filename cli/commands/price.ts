import { parseArgs } from 'node:util';
import type { z } from 'zod';
import { priceInput } from '#contract/landed-cost.ts';
import { isMarket, type Market } from '#core/market/market.ts';
import type { Money } from '#core/money/money.ts';
import { quote } from '#core/pricing/quote.ts';
import type { QuoteInput } from '#core/pricing/quote-shape.ts';
import { bestCode, classifyProduct, knownFacts, quoteInputOf } from '#server/modules/listings/decide.ts';
import { scheduleOf } from '#server/platform/packs/headings.ts';
import { loadPacks, type Packs } from '#server/platform/packs/packs.ts';
import { loadPricingPacks } from '#server/platform/packs/pricing.ts';
import { UsageError, type Command } from '../command.ts';
import { answerLines, type LineAnswer } from '../json-lines.ts';
import { statedQuantities, tariffOf } from './duty.ts';

type PriceLine = z.output<typeof priceInput>;
type Asked = Readonly<{ market: Market; at: string; feePlan: string; packs: Packs }>;

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The code a line is priced under: the one it states, or the first that classification finds, with how sure it is. */
function codeOf(line: PriceLine, asked: Asked): Readonly<{ hts: string | null; confidence: number | null }> {
  if (line.hts !== null && line.hts !== undefined) return { hts: line.hts, confidence: null };
  const found = classifyProduct(line, asked.packs, asked.packs.schedule);
  return { hts: bestCode(found), confidence: found.candidates[0]?.confidence ?? null };
}

function inputOf(line: PriceLine, facts: ReturnType<typeof knownFacts>, hts: string | null, price: Money, asked: Asked): QuoteInput {
  const policy = line.policy ?? {};
  const input = quoteInputOf(line, facts, asked.market, hts, price.minor, { feePlan: asked.feePlan, keepDomesticPrice: policy.keepDomesticPrice ?? policy.targetMarginPpm === undefined, floorMinor: policy.floorMinor ?? null });
  const alcohol = line.facts?.['alcoholPercent'];
  return {
    ...input,
    price,
    policy: { ...input.policy, targetMarginPpm: policy.targetMarginPpm },
    quantities: statedQuantities(line.quantities),
    metal: line.metal ? { kind: line.metal.kind, weightPpm: line.metal.weightPercent, value: line.metal.value } : null,
    abvPpm: typeof alcohol === 'number' ? BigInt(Math.round(alcohol * 10_000)) : null,
    line: line.line ?? null,
    discountPpm: line.discountPercent ?? undefined,
  };
}

/** Prices every variant that states a price; the line's own answer is the first of them. */
function answer(line: PriceLine, asked: Asked): LineAnswer {
  const { hts, confidence } = codeOf(line, asked);
  const facts = knownFacts(line, asked.packs);
  const quotes = (line.variants ?? []).flatMap(({ sku, price }) => {
    if (price === null || price === undefined) return [];
    const made = quote(inputOf(line, facts, hts, price, asked), asked.packs.pricing, asked.at);
    return [{ sku, ...made, dutyLayers: made.dutyLayers.map((layer) => ({ ...layer, ratePpm: Number(layer.ratePpm) })) }];
  });
  const [first] = quotes;
  if (first === undefined) return { ok: false, error: { code: 'price_missing', field: 'variants', message: 'no variant states a price; expected variants[].price in CNY' } };
  return { ok: true, value: { id: line.id, market: asked.market, ...first, classification: { hts, confidence }, ...(quotes.length > 1 && { variants: quotes }) } };
}

function packsOf(directory: string | undefined): Packs {
  const packs = loadPacks();
  if (directory === undefined) return packs;
  const tariff = tariffOf({ directory });
  return { ...packs, schedule: scheduleOf(tariff), pricing: loadPricingPacks(tariff) };
}

export const priceCommand: Command = {
  name: 'price',
  summary: 'What buyers pay and what merchants receive, itemised',
  usage: 'price --market US|HK|MO [--at DATE] [--plan NAME] [--data DIR] --in FILE',
  run: async (args, console) => {
    const { values } = parseArgs({
      args: [...args],
      options: { in: { type: 'string' }, market: { type: 'string' }, at: { type: 'string' }, plan: { type: 'string' }, data: { type: 'string' }, json: { type: 'boolean' } },
    });
    const market = values.market ?? '';
    if (!isMarket(market)) throw new UsageError(`--market: got "${market}", expected US, HK or MO`);
    const at = values.at ?? new Date().toISOString().slice(0, 10);
    if (!DAY.test(at) || Number.isNaN(Date.parse(at))) throw new UsageError(`--at: got "${at}", expected a day such as 2026-08-15`);
    const packs = packsOf(values.data);
    const plans = packs.pricing.feePlans.map((plan) => plan.plan);
    const feePlan = values.plan ?? plans[0] ?? '';
    if (!plans.includes(feePlan)) throw new UsageError(`--plan: got "${feePlan}", expected one of ${plans.join(', ')}`);
    return answerLines(values.in, priceInput, (line) => answer(line, { market, at, feePlan, packs }), console);
  },
};
