import { z } from 'zod';
import { route } from './route.ts';
import { idOf, market, moneyShape, none, sourceRef } from './shapes.ts';

/** Exports of a month as China's tax and customs offices ask for them: refunds of value added tax, and the 9610 summary declaration. */

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'expected a month, such as 2026-10');
const refundRow = z.object({ orderLineId: idOf('orderLine'), parcelTracking: z.string(), exportedOn: z.string(), market, title: z.string(), sku: z.string(), hsCode: z.string().nullable(), quantity: z.number().int(), returnedQuantity: z.number().int(), netGrams: z.number().int().nullable(), supply: moneyShape, taxBase: moneyShape, taxPpm: z.number().int(), refundPpm: z.number().int(), refund: moneyShape, doubt: z.enum(['no_hs_code']).nullable() });
const declarationRow = z.object({ merchantId: idOf('merchant'), shopName: z.string(), market, hsCode: z.string().nullable(), titles: z.array(z.string()), parcels: z.number().int(), quantity: z.number().int(), netGrams: z.number().int(), weightMissing: z.boolean(), value: moneyShape });
export const exportMonth = z.object({ month, months: z.array(z.string()), edition: z.string(), source: sourceRef, refunds: z.array(refundRow), refundTotal: moneyShape, supplyTotal: moneyShape, declaration: z.array(declarationRow) });
const monthQuery = z.object({ month: month.optional() });

export const getMyExportMonth = route({ id: 'getMyExportMonth', method: 'GET', path: '/merchant/export-records', audience: 'merchant', summary: 'My exports of a month: refunds of value added tax to expect, and the summary declaration.', params: none, query: monthQuery, body: none, reply: exportMonth });
export const getMyRefundCsv = route({ id: 'getMyRefundCsv', method: 'GET', path: '/merchant/export-records/vat-refund.csv', audience: 'merchant', summary: 'Data for the refund of value added tax, line by line, as CSV.', params: none, query: monthQuery, body: none, reply: z.string(), media: 'text/csv' });
export const getMyDeclarationCsv = route({ id: 'getMyDeclarationCsv', method: 'GET', path: '/merchant/export-records/declaration-9610.csv', audience: 'merchant', summary: 'My 9610 summary declaration of a month as CSV.', params: none, query: monthQuery, body: none, reply: z.string(), media: 'text/csv' });
export const getExportMonth = route({ id: 'getExportMonth', method: 'GET', path: '/operator/export-records', audience: 'operator', summary: 'Exports of every merchant in a month.', params: none, query: monthQuery, body: none, reply: exportMonth });
export const getRefundCsv = route({ id: 'getRefundCsv', method: 'GET', path: '/operator/export-records/vat-refund.csv', audience: 'operator', summary: 'Refund data of every merchant as CSV.', params: none, query: monthQuery, body: none, reply: z.string(), media: 'text/csv' });
export const getDeclarationCsv = route({ id: 'getDeclarationCsv', method: 'GET', path: '/operator/export-records/declaration-9610.csv', audience: 'operator', summary: 'The 9610 summary declaration of every merchant as CSV.', params: none, query: monthQuery, body: none, reply: z.string(), media: 'text/csv' });

const listQuery = monthQuery.extend({ mode: z.enum(['9610', '9710']).default('9610') });
export const getMyDeclarationXml = route({ id: 'getMyDeclarationXml', method: 'GET', path: '/merchant/export-records/declaration.xml', audience: 'merchant', summary: 'My export lists of a month, parcel by parcel, as XML of the single window’s message for 9610 or 9710.', params: none, query: listQuery, body: none, reply: z.string(), media: 'application/xml' });
export const getDeclarationXml = route({ id: 'getDeclarationXml', method: 'GET', path: '/operator/export-records/declaration.xml', audience: 'operator', summary: 'The export lists of every merchant in a month as XML.', params: none, query: listQuery, body: none, reply: z.string(), media: 'application/xml' });
export const getMyCpscCsv = route({ id: 'getMyCpscCsv', method: 'GET', path: '/merchant/export-records/cpsc.csv', audience: 'merchant', summary: 'Certificate data of my goods that went to the United States under a safety rule, for electronic filing, with what is missing.', params: none, query: monthQuery, body: none, reply: z.string(), media: 'text/csv' });
export const getCpscCsv = route({ id: 'getCpscCsv', method: 'GET', path: '/operator/export-records/cpsc.csv', audience: 'operator', summary: 'Certificate data of every merchant’s goods for electronic filing.', params: none, query: monthQuery, body: none, reply: z.string(), media: 'text/csv' });
