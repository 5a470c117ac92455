import * as contract from '#contract/export-records.ts';
import { ok } from '#core/result.ts';
import { merchantOf } from '#server/platform/merchant-of.ts';
import { implement, type Operation } from '#server/platform/operation.ts';
import { declarationCsv, refundCsv } from './export-csv.ts';
import { loadExportMonth } from './service.ts';

/** Parcels are the marketplace's: it reads for the merchant which of its goods left when. */
export const exportRecordOperations: readonly Operation[] = [
  implement(contract.getMyExportMonth, async (call) => ok(await loadExportMonth(call, call.query.month, merchantOf(call))), { as: 'platform' }),
  implement(contract.getMyRefundCsv, async (call) => ok(refundCsv(await loadExportMonth(call, call.query.month, merchantOf(call)))), { as: 'platform' }),
  implement(contract.getMyDeclarationCsv, async (call) => ok(declarationCsv(await loadExportMonth(call, call.query.month, merchantOf(call)))), { as: 'platform' }),
  implement(contract.getExportMonth, async (call) => ok(await loadExportMonth(call, call.query.month, null))),
  implement(contract.getRefundCsv, async (call) => ok(refundCsv(await loadExportMonth(call, call.query.month, null)))),
  implement(contract.getDeclarationCsv, async (call) => ok(declarationCsv(await loadExportMonth(call, call.query.month, null)))),
];
