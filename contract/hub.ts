import { z } from 'zod';
import { route } from './route.ts';
import { idOf, instant, localText, market, moneyShape, none, pageOf, pageQuery, queue, reasonShape, sourceRef } from './shapes.ts';

/** The hub station: scan, weigh, compare, photograph, accept or put aside, pack, hand over. */

const measured = z.object({
  weightGrams: z.number().int().min(1).max(100_000), lengthMm: z.number().int().min(1).max(3_000).nullish(), widthMm: z.number().int().min(1).max(3_000).nullish(), heightMm: z.number().int().min(1).max(3_000).nullish(),
});
export const inboundState = z.enum(['expected', 'received', 'accepted', 'put_aside', 'cancelled']);
export const inboundParcel = z.object({
  id: idOf('inboundParcel'), code: z.string(), state: inboundState, orderId: idOf('order'), market, shopName: z.string(), expectedSince: instant, trackingNumber: z.string().nullable(),
  lines: z.array(z.object({ productId: idOf('product'), title: z.string(), sku: z.string(), options: z.record(z.string(), z.string()), image: z.string().nullable(), quantity: z.number().int(), counted: z.number().int().nullable() })),
  declared: z.object({ weightGrams: z.number().int().nullable(), lengthMm: z.number().int().nullable(), widthMm: z.number().int().nullable(), heightMm: z.number().int().nullable() }),
  measured: measured.nullable(), photos: z.array(idOf('file')), reasons: z.array(reasonShape), exportParcelId: idOf('exportParcel').nullable(),
  /** Where it waits once it is accepted, with everything else of its order. */
  shelf: z.string().nullable(),
  /** Who settles a parcel that is put aside, and until when. */
  aside: z.object({ owner: queue, due: instant, overdue: z.boolean() }).nullable(),
});
const paper = z.enum(['label', 'invoice', 'customs', 'packing_list']);
export const exportState = z.enum(['packing', 'packed', 'handed_over', 'in_transit', 'delivered', 'returned', 'lost', 'withdrawn']);
export const exportParcel = z.object({
  id: idOf('exportParcel'), code: z.string(), state: exportState, orderId: idOf('order'), market, to: z.string(), weightGrams: z.number().int().nullable(), trackingNumber: z.string().nullable(),
  line: z.object({ code: z.string(), name: localText, arrivesBy: instant, because: z.array(reasonShape), alternatives: z.array(z.object({ code: z.string(), name: localText, cost: moneyShape.nullable(), why: localText })) }).nullable(),
  contents: z.array(z.object({ title: z.string(), quantity: z.number().int(), hts: z.string().nullable(), value: moneyShape })), inboundCodes: z.array(z.string()), papers: z.array(paper),
});
export const scanResult = z.object({
  code: z.string(), found: z.enum(['inbound', 'export', 'nothing']), inbound: inboundParcel.nullable(), export: exportParcel.nullable(),
  next: z.enum(['receive', 'put_aside_wait', 'pack', 'hand_over', 'done', 'none']), text: localText,
  /** For an order that is to be packed: the cartons there are and the one that fits, by the sizes that are known. */
  packing: z.object({ carton: z.string().nullable(), cartons: z.array(z.object({ code: z.string(), name: localText })) }).nullable(),
});

export const getHubWork = route({
  id: 'getHubWork', method: 'GET', path: '/hub/work', audience: 'hub', summary: 'What is expected, waiting to be packed, waiting to be handed over, and put aside.', params: none, query: none, body: none,
  reply: z.object({ hub: z.object({ name: z.string(), address: z.string() }), counts: z.object({ expected: z.number().int(), toPack: z.number().int(), toHandOver: z.number().int(), putAside: z.number().int() }), expected: z.array(inboundParcel), toPack: z.array(z.object({ orderId: idOf('order'), market, inboundCodes: z.array(z.string()), shelf: z.string(), complete: z.boolean() })), toHandOver: z.array(exportParcel), putAside: z.array(inboundParcel) }),
});
export const scanCode = route({
  id: 'scanCode', method: 'GET', path: '/hub/scans/{code}', audience: 'hub', summary: 'What a barcode is, and what to do with it next.', params: z.object({ code: z.string().trim().min(3).max(60) }), query: none, body: none, reply: scanResult,
});
export const receiveParcel = route({
  id: 'receiveParcel', method: 'POST', path: '/hub/inbound-parcels/{inboundParcelId}/receipt', audience: 'hub', summary: 'Records weight, size, count and photo, and accepts the parcel or puts it aside with the reason.',
  params: z.object({ inboundParcelId: idOf('inboundParcel') }), query: none,
  body: measured.extend({ counts: z.array(z.object({ sku: z.string(), counted: z.number().int().min(0).max(1_000) })).default([]), photos: z.array(idOf('file')).min(1, 'take at least one photo').max(12), putAside: z.object({ reason: z.string().trim().min(2).max(300) }).nullish() }),
  reply: inboundParcel, idempotent: true, errors: ['not_found', 'wrong_state', 'photo_missing'],
});
export const resolveAside = route({
  id: 'resolveAside', method: 'POST', path: '/hub/inbound-parcels/{inboundParcelId}/resolution', audience: 'hub', summary: 'Takes a parcel out of quarantine: accept it as it is, accept what came of a `short` one, or send it back.',
  params: z.object({ inboundParcelId: idOf('inboundParcel') }), query: none, body: z.object({ accept: z.boolean(), short: z.boolean().default(false), reason: z.string().trim().min(2).max(300) }), reply: inboundParcel, idempotent: true, errors: ['not_found', 'wrong_state', 'short_parcel'],
});
export const packParcel = route({
  id: 'packParcel', method: 'POST', path: '/hub/orders/{orderId}/export-parcel', audience: 'hub', summary: 'Packs everything of an order into one export parcel, once screening still allows what is in it, and chooses the line, with the reason and the runners-up. Without measured sides the carton that was named, or the one that fits, gives them.',
  params: z.object({ orderId: idOf('order') }), query: none, body: measured.extend({ carton: z.string().max(40).nullish() }), reply: exportParcel, idempotent: true, errors: ['not_found', 'wrong_state', 'not_complete', 'contents_unlawful', 'measures_missing', 'no_lawful_line'],
});
export const getParcelPaper = route({
  id: 'getParcelPaper', method: 'GET', path: '/hub/export-parcels/{exportParcelId}/papers/{paper}', audience: 'hub', summary: 'Label, commercial invoice, customs form or packing list, as a PDF.',
  params: z.object({ exportParcelId: idOf('exportParcel'), paper }), query: none, body: none, reply: z.instanceof(Uint8Array), media: 'application/pdf', errors: ['not_found'],
});
export const handOver = route({
  id: 'handOver', method: 'POST', path: '/hub/export-parcels/{exportParcelId}/hand-over', audience: 'hub', summary: 'Hands a parcel to its line; the payment is captured.',
  params: z.object({ exportParcelId: idOf('exportParcel') }), query: none, body: none, reply: exportParcel, idempotent: true, errors: ['not_found', 'wrong_state', 'contents_unlawful', 'payment_failed'],
});

export const trackingStatus = z.enum(['processing', 'shipped', 'in_transit', 'delayed', 'customs_hold', 'customs_cleared', 'out_for_delivery', 'available_for_pickup', 'failed_attempt', 'delivered', 'undeliverable', 'returned_to_sender', 'lost']);
export const recordTracking = route({
  id: 'recordTracking', method: 'POST', path: '/operator/export-parcels/{exportParcelId}/tracking', audience: 'operator', summary: 'Records a tracking event, as a carrier would.',
  params: z.object({ exportParcelId: idOf('exportParcel') }), query: none, body: z.object({ status: trackingStatus, place: z.string().max(80).nullish(), occurredAt: instant.nullish() }), reply: exportParcel, idempotent: true, errors: ['not_found', 'wrong_state'],
});
export const listExportParcels = route({
  id: 'listExportParcels', method: 'GET', path: '/operator/export-parcels', audience: 'operator', summary: 'Parcels on their way.', params: none, query: pageQuery.extend({ state: exportState.optional() }), body: none, reply: pageOf(exportParcel),
});

/** A line with what it takes and charges, and how many of its parcels kept what it states. */
export const carrierLine = z.object({
  code: z.string(), name: localText, market, medianDays: z.number().int(), ninetiethDays: z.number().int(), cutOff: z.string(), battery: z.enum(['none', 'in_equipment', 'any']), liquid: z.boolean(), powder: z.boolean(),
  maximumGrams: z.number().int(), longestMm: z.number().int(), girthMm: z.number().int().nullable(), valueLimit: moneyShape.nullable(), firstWeight: moneyShape, perKilogram: moneyShape, perParcel: moneyShape, source: sourceRef,
  kept: z.object({ parcels: z.number().int(), byMedian: z.number().int(), byNinetieth: z.number().int(), inTime: z.number().int(), lost: z.number().int(), returned: z.number().int() }).nullable(),
});
export const listLines = route({
  id: 'listLines', method: 'GET', path: '/operator/lines', audience: 'operator', summary: 'Lines with their limits and prices, and the share of parcels that arrived by the days they state.', params: none, query: none, body: none,
  reply: z.object({ edition: z.string(), items: z.array(carrierLine) }),
});

const manifestParams = z.object({ day: z.iso.date(), lineCode: z.string().max(40) });
const manifestParcel = z.object({ code: z.string(), trackingNumber: z.string(), to: z.string(), grossGrams: z.number().int(), pieces: z.number().int(), handedOverAt: instant.nullable() });
export const listManifests = route({
  id: 'listManifests', method: 'GET', path: '/hub/manifests', audience: 'hub', summary: 'What left by each line on each of the last fourteen days, and how many packed parcels still lie here.', params: none, query: none, body: none,
  reply: z.object({ waiting: z.number().int(), items: z.array(z.object({ day: z.string(), lineCode: z.string(), lineName: localText, parcels: z.number().int(), grossGrams: z.number().int() })) }),
});
export const getManifest = route({
  id: 'getManifest', method: 'GET', path: '/hub/manifests/{day}/{lineCode}', audience: 'hub', summary: 'The parcels of a line that left on a day, and those that are packed for it and still here.', params: manifestParams, query: none, body: none,
  reply: z.object({ number: z.string(), day: z.string(), lineCode: z.string(), lineName: localText, parcels: z.array(manifestParcel), waiting: z.array(manifestParcel) }), errors: ['not_found'],
});
export const getManifestPaper = route({ id: 'getManifestPaper', method: 'GET', path: '/hub/manifests/{day}/{lineCode}/paper', audience: 'hub', summary: 'The manifest as a PDF for the driver to sign.', params: manifestParams, query: none, body: none, reply: z.instanceof(Uint8Array), media: 'application/pdf', errors: ['not_found'] });
export const getManifestCsv = route({ id: 'getManifestCsv', method: 'GET', path: '/hub/manifests/{day}/{lineCode}/csv', audience: 'hub', summary: 'The manifest as CSV.', params: manifestParams, query: none, body: none, reply: z.string(), media: 'text/csv', errors: ['not_found'] });
