import { sql } from 'kysely';
import type { z } from 'zod';
import type { getManifest as getRoute, listManifests as listRoute } from '#contract/hub.ts';
import { localText } from '#contract/shapes.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import { csvText } from '#server/platform/csv.ts';
import type { Context } from '#server/platform/operation.ts';
import { renderManifest } from '#server/providers/papers/manifest.ts';
import { HUB_SITE } from './hub-site.ts';

/** What left by a line on a day, for the driver to sign, and what should still leave. A day is the hub's. */

type ManifestView = z.output<typeof getRoute.reply>;
type Which = Readonly<{ day: string; lineCode: string }>;

type Row = Readonly<{ day: string | null; lineCode: string; lineName: unknown; code: string; trackingNumber: string; city: string; region: string; market: string; grossGrams: number; pieces: number; state: string; handedOverAt: Date | null }>;

const DAYS_LISTED = 14;

/** Parcels handed over lately, and every one that is packed and still here. */
async function parcelsOf({ tx, at }: Context, which: Which | null): Promise<readonly Row[]> {
  const since = new Date(at.getTime() - DAYS_LISTED * 86_400_000);
  const { rows } = await sql<Row>`
    select to_char(p.handed_over_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day, p.line->'line'->>'code' as "lineCode", p.line->'line'->'name' as "lineName", p.code, p.tracking_number as "trackingNumber",
      o.address->>'city' as city, o.address->>'region' as region, p.market, (p.measured->>'weightGrams')::int as "grossGrams", p.state, p.handed_over_at as "handedOverAt",
      (select coalesce(sum(l.quantity), 0)::int from order_line l where l.order_id = p.order_id) as pieces
    from export_parcel p join "order" o on o.id = p.order_id
    where p.state = 'packed' or (p.handed_over_at is not null and ${which === null ? sql`p.handed_over_at >= ${since}` : sql`to_char(p.handed_over_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') = ${which.day}`})
    order by p.handed_over_at, p.id`.execute(tx);
  return which === null ? rows : rows.filter((row) => row.lineCode === which.lineCode);
}

/** The days of the last two weeks, each line by itself, newest first. */
export async function listManifests(context: Context): Promise<z.output<typeof listRoute.reply>> {
  const rows = await parcelsOf(context, null);
  const left = rows.filter((row) => row.day !== null);
  const groups = Map.groupBy(left, (row) => `${row.day ?? ''} ${row.lineCode}`);
  const items = [...groups.values()].flatMap((own) => {
    const [first] = own;
    return first === undefined || first.day === null ? [] : [{ day: first.day, lineCode: first.lineCode, lineName: localText.parse(first.lineName), parcels: own.length, grossGrams: own.reduce((sum, row) => sum + row.grossGrams, 0) }];
  });
  return { waiting: rows.length - left.length, items: items.toSorted((one, other) => (one.day === other.day ? (one.lineCode < other.lineCode ? -1 : 1) : one.day < other.day ? 1 : -1)) };
}

/** One manifest with what of its line is packed and not handed over. Fails with `not_found` when the line carried nothing that day and nothing waits. */
export async function getManifest(context: Context, which: Which): Promise<Result<ManifestView>> {
  const rows = await parcelsOf(context, which);
  const [first] = rows;
  if (first === undefined) return refuse('not_found', { what: 'manifest' });
  const shown = (row: Row) => ({ code: row.code, trackingNumber: row.trackingNumber, to: [row.city, row.region, row.market].filter((part) => part !== '').join(', '), grossGrams: row.grossGrams, pieces: row.pieces, handedOverAt: row.handedOverAt?.toISOString() ?? null });
  return ok({ number: numberOf(which), ...which, lineName: localText.parse(first.lineName), parcels: rows.filter((row) => row.day !== null).map(shown), waiting: rows.filter((row) => row.day === null).map(shown) });
}

/** The same for the same line and day, however often it is printed. */
function numberOf({ day, lineCode }: Which): string {
  return `MF-${day.replaceAll('-', '')}-${lineCode.toUpperCase()}`;
}

/** The manifest as a PDF. Fails with `not_found`. */
export async function printManifest(context: Context, which: Which): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const found = await getManifest(context, which);
  if (!found.ok) return found;
  const { number, day, lineName, parcels } = found.value;
  return ok(Uint8Array.from(await renderManifest({ number, day, lineName: lineName['zh-Hans'], hubName: HUB_SITE.name, parcels })));
}

/** The manifest as CSV. Fails with `not_found`. */
export async function manifestCsv(context: Context, which: Which): Promise<Result<string>> {
  const found = await getManifest(context, which);
  if (!found.ok) return found;
  const rows = found.value.parcels.map((parcel) => [parcel.trackingNumber, parcel.code, parcel.to, String(parcel.pieces), (parcel.grossGrams / 1000).toFixed(3), parcel.handedOverAt ?? '']);
  return ok(csvText([['tracking', 'parcel', 'destination', 'pieces', 'gross_kg', 'handed_over_at'], ...rows]));
}
