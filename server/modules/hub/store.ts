import type { Selectable } from 'kysely';
import { z } from 'zod';
import { idOf, localText, moneyShape, reasonShape } from '#contract/shapes.ts';
import type { IdOf } from '#core/ids/id.ts';
import { EXPORT_PARCEL, INBOUND_PARCEL, type ExportState, type InboundState } from '#core/parcels/parcel-moves.ts';
import type { Tx } from '#server/platform/database/connection.ts';
import type { ExportParcelTable, InboundParcelTable } from '#server/platform/database/trade-tables.ts';

/** Parcels into and out of the hub, as the database holds them. */

const side = z.number().int().nullish();
export const measuredParcel = z.object({ weightGrams: z.number().int(), lengthMm: side, widthMm: side, heightMm: side });
export type MeasuredParcel = z.output<typeof measuredParcel>;

const countsRow = z.array(z.object({ sku: z.string(), counted: z.number().int() }));

/** The line of a parcel as it was decided at packing. */
export const chosenLine = z.object({
  edition: z.string(), at: z.string(), reasons: z.array(reasonShape),
  line: z.object({ code: z.string(), name: localText, arrivesBy: z.string() }),
  others: z.array(z.object({ code: z.string(), name: localText, cost: moneyShape.nullable(), why: localText })),
});
export type ParcelLine = z.output<typeof chosenLine>;

export type StoredInbound = Omit<Selectable<InboundParcelTable>, 'state' | 'measured' | 'counts' | 'photos' | 'reasons'> &
  Readonly<{ state: InboundState; measured: MeasuredParcel | null; counts: z.output<typeof countsRow>; photos: IdOf<'file'>[]; reasons: z.output<typeof reasonShape>[] }>;
export type StoredExport = Omit<Selectable<ExportParcelTable>, 'state' | 'measured' | 'line'> & Readonly<{ state: ExportState; measured: MeasuredParcel; line: ParcelLine }>;

export function readInbound(row: Selectable<InboundParcelTable>): StoredInbound {
  if (!INBOUND_PARCEL.isState(row.state)) throw new Error(`parcel ${row.id} is in an unknown state ${row.state}`);
  return { ...row, state: row.state, measured: row.measured === null ? null : measuredParcel.parse(row.measured), counts: countsRow.parse(row.counts), photos: z.array(idOf('file')).parse(row.photos), reasons: z.array(reasonShape).parse(row.reasons) };
}

export function readExport(row: Selectable<ExportParcelTable>): StoredExport {
  if (!EXPORT_PARCEL.isState(row.state)) throw new Error(`parcel ${row.id} is in an unknown state ${row.state}`);
  return { ...row, state: row.state, measured: measuredParcel.parse(row.measured), line: chosenLine.parse(row.line) };
}

export async function loadInbound(tx: Tx, id: IdOf<'inboundParcel'>, lock?: 'update'): Promise<StoredInbound | null> {
  const select = tx.selectFrom('inboundParcel').selectAll().where('id', '=', id);
  const row = await (lock === 'update' ? select.forUpdate() : select).executeTakeFirst();
  return row === undefined ? null : readInbound(row);
}

/** Every inbound parcel of an order, in the order of their ids. */
export async function loadInboundOf(tx: Tx, orderId: IdOf<'order'>): Promise<StoredInbound[]> {
  return (await tx.selectFrom('inboundParcel').selectAll().where('orderId', '=', orderId).orderBy('id').execute()).map(readInbound);
}

export async function loadExport(tx: Tx, id: IdOf<'exportParcel'>, lock?: 'update'): Promise<StoredExport | null> {
  const select = tx.selectFrom('exportParcel').selectAll().where('id', '=', id);
  const row = await (lock === 'update' ? select.forUpdate() : select).executeTakeFirst();
  return row === undefined ? null : readExport(row);
}

export async function loadExportOf(tx: Tx, orderId: IdOf<'order'>): Promise<StoredExport | null> {
  const row = await tx.selectFrom('exportParcel').selectAll().where('orderId', '=', orderId).executeTakeFirst();
  return row === undefined ? null : readExport(row);
}
