import { z } from 'zod';
import { route } from './route.ts';
import { day, idOf, instant, localText, moneyShape, none, pageOf, pageQuery } from './shapes.ts';

/** Statements of merchants and the ledger they are drawn from. */

export const statementLine = z.object({ at: instant, code: z.string(), label: localText, amount: moneyShape, orderId: idOf('order').nullable(), claimId: idOf('claim').nullable(), transactionId: idOf('transaction'), evidence: z.array(z.string()) });
const statementHold = z.object({ id: idOf('hold'), code: z.string(), reason: localText, amount: moneyShape, placedAt: instant, endsOn: day, orderId: idOf('order').nullable() });
/** Why a line is not what the preview said; `same` where it is. */
export const differenceClass = z.enum(['same', 'rounding', 'changed', 'not_charged', 'not_previewed', 'claim', 'chargeback', 'reversal']);
const reconciliation = z.object({
  previewed: moneyShape, stated: moneyShape, differences: z.array(z.object({ class: differenceClass, amount: moneyShape })),
  orders: z.array(z.object({ orderId: idOf('order').nullable(), previewed: moneyShape, stated: moneyShape, lines: z.array(z.object({ code: z.string(), label: localText, previewed: moneyShape.nullable(), stated: moneyShape.nullable(), difference: moneyShape, class: differenceClass })) })),
});
export const statement = z.object({
  id: idOf('statement'), merchantId: idOf('merchant'), shopName: z.string(), from: day, to: day, state: z.enum(['due', 'paid', 'carried']), opening: moneyShape, lines: z.array(statementLine), totals: z.array(z.object({ code: z.string(), label: localText, amount: moneyShape })), payout: moneyShape, payoutOn: day, paidAt: z.string().nullable(),
  /** What was held back when it was drawn; it is carried over. */
  holds: z.array(statementHold), reconciliation,
});
export const statementSummary = statement.omit({ lines: true, totals: true, holds: true, reconciliation: true });
const statementParams = z.object({ statementId: idOf('statement') });

export const getBalance = route({
  id: 'getBalance', method: 'GET', path: '/merchant/balance', audience: 'merchant', summary: 'What is earned, what is on the way, and when the next payout comes.', params: none, query: none, body: none,
  reply: z.object({ balance: moneyShape, onTheWay: moneyShape, nextPayoutOn: day.nullable(), lines: z.array(statementLine), held: moneyShape, available: moneyShape, holds: z.array(statementHold),
    calendar: z.array(z.object({ on: day, amount: moneyShape, orders: z.number().int() })).describe('What each coming payout day pays if everything keeps to its days.') }),
});
export const listMyStatements = route({ id: 'listMyStatements', method: 'GET', path: '/merchant/statements', audience: 'merchant', summary: 'My statements.', params: none, query: pageQuery, body: none, reply: pageOf(statementSummary) });
export const getMyStatement = route({ id: 'getMyStatement', method: 'GET', path: '/merchant/statements/{statementId}', audience: 'merchant', summary: 'One statement, line by line.', params: statementParams, query: none, body: none, reply: statement, errors: ['not_found'] });
export const getMyStatementCsv = route({ id: 'getMyStatementCsv', method: 'GET', path: '/merchant/statements/{statementId}/csv', audience: 'merchant', summary: 'One statement as CSV.', params: statementParams, query: none, body: none, reply: z.string(), media: 'text/csv', errors: ['not_found'] });
export const getMyStatementPdf = route({ id: 'getMyStatementPdf', method: 'GET', path: '/merchant/statements/{statementId}/pdf', audience: 'merchant', summary: 'One statement as a PDF.', params: statementParams, query: none, body: none, reply: z.instanceof(Uint8Array), media: 'application/pdf', errors: ['not_found'] });
export const getStatement = route({ id: 'getStatement', method: 'GET', path: '/operator/statements/{statementId}', audience: 'operator', summary: 'Any statement with its reconciliation.', params: statementParams, query: none, body: none, reply: statement, errors: ['not_found'] });
export const closeStatements = route({
  id: 'closeStatements', method: 'POST', path: '/operator/statements', audience: 'operator', summary: 'Closes the period for every merchant with something to settle, and pays out.', params: none, query: none,
  body: z.object({ through: day, merchantId: idOf('merchant').nullish() }), reply: z.object({ items: z.array(statementSummary) }), idempotent: true,
});
export const listStatements = route({ id: 'listStatements', method: 'GET', path: '/operator/statements', audience: 'operator', summary: 'Statements of every merchant.', params: none, query: pageQuery, body: none, reply: pageOf(statementSummary) });
export const getLedgerProof = route({
  id: 'getLedgerProof', method: 'GET', path: '/operator/ledger/proof', audience: 'operator', summary: 'Does the ledger balance in every currency, and do re-derived balances equal the stored ones?', params: none, query: none, body: none,
  reply: z.object({ balanced: z.boolean(), transactions: z.number().int(), postings: z.number().int(), currencies: z.array(z.object({ currency: z.string(), sum: z.string() })), accounts: z.array(z.object({ account: z.string(), currency: z.string(), stored: z.string(), derived: z.string() })) }),
});
