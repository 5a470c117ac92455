import { z } from 'zod';
import type { MerchantId } from '#core/ids/id.ts';
import { csvText } from '#server/platform/csv.ts';
import type { Context } from '#server/platform/operation.ts';
import { exportedLines } from './service.ts';

/**
 * Certificate data that a broker files with the entry for goods under a safety rule of the United States: finished product, certificate and its reference in the
 * registry, laboratory and batch, manufacturer, and the rules it answers to (16 CFR 1110.11; electronic filing since 2026-07-08, 16 CFR 1110.13).
 */

const KINDS = ['cpc', 'gcc', 'cpsc_efiling'] as const;
const RULE = /^US-CPSC-/;
const verdictBody = z.looseObject({ findings: z.array(z.looseObject({ ruleId: z.string() })).default([]) });

const HEAD = ['exported_on', 'tracking', 'hts', 'product', 'sku', 'pieces', 'manufacturer', 'made_in', 'certificate', 'certificate_number', 'registry_reference', 'laboratory', 'batch', 'certificate_expires', 'rules', 'missing'];

/** Lines to the United States that a safety rule spoke of when they were sold, or that a certificate is on file for; what is missing is said in the row. */
export async function cpscCsv(context: Context, month: string, merchantId: MerchantId | null): Promise<string> {
  const { tx } = context;
  const lines = (await exportedLines(context, month, merchantId)).filter((line) => line.market === 'US');
  const ids = lines.map((line) => line.orderLineId);
  const sold = ids.length === 0 ? [] : await tx.selectFrom('orderLine').innerJoin('product', 'product.id', 'orderLine.productId').leftJoin('verdict', 'verdict.id', 'orderLine.verdictId').innerJoin('merchant', 'merchant.id', 'orderLine.merchantId')
    .select(['orderLine.id', 'orderLine.productId', 'orderLine.merchantId', 'product.originCountry', 'verdict.body', 'merchant.shopName']).where('orderLine.id', 'in', ids as never[]).execute();
  const papers = sold.length === 0 ? [] : await tx.selectFrom('document').leftJoin('documentProduct', 'documentProduct.documentId', 'document.id').select(['document.kind', 'document.number', 'document.laboratory', 'document.batch', 'document.expires', 'document.merchantId', 'document.coversAll', 'documentProduct.productId'])
    .where('document.kind', 'in', [...KINDS]).where('document.removedAt', 'is', null).where('document.merchantId', 'in', [...new Set(sold.map((one) => one.merchantId))]).orderBy('document.id').execute();
  return csvText([HEAD, ...lines.flatMap((line) => {
    const own = sold.find((one) => one.id === line.orderLineId);
    if (own === undefined) return [];
    const rules = own.body === null ? [] : [...new Set(verdictBody.parse(own.body).findings.map((one) => one.ruleId).filter((id) => RULE.test(id)))];
    const held = papers.filter((paper) => paper.productId === own.productId || (paper.coversAll && paper.merchantId === own.merchantId));
    const certificate = held.findLast((paper) => paper.kind === 'cpc' || paper.kind === 'gcc');
    const filed = held.findLast((paper) => paper.kind === 'cpsc_efiling');
    if (rules.length === 0 && held.length === 0) return [];
    const missing = [certificate === undefined ? 'certificate' : '', filed?.number ? '' : 'registry reference', line.hsCode === null ? 'HTS code' : '', certificate !== undefined && certificate.laboratory === null ? 'laboratory' : ''].filter((part) => part !== '');
    return [[line.exportedOn, line.parcelTracking, line.hsCode ?? '', line.title, line.sku, String(line.quantity), own.shopName, own.originCountry ?? 'CN', certificate?.kind.toUpperCase() ?? '', certificate?.number ?? '', filed?.number ?? '', certificate?.laboratory ?? '', certificate?.batch ?? '', certificate?.expires ?? '', rules.join(' '), missing.join('; ')]];
  })]);
}
