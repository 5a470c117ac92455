import type { Selectable } from 'kysely';
import { z } from 'zod';
import { statement } from '#contract/statements.ts';
import { localText } from '#contract/shapes.ts';
import type { IdOf, MerchantId } from '#core/ids/id.ts';
import { merchantPayable } from '#core/ledger/account.ts';
import { linesOf, type RecordedTransaction, type StatementLine } from '#core/ledger/statement.ts';
import { money } from '#core/money/money.ts';
import type { Tx } from '#server/platform/database/connection.ts';
import type { StatementTable } from '#server/platform/database/trade-tables.ts';

/** Merchants' postings that no statement has taken in yet, and the statements that took the others. */

/** Statements are in the currency merchants are owed. */
export const STATEMENT_CURRENCY = 'CNY';

const evidence = z.array(z.string());

/** What stands on a merchant's payable account and was on no statement, up to an instant, oldest first. */
export async function loadUnsettled(tx: Tx, merchantId: MerchantId, before: Date): Promise<{ postingIds: IdOf<'posting'>[]; lines: StatementLine[] }> {
  const rows = await tx
    .selectFrom('posting')
    .innerJoin('ledgerTransaction', 'ledgerTransaction.id', 'posting.transactionId')
    .select(['posting.id', 'posting.transactionId', 'posting.account', 'posting.currency', 'posting.amountMinor', 'posting.code', 'posting.evidence', 'posting.at', 'ledgerTransaction.kind', 'ledgerTransaction.text', 'ledgerTransaction.orderId', 'ledgerTransaction.claimId', 'ledgerTransaction.statementId'])
    .where('posting.merchantId', '=', merchantId)
    .where('posting.account', '=', merchantPayable(merchantId, STATEMENT_CURRENCY))
    .where('posting.statementId', 'is', null)
    .where('posting.at', '<', before)
    .orderBy('posting.at')
    .orderBy('posting.id')
    .execute();
  const lines = rows.flatMap((row) => {
    const transaction: RecordedTransaction = {
      id: row.transactionId, at: row.at.toISOString(), key: row.transactionId, linkedKey: null, kind: row.kind, text: localText.parse(row.text), orderId: row.orderId, claimId: row.claimId, statementId: row.statementId,
      postings: [{ account: row.account, amount: money(row.amountMinor, row.currency), code: row.code, merchantId, evidence: evidence.parse(row.evidence) }],
    };
    return linesOf(merchantId, transaction, STATEMENT_CURRENCY);
  });
  return { postingIds: rows.map((row) => row.id), lines };
}

/** Merchants with something unsettled before an instant, in the order in which they are closed. */
export async function loadMerchantsToSettle(tx: Tx, before: Date, only?: MerchantId): Promise<MerchantId[]> {
  let select = tx.selectFrom('posting').select('merchantId').distinct().where('statementId', 'is', null).where('merchantId', 'is not', null).where('at', '<', before).orderBy('merchantId');
  if (only !== undefined) select = select.where('merchantId', '=', only);
  return (await select.execute()).flatMap((row) => (row.merchantId === null ? [] : [row.merchantId]));
}

/** What is stored of a statement beside its columns: lines and totals as they were drawn, in the contract's own shape. */
export const statementBody = statement.pick({ lines: true, totals: true }).extend({ holds: statement.shape.holds.default([]) });

export type StatementRow = Selectable<StatementTable> & Readonly<{ shopName: string }>;

/** The last statement of a merchant. */
export async function loadLatest(tx: Tx, merchantId: MerchantId): Promise<Selectable<StatementTable> | null> {
  return (await tx.selectFrom('statement').selectAll().where('merchantId', '=', merchantId).orderBy('toDay', 'desc').limit(1).executeTakeFirst()) ?? null;
}

export async function loadStatement(tx: Tx, id: IdOf<'statement'>): Promise<StatementRow | null> {
  return (await tx.selectFrom('statement').innerJoin('merchant', 'merchant.id', 'statement.merchantId').selectAll('statement').select('merchant.shopName').where('statement.id', '=', id).executeTakeFirst()) ?? null;
}
