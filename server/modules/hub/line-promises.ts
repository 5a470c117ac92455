import { sql } from 'kysely';
import type { z } from 'zod';
import type { listLines as listRoute } from '#contract/hub.ts';
import { presentMoney } from '#server/modules/orders/present-money.ts';
import { currentPricing } from '#server/modules/editions/pricing-editions.ts';
import { money } from '#core/money/money.ts';
import { MARKET_PROFILES } from '#core/market/market.ts';
import type { Context } from '#server/platform/operation.ts';

/** The lines there are, and how well each keeps what it states. */

type Measured = Readonly<{ code: string; parcels: number; byMedian: number; byNinetieth: number; inTime: number; lost: number; returned: number }>;

/** Parcels of which the stated nine-in-ten day has passed: of those still under way then it is known that they were late. */
async function measured({ tx, at }: Context): Promise<readonly Measured[]> {
  const { rows } = await sql<Measured>`
    select p.line->'line'->>'code' as code, count(*)::int as parcels,
      count(*) filter (where p.delivered_at <= p.handed_over_at + (p.line->'line'->'days'->>0)::int * interval '33.6 hours')::int as "byMedian",
      count(*) filter (where p.delivered_at <= (p.line->'line'->>'arrivesBy')::timestamptz)::int as "byNinetieth",
      count(*) filter (where p.delivered_at <= o.promised_by)::int as "inTime",
      count(*) filter (where p.state = 'lost')::int as lost, count(*) filter (where p.state = 'returned')::int as returned
    from export_parcel p join "order" o on o.id = p.order_id
    where p.handed_over_at is not null and (p.line->'line'->>'arrivesBy')::timestamptz < ${at}
    group by 1`.execute(tx);
  return rows;
}

export async function listLines(context: Context): Promise<z.output<typeof listRoute.reply>> {
  const { tx, at, system } = context;
  const day = at.toISOString().slice(0, 10);
  const { packs } = await currentPricing(tx, system.packs);
  const counts = await measured(context);
  const lines = packs.lines.filter((line) => line.from <= day && (line.to === null || day <= line.to));
  return {
    edition: packs.edition,
    items: lines.map((line) => {
      const { code, name, market, days, cutOff, carries, source } = line;
      const found = counts.find((one) => one.code === code) ?? null;
      return {
        code, name, market, medianDays: days[0], ninetiethDays: days[1], cutOff, battery: carries.battery, liquid: carries.liquid, powder: carries.powder, source,
        maximumGrams: Number(line.maximumGrams), longestMm: Number(line.longestMm), girthMm: line.girthMm === null ? null : Number(line.girthMm), valueLimit: line.valueLimitMinor === null ? null : presentMoney(money(line.valueLimitMinor, MARKET_PROFILES[market].currency)),
        firstWeight: presentMoney(money(line.firstMinor, 'CNY')), perKilogram: presentMoney(money(line.perKgMinor, 'CNY')), perParcel: presentMoney(money(line.perParcelMinor, 'CNY')),
        kept: found === null ? null : { parcels: found.parcels, byMedian: found.byMedian, byNinetieth: found.byNinetieth, inTime: found.inTime, lost: found.lost, returned: found.returned },
      };
    }),
  };
}
