import { canonicalJson } from '#core/decision/canonical-json.ts';
import type { LocalText } from '#core/market/market.ts';
import { pricesTurnBetween } from '#core/pricing/turning.ts';
import { refreshProducts } from '#server/modules/listings/service.ts';
import { recordEvent } from '#server/platform/events.ts';
import type { Context } from '#server/platform/operation.ts';
import { affectedBy } from './impact.ts';
import { currentPricing } from './pricing-editions.ts';

/** What a new day does to prices: duties, fees, lines and rates that begin or end on it quote again what they reach, and nothing else. */

const DAY_KEY = 'pricing_day';

/** Brings prices to today. Days on which it did not run are made up for in one go; running it again the same day does nothing. */
export async function turnPrices(context: Context): Promise<{ quoted: number }> {
  const { tx, at, system } = context;
  const today = at.toISOString().slice(0, 10);
  const row = await tx.selectFrom('setting').select('value').where('key', '=', DAY_KEY).forUpdate().executeTakeFirst();
  const last = row === undefined ? await oldestDay(context) : String(row.value);
  if (last !== null && last >= today) return { quoted: 0 };
  const value = canonicalJson(today);
  await tx.insertInto('setting').values({ key: DAY_KEY, value }).onConflict((conflict) => conflict.column('key').doUpdateSet({ value })).execute();
  const { packs } = await currentPricing(tx, system.packs);
  if (last === null || !pricesTurnBetween(packs, last, today)) return { quoted: 0 };
  const { differing } = await affectedBy(tx, { packs, at: `${last}T00:00:00.000Z` }, { packs, at: `${today}T00:00:00.000Z` });
  const touched = [...new Set(differing.map(({ stored }) => stored.productId))];
  await refreshProducts(context, touched, causeOn(today));
  if (touched.length > 0) await recordEvent(context, { kind: 'prices_turned', subject: DAY_KEY, data: { day: today, quoted: touched.length } });
  return { quoted: touched.length };
}

/** Before the first time: the day of the oldest price that is shown; null while there are none. */
async function oldestDay({ tx }: Context): Promise<string | null> {
  const oldest = await tx.selectFrom('quote').select((select) => select.fn.min('at').as('at')).where('supersededAt', 'is', null).executeTakeFirst();
  return oldest?.at?.toISOString().slice(0, 10) ?? null;
}

function causeOn(day: string): LocalText {
  return { 'zh-Hans': `${day} 起生效的税率或费率`, 'zh-Hant': `${day} 起生效的稅率或費率`, en: `Duties or fees in force from ${day}` };
}
