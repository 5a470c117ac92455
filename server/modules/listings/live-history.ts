import { z } from 'zod';
import type { liveHistory, listVerdicts as verdictsRoute } from '#contract/listings.ts';
import { localText } from '#contract/shapes.ts';
import { canonicalJson } from '#core/decision/canonical-json.ts';
import { isId, type MerchantId, type ProductId } from '#core/ids/id.ts';
import type { Market } from '#core/market/market.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import type { Context } from '#server/platform/operation.ts';

/** How the count of live listings moved and why: read off the events by which listings went live and off. */

export type LiveHistory = z.output<typeof liveHistory>;
type Asked = Readonly<{ days: number; market?: Market | undefined; merchantId?: MerchantId | undefined }>;

const data = z.looseObject({ listingId: z.string(), cause: localText, before: z.enum(['live', 'held', 'off']).nullish() });
type Move = Readonly<{ day: string; delta: 1 | -1; cause: z.output<typeof localText>; listingId: string; productId: string; market: Market }>;

const DAY_MS = 86_400_000;
const LISTED = 12;

/** The count at the end of each of the last days, and what moved it, the largest cause first. Row-level security keeps a merchant to its own. */
export async function readLiveHistory(context: Context, asked: Asked): Promise<LiveHistory> {
  const today = context.at.toISOString().slice(0, 10);
  const first = new Date(Date.parse(today) - (asked.days - 1) * DAY_MS);
  const moves = await loadMoves(context, first, asked);
  const now = await countLive(context, asked);
  const net = moves.reduce((sum, move) => sum + move.delta, 0);
  const days: LiveHistory['days'] = [];
  let live = now - net;
  for (let time = first.getTime(); time <= Date.parse(today); time += DAY_MS) {
    const day = new Date(time).toISOString().slice(0, 10);
    const moved = moves.filter((move) => move.day === day).reduce((sum, move) => sum + move.delta, 0);
    live += moved;
    days.push({ day, live, net: moved });
  }
  return { since: first.toISOString().slice(0, 10), before: now - net, now, days, causes: await causesOf(context, moves) };
}

async function countLive({ tx }: Context, { market, merchantId }: Asked): Promise<number> {
  let select = tx.selectFrom('listing').select((count) => count.fn.countAll<bigint>().as('n')).where('state', '=', 'live');
  if (market !== undefined) select = select.where('market', '=', market);
  if (merchantId !== undefined) select = select.where('merchantId', '=', merchantId);
  return Number((await select.executeTakeFirstOrThrow()).n);
}

async function loadMoves({ tx, at }: Context, since: Date, { market, merchantId }: Asked): Promise<Move[]> {
  let select = tx.selectFrom('event').select(['at', 'kind', 'subject', 'market', 'data']).where('kind', 'in', ['listing_live', 'listing_held', 'listing_off']).where('at', '>=', since).where('at', '<=', at).orderBy('seq');
  if (market !== undefined) select = select.where('market', '=', market);
  if (merchantId !== undefined) select = select.where('merchantId', '=', merchantId);
  return (await select.execute()).flatMap((row) => {
    const { listingId, cause, before } = data.parse(row.data);
    const delta = row.kind === 'listing_live' ? 1 : before === 'live' ? -1 : 0;
    return delta === 0 || row.market === null ? [] : [{ day: row.at.toISOString().slice(0, 10), delta, cause, listingId, productId: row.subject, market: row.market }];
  });
}

/** Causes by how many listings they moved. A listing that went off and came back for one cause is none of its doing. */
async function causesOf({ tx }: Context, moves: readonly Move[]): Promise<LiveHistory['causes']> {
  const groups = [...Map.groupBy(moves, (move) => canonicalJson(move.cause)).values()];
  const causes = groups.flatMap((group) => {
    const [sample] = group;
    const byListing = [...Map.groupBy(group, (move) => move.listingId).values()].map((own) => ({ move: own[0], delta: own.reduce((sum, one) => sum + one.delta, 0) })).filter((one) => one.delta !== 0);
    if (sample === undefined || byListing.length === 0) return [];
    const live = byListing.filter((one) => one.delta > 0).length;
    return [{ text: sample.cause, live, gone: byListing.length - live, byListing }];
  });
  const shown = causes.sort((one, other) => other.gone + other.live - one.gone - one.live || (one.text.en < other.text.en ? -1 : 1));
  const ids = shown.flatMap((cause) => cause.byListing.slice(0, LISTED).flatMap((one) => one.move?.productId ?? '')).filter((id) => isId('product', id));
  const titles = ids.length === 0 ? new Map<string, string>() : new Map<string, string>((await tx.selectFrom('product').select(['id', 'title']).where('id', 'in', [...new Set(ids)]).execute()).map((row) => [row.id, row.title]));
  return shown.map(({ text, live, gone, byListing }) => ({
    text, live, gone, net: live - gone,
    listings: byListing.slice(0, LISTED).flatMap(({ move, delta }) => {
      if (move === undefined || !isId('listing', move.listingId) || !isId('product', move.productId)) return [];
      return [{ id: move.listingId, productId: move.productId, title: titles.get(move.productId) ?? '', market: move.market, live: delta > 0 }];
    }),
  }));
}

const stored = z.looseObject({ findings: z.array(z.looseObject({ ruleId: z.string(), outcome: z.string() })) });
const changed = z.looseObject({ verdictId: z.string().optional() });

/** Every verdict a product ever had, with the event that brought it about where the outcome changed. Fails with `not_found`. */
export async function listVerdicts({ tx }: Context, productId: ProductId): Promise<Result<z.output<typeof verdictsRoute.reply>>> {
  const product = await tx.selectFrom('product').select('id').where('id', '=', productId).executeTakeFirst();
  if (product === undefined) return refuse('not_found', { what: 'product' });
  const rows = await tx.selectFrom('verdict').select(['id', 'market', 'outcome', 'edition', 'at', 'supersededAt', 'body']).where('productId', '=', productId).orderBy('id', 'desc').limit(200).execute();
  const events = await tx.selectFrom('event').select(['data', 'why']).where('subject', '=', productId).where('kind', '=', 'verdict_changed').orderBy('seq', 'desc').limit(400).execute();
  const causes = new Map(events.map((event) => [changed.parse(event.data).verdictId ?? '', localText.safeParse(event.why).data ?? null]));
  const outcomes = ['allowed', 'allowed_with_conditions', 'needs_facts', 'needs_review', 'blocked'] as const;
  return ok({
    items: rows.map((row) => ({
      id: row.id, market: row.market, outcome: outcomes.find((one) => one === row.outcome) ?? 'needs_review', edition: row.edition, at: row.at.toISOString(), until: row.supersededAt?.toISOString() ?? null,
      rules: stored.parse(row.body).findings.map(({ ruleId, outcome }) => ({ ruleId, outcome })), cause: causes.get(row.id) ?? null,
    })),
  });
}
