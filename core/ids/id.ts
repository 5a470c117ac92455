declare const brand: unique symbol;

/** A prefixed, sortable identifier (`ord_01J…`: a UUIDv7 in Crockford base 32). Ids of two kinds never mix. */
export type Id<Prefix extends string> = `${Prefix}_${string}` & Readonly<{ [brand]?: Prefix }>;

/** Every kind of id and its prefix. */
export const ID_PREFIXES = {
  user: 'usr', merchant: 'mer', product: 'prd', variant: 'var', cohort: 'coh', invitation: 'inv',
  document: 'doc', verdict: 'vrd', appeal: 'apl', ruling: 'rul', replay: 'rpl', quote: 'qte', wording: 'wrd', listing: 'lst', note: 'nte', author: 'aut',
  exposure: 'exp', buyer: 'byr', checkout: 'chk', order: 'ord', orderLine: 'oln', merchantOrder: 'mor',
  inboundParcel: 'inp', exportParcel: 'pcl', trackingEvent: 'trk', payment: 'pay', claim: 'clm', file: 'fil',
  transaction: 'txn', posting: 'pst', statement: 'stm', event: 'evt', ticket: 'tkt', apiKey: 'key', edition: 'edn', notification: 'ntf',
  webhook: 'whk', evidence: 'evd', dispute: 'dsp', hold: 'hld', codeChoice: 'cdc',
} as const;
export type IdKind = keyof typeof ID_PREFIXES;
export type IdOf<Kind extends IdKind> = Id<(typeof ID_PREFIXES)[Kind]>;

export type MerchantId = IdOf<'merchant'>;
export type ProductId = IdOf<'product'>;
export type VariantId = IdOf<'variant'>;
export type ListingId = IdOf<'listing'>;
export type OrderId = IdOf<'order'>;

const PATTERN = /^[a-z]{3}_[0-9a-hjkmnp-tv-z]{26}$/;

/** True when `text` is a well-formed id of this kind. */
export function isId<Kind extends IdKind>(kind: Kind, text: string): text is IdOf<Kind> {
  return text.startsWith(`${ID_PREFIXES[kind]}_`) && PATTERN.test(text);
}

/** The kind an id's prefix names, or null. */
export function kindOfId(text: string): IdKind | null {
  const prefix = text.split('_', 1)[0];
  for (const kind of Object.keys(ID_PREFIXES)) if (isIdKind(kind) && ID_PREFIXES[kind] === prefix) return kind;
  return null;
}

function isIdKind(text: string): text is IdKind {
  return text in ID_PREFIXES;
}
