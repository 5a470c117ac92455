import * as accounts from './accounts.ts';
import * as appeals from './appeals.ts';
import * as checkout from './checkout.ts';
import * as claims from './claims.ts';
import * as codeChoices from './code-choices.ts';
import * as cohorts from './cohorts.ts';
import * as documents from './documents.ts';
import * as dueWork from './due-work.ts';
import * as editions from './editions.ts';
import * as exportRecords from './export-records.ts';
import * as hub from './hub.ts';
import * as listings from './listings.ts';
import * as members from './members.ts';
import * as money from './money.ts';
import * as notes from './notes.ts';
import * as orders from './orders.ts';
import * as products from './products.ts';
import * as rules from './rules.ts';
import * as tariffs from './tariffs.ts';
import type { Route } from './route.ts';
import * as session from './session.ts';
import * as statements from './statements.ts';
import * as storefront from './storefront.ts';
import * as switches from './switches.ts';
import * as translations from './translations.ts';
import * as webhooks from './webhooks.ts';

/** Every route of `/api/v1`, grouped by noun. The server must implement each; OpenAPI prints each. */
export const MODULES = { session, cohorts, switches, products, documents, codeChoices, listings, rules, tariffs, appeals, editions, dueWork, notes, storefront, checkout, orders, hub, claims, statements, money, exportRecords, translations, members, accounts, webhooks } as const;

function isRoute(value: unknown): value is Route {
  return typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'audience' in value;
}

/** The routes of one module of the contract. */
export function routesOf(module: Readonly<Record<string, unknown>>): Route[] {
  return Object.values(module).filter(isRoute);
}

export const ROUTES: readonly Route[] = Object.values(MODULES).flatMap(routesOf);
