import * as contract from '#contract/export-records.ts';
import type { MerchantId } from '#core/ids/id.ts';
import { ok } from '#core/result.ts';
import { merchantOf } from '#server/platform/merchant-of.ts';
import { implement, type Context, type Operation } from '#server/platform/operation.ts';
import { declarationCsv, refundCsv } from './export-csv.ts';
import { cpscCsv } from './cpsc-csv.ts';
import { declarationXml, type SupervisionMode } from './declaration-xml.ts';
import { loadDeclaredParcels } from './declared-parcels.ts';
import { loadExportMonth, whichMonth } from './service.ts';

/** Parcels are the marketplace's: it reads for the merchant which of its goods left when. */
export const exportRecordOperations: readonly Operation[] = [
  implement(contract.getMyExportMonth, async (call) => ok(await loadExportMonth(call, call.query.month, merchantOf(call))), { as: 'platform' }),
  implement(contract.getMyRefundCsv, async (call) => ok(refundCsv(await loadExportMonth(call, call.query.month, merchantOf(call)))), { as: 'platform' }),
  implement(contract.getMyDeclarationCsv, async (call) => ok(declarationCsv(await loadExportMonth(call, call.query.month, merchantOf(call)))), { as: 'platform' }),
  implement(contract.getExportMonth, async (call) => ok(await loadExportMonth(call, call.query.month, null))),
  implement(contract.getRefundCsv, async (call) => ok(refundCsv(await loadExportMonth(call, call.query.month, null)))),
  implement(contract.getDeclarationCsv, async (call) => ok(declarationCsv(await loadExportMonth(call, call.query.month, null)))),
  implement(contract.getMyDeclarationXml, async (call) => ok(await renderLists(call, call.query, merchantOf(call))), { as: 'platform' }),
  implement(contract.getMyCpscCsv, async (call) => ok(await cpscCsv(call, await whichMonth(call, call.query.month), merchantOf(call))), { as: 'platform' }),
  implement(contract.getCpscCsv, async (call) => ok(await cpscCsv(call, await whichMonth(call, call.query.month), null))),
  implement(contract.getDeclarationXml, async (call) => ok(await renderLists(call, call.query, null))),
];

async function renderLists(context: Context, asked: Readonly<{ month?: string | undefined; mode: SupervisionMode }>, merchantId: MerchantId | null): Promise<string> {
  const month = await whichMonth(context, asked.month);
  return declarationXml(month, asked.mode, await loadDeclaredParcels(context, month, merchantId));
}
