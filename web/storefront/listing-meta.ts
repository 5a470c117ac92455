import type { MetaDescriptor } from 'react-router';
import { decimalOf } from '../ui/minor-units.ts';
import type { ListingLocale, ListingPage } from '../ui/shapes.ts';

/** Pages are named by language of the site; a listing's locale says also for whom. */
const SITE_LANGUAGE: Readonly<Record<ListingLocale, string>> = { 'en-US': 'en', 'zh-Hant-HK': 'zh-Hant', 'zh-Hant-MO': 'zh-Hant', 'pt-MO': 'en', 'zh-Hans': 'zh-Hans' };

/** Title, description, alternatives in other languages, and the offer as schema.org JSON-LD with the price a buyer really pays. */
export function structuredData(listing: ListingPage, origin: string): MetaDescriptor[] {
  const url = `${origin}/${listing.market.toLowerCase()}/listings/${listing.id}`;
  const description = listing.bullets.join(' · ') || (listing.description ?? listing.title);
  return [
    { title: `${listing.title} · Pilotage` },
    { name: 'description', content: description },
    { property: 'og:title', content: listing.title },
    ...listing.images.slice(0, 1).map((image) => ({ property: 'og:image', content: new URL(image, origin).href })),
    { tagName: 'link', rel: 'canonical', href: `${url}?lang=${SITE_LANGUAGE[listing.locale]}` },
    ...listing.locales.map((locale) => ({ tagName: 'link' as const, rel: 'alternate', hrefLang: locale, href: `${url}?lang=${SITE_LANGUAGE[locale]}` })),
    { 'script:ld+json': productData(listing, url, description, origin) },
  ];
}

function productData(listing: ListingPage, url: string, description: string, origin: string) {
  return {
    '@context': 'https://schema.org',
    '@type': 'Product',
    name: listing.title,
    description,
    image: listing.images.map((image) => new URL(image, origin).href),
    brand: { '@type': 'Brand', name: listing.shop.name },
    offers: listing.variants.flatMap((variant) =>
      variant.price === null
        ? []
        : [{ '@type': 'Offer', url, sku: variant.id, price: decimalOf(variant.price.minor), priceCurrency: variant.price.currency, availability: `https://schema.org/${variant.stock > 0 ? 'InStock' : 'OutOfStock'}`, eligibleRegion: listing.market }],
    ),
  };
}
