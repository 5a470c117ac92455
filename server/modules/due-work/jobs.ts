import { escalateAppeals, escalateReviews } from '#server/modules/appeals/escalation.ts';
import { turnPrices } from '#server/modules/editions/tariff-turn.ts';
import { settleEditions } from '#server/modules/editions/settle.ts';
import { expireDocuments } from '#server/modules/documents/expiry.ts';
import { expireAttempts } from '#server/modules/checkout/payment-attempt.ts';
import { claimsFallDue } from '#server/modules/claims/overdue.ts';
import { merchantOrdersFallDue } from '#server/modules/orders/decline.ts';
import { askCarriers } from '#server/modules/hub/ask-carriers.ts';
import { deliveriesFallLate } from '#server/modules/hub/late-deliveries.ts';
import { quarantineFallsDue } from '#server/modules/hub/quarantine.ts';
import { endHolds } from '#server/modules/holds/service.ts';
import { closeEndedDays } from '#server/modules/ledger/daily-close.ts';
import { closeOnItsDay } from '#server/modules/statements/close.ts';
import { turnRules } from '#server/modules/rules/turn.ts';
import type { Job } from '#server/platform/jobs.ts';

/** What the clock does: rules first, so that a document which expires on the day a rule begins is closed by what it rested on. */
export const JOBS: readonly Job[] = [
  { name: 'editions_settle', run: settleEditions },
  { name: 'rules_turn', run: turnRules },
  { name: 'prices_turn', run: turnPrices },
  { name: 'documents_expire', run: expireDocuments },
  { name: 'appeals_escalate', run: escalateAppeals },
  { name: 'reviews_escalate', run: escalateReviews },
  { name: 'merchant_orders_due', run: merchantOrdersFallDue },
  { name: 'quarantine_due', run: quarantineFallsDue },
  { name: 'carriers_asked', run: askCarriers },
  { name: 'deliveries_late', run: deliveriesFallLate },
  { name: 'payments_expire', run: expireAttempts },
  { name: 'claims_fall_due', run: claimsFallDue },
  { name: 'holds_end', run: endHolds },
  { name: 'statements_close', run: closeOnItsDay },
  { name: 'books_close', run: closeEndedDays },
];
