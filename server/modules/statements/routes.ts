import * as contract from '#contract/statements.ts';
import { ok } from '#core/result.ts';
import { proveLedger } from '#server/modules/ledger/proof.ts';
import { merchantOf } from '#server/platform/merchant-of.ts';
import { implement, type Operation } from '#server/platform/operation.ts';
import { closeStatements } from './close.ts';
import { getOwnStatement, getStatement, listStatements, loadBalance } from './service.ts';
import { statementCsv } from './statement-csv.ts';
import { statementPdf } from './statement-pdf.ts';

export const statementOperations: readonly Operation[] = [
  // The words of a line stand on its transaction, which has other merchants' postings too: the marketplace reads them for the merchant.
  implement(contract.getBalance, async (call) => ok(await loadBalance(call, merchantOf(call))), { as: 'platform' }),
  implement(contract.listMyStatements, async (call) => ok(await listStatements(call, call.query, merchantOf(call)))),
  implement(contract.getMyStatement, (call) => getOwnStatement(call, merchantOf(call), call.params.statementId)),
  implement(contract.getMyStatementCsv, async (call) => {
    const found = await getOwnStatement(call, merchantOf(call), call.params.statementId);
    return found.ok ? ok(statementCsv(found.value, call.locale)) : found;
  }),
  implement(contract.getMyStatementPdf, async (call) => {
    const found = await getOwnStatement(call, merchantOf(call), call.params.statementId);
    return found.ok ? ok(Uint8Array.from(await statementPdf(found.value, call.locale))) : found;
  }),
  implement(contract.getStatement, (call) => getStatement(call, call.params.statementId)),
  implement(contract.closeStatements, (call) => closeStatements(call, call.body.through, call.body.merchantId ?? undefined)),
  implement(contract.listStatements, async (call) => ok(await listStatements(call, call.query))),
  implement(contract.getLedgerProof, async (call) => ok(await proveLedger(call))),
];
