import type { z } from 'zod';
import type { statement, statementLine, statementSummary } from '#contract/statements.ts';
import { isId, type IdKind, type IdOf } from '#core/ids/id.ts';
import { localText } from '#contract/shapes.ts';
import type { HoldRow } from '#server/modules/holds/service.ts';
import type { StatementLine } from '#core/ledger/statement.ts';
import { presentMinor, presentMoney } from '#server/modules/orders/present-money.ts';
import { STATEMENT_CURRENCY, statementBody, type StatementRow } from './store.ts';

/** Statements on the wire. */

/** A statement as it was drawn, before it is set beside the previews. */
export type StatementShape = Omit<z.output<typeof statement>, 'reconciliation'>;
export type StatementSummary = z.output<typeof statementSummary>;

function idIn<Kind extends IdKind>(kind: Kind, text: string | null): IdOf<Kind> | null {
  return text !== null && isId(kind, text) ? text : null;
}

/** A line from the merchant's side: what it earns is positive. */
export function presentStatementLine(line: StatementLine): z.output<typeof statementLine> {
  const transactionId = idIn('transaction', line.transactionId);
  if (transactionId === null) throw new Error(`a statement line names ${line.transactionId}, which is no transaction`);
  return { at: line.at, code: line.code, label: line.label, amount: presentMoney(line.amount), orderId: idIn('order', line.orderId), claimId: idIn('claim', line.claimId), transactionId, evidence: [...line.evidence] };
}

export function presentStatementSummary(row: StatementRow): StatementSummary {
  return {
    id: row.id, merchantId: row.merchantId, shopName: row.shopName, from: row.fromDay, to: row.toDay, state: row.state, opening: presentMinor(row.openingMinor, STATEMENT_CURRENCY),
    payout: presentMinor(row.payoutMinor, STATEMENT_CURRENCY), payoutOn: row.payoutOn, paidAt: row.paidAt?.toISOString() ?? null,
  };
}

export function presentStatement(row: StatementRow): StatementShape {
  return { ...presentStatementSummary(row), ...statementBody.parse(row.body) };
}

/** A hold as its merchant reads it. */
export function presentStatementHold(row: HoldRow): StatementShape['holds'][number] {
  return { id: row.id, code: row.code, reason: localText.parse(row.reason), amount: presentMinor(row.amountMinor, STATEMENT_CURRENCY), placedAt: row.placedAt.toISOString(), endsOn: row.endsOn, orderId: row.orderId };
}
