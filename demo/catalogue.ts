import { composeNotes } from './notes/compose.ts';
import type { DemoNote } from './notes/note.ts';
import { demoEnglishPages } from './products/english/pages.ts';
import { demoProducts } from './products/products.ts';

/** Everything the demo marketplace is made of. Plain data, the same on every machine; loading it is somebody else's work. */

export { demoMerchants } from './merchants/merchants.ts';
export type { DemoMerchant } from './merchants/merchant.ts';
export type { DemoProduct } from './products/product.ts';
export { demoAuthors } from './notes/authors.ts';
export type { DemoAuthor } from './notes/authors.ts';
export { demoBuyers } from './buyers.ts';
export type { DemoBuyer } from './buyers.ts';
export { demoOrderPlan } from './order-plan.ts';
export type { OrderFate, PlannedOrder } from './order-plan.ts';
export type { DemoNote } from './notes/note.ts';
export type { DemoEnglishPage } from './products/english/page.ts';
export { demoEnglishPages, demoProducts };

export const demoNotes: readonly DemoNote[] = composeNotes(demoProducts, demoEnglishPages);
