import { accountOperations } from './modules/accounts/routes.ts';
import { appealOperations } from './modules/appeals/routes.ts';
import { checkoutOperations } from './modules/checkout/routes.ts';
import { claimOperations } from './modules/claims/routes.ts';
import { classificationOperations } from './modules/classification/routes.ts';
import { cohortOperations } from './modules/cohorts/routes.ts';
import { documentOperations } from './modules/documents/routes.ts';
import { dueWorkOperations } from './modules/due-work/routes.ts';
import { editionOperations } from './modules/editions/routes.ts';
import { exportRecordOperations } from './modules/export-records/routes.ts';
import { hubOperations } from './modules/hub/routes.ts';
import { listingOperations } from './modules/listings/routes.ts';
import { noteOperations } from './modules/notes/routes.ts';
import { orderOperations } from './modules/orders/routes.ts';
import { overviewOperations } from './modules/overview/routes.ts';
import { moneyOperations } from './modules/payments/routes.ts';
import { productOperations } from './modules/products/routes.ts';
import { ruleOperations } from './modules/rules/routes.ts';
import { tariffOperations } from './modules/tariffs/routes.ts';
import { statementOperations } from './modules/statements/routes.ts';
import { storefrontOperations } from './modules/storefront/routes.ts';
import { switchOperations } from './modules/switches/routes.ts';
import { translationOperations } from './modules/translations/routes.ts';
import { webhookOperations } from './modules/webhooks/routes.ts';
import { whyOperations } from './modules/why/routes.ts';
import type { Auth } from './platform/auth.ts';
import type { Operation } from './platform/operation.ts';

/** Every operation of the API. A test compares them with the routes of the contract: none is missing, none is extra. */
export function allOperations(auth: Auth): readonly Operation[] {
  return [
    ...accountOperations(auth), ...cohortOperations, ...switchOperations, ...productOperations, ...documentOperations, ...classificationOperations, ...appealOperations, ...ruleOperations, ...tariffOperations, ...dueWorkOperations, ...listingOperations, ...editionOperations, ...noteOperations, ...storefrontOperations,
    ...checkoutOperations, ...orderOperations, ...hubOperations, ...claimOperations, ...statementOperations, ...moneyOperations, ...exportRecordOperations, ...translationOperations, ...whyOperations, ...overviewOperations, ...webhookOperations,
  ];
}
