import type { Readiness } from '../ui/shapes.ts';

/** Where one of the first actions is done: documents in the drawer for all products at once, the rest on a product's page. */
export function hrefOfAction({ kind, target, products }: Readiness['actions'][number]): string | null {
  const [first] = products;
  if (kind === 'add_document' && target !== null) return `/merchant/documents?${new URLSearchParams({ kind: target })}#put`;
  if (first === undefined) return null;
  if (kind === 'give_fact' && target !== null) return `/merchant/products/${first.id}?${new URLSearchParams({ give: target })}#give`;
  return kind === 'edit_text' ? `/merchant/products/${first.id}#edit` : `/merchant/products/${first.id}`;
}
