import type { Currency } from '../money/currency.ts';

/**
 * The accounts of the ledger, as colon paths ending in their currency. docs/CHART-OF-ACCOUNTS.md explains each.
 * Accounts are made only here, so that one idea never has two spellings.
 */
export type Account = string;

/** What a payment provider took from buyers and still has to hand over (asset). */
export function providerReceivable(provider: string, currency: Currency): Account {
  return `provider:${provider}:receivable:${currency}`;
}

/** What the marketplace owes a merchant (liability). */
export function merchantPayable(merchantId: string, currency: Currency): Account {
  return `merchant:${merchantId}:payable:${currency}`;
}

/** What is held for somebody else out of a buyer's payment: duty for customs, freight for the carrier, sales tax for the state (liability). */
export function heldFor(purpose: 'duty' | 'freight' | 'tax', currency: Currency): Account {
  return `platform:held:${purpose}:${currency}`;
}

/** Sold goods on their way from the buyer's currency to the merchants' (clearing; empty after every event). */
export function orderClearing(currency: Currency): Account {
  return `platform:clearing:orders:${currency}`;
}

/** Refunds on their way to whoever bears them (clearing; empty after every event). */
export function claimClearing(currency: Currency): Account {
  return `platform:clearing:claims:${currency}`;
}

/** The position held in a currency because of exchanges. */
export function exchangePosition(currency: Currency): Account {
  return `platform:fx:${currency}`;
}

/** What the marketplace earned, by code: fees, spread, rounding (income). */
export function income(code: string, currency: Currency): Account {
  return `platform:income:${code}:${currency}`;
}

/** What the marketplace bears itself, by code (cost). */
export function cost(code: string, currency: Currency): Account {
  return `platform:cost:${code}:${currency}`;
}

/** What a hub or carrier owes for damage it caused (asset). */
export function claimReceivable(party: 'hub' | 'carrier', currency: Currency): Account {
  return `${party}:claims:receivable:${currency}`;
}

/** What banks took back and have not decided on (asset). */
export function disputed(currency: Currency): Account {
  return `platform:disputes:${currency}`;
}

/** The bank account that payouts leave from (asset). */
export function payoutBank(currency: Currency): Account {
  return `bank:payouts:${currency}`;
}
