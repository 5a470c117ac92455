import { Link } from 'react-router';
import { useMoney } from './money.tsx';
import styles from './product-card.module.css';
import type { ListingCardShape } from './shapes.ts';
import { useText } from './text.tsx';

/** Listings side by side. */
export function ProductGrid({ listings, hrefOf, lang }: Readonly<{ listings: readonly ListingCardShape[]; hrefOf: (listing: ListingCardShape) => string; lang: string }>) {
  return (
    <ul className={styles.grid}>
      {listings.map((listing) => (
        <li key={listing.id}>
          <ProductCard listing={listing} href={hrefOf(listing)} lang={lang} />
        </li>
      ))}
    </ul>
  );
}

/** One listing: picture, name, shop, the final price. */
export function ProductCard({ listing, href, lang }: Readonly<{ listing: ListingCardShape; href: string; lang: string }>) {
  const t = useText();
  const price = useMoney();
  return (
    <Link to={href} className={styles.card} prefetch="intent">
      <Picture src={listing.image} dimmed={!listing.inStock} />
      <span className={styles.title} lang={lang}>
        {listing.title}
      </span>
      <span className={styles.price}>{listing.inStock ? price(listing.price) : t('ui.product.soldOut')}</span>
      <span className={styles.shop} lang="zh-Hans">
        {listing.shopName}
      </span>
    </Link>
  );
}

/** A product's picture in a square, or its place while there is none. */
export function Picture({ src, dimmed = false, eager = false }: Readonly<{ src: string | null; dimmed?: boolean; eager?: boolean }>) {
  return (
    <span className={styles.picture} data-dimmed={dimmed || undefined}>
      {src !== null && <img src={src} alt="" loading={eager ? 'eager' : 'lazy'} decoding="async" />}
    </span>
  );
}
