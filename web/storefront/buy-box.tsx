import { Button, NativeSelect } from '@mantine/core';
import { IconTruckDelivery } from '@tabler/icons-react';
import { Form, Link, useNavigation } from 'react-router';
import { IdempotencyField } from '../ui/idempotency-field.tsx';
import { Money } from '../ui/money.tsx';
import { PriceTable } from '../ui/price-waterfall.tsx';
import type { ListingPage } from '../ui/shapes.ts';
import styles from './buy-box.module.css';
import { useStorefrontText } from './text.ts';

type Variant = ListingPage['variants'][number];
type Props = Readonly<{ listing: ListingPage; variant: Variant; noteId: string | null; formKey: string }>;

/** Most pieces one order line takes. */
const MOST = 20;
/** From here on a buyer is told how few are left. */
const FEW = 5;

/** Price, variant, quantity and the way to pay. Every variant has an address, so the page's price is always the chosen one's. */
export function BuyBox({ listing, variant, noteId, formKey }: Props) {
  const t = useStorefrontText();
  const busy = useNavigation().state !== 'idle';
  const buyable = variant.price !== null && variant.stock > 0;
  return (
    <section className={styles.box}>
      {variant.price && (
        <div>
          <p className={styles.price}>
            <Money amount={variant.price} />
          </p>
          <p className={styles.final}>{t('storefront.listing.final')}</p>
        </div>
      )}
      {listing.variants.length > 1 && (
        <nav className={styles.variants} aria-label={t('storefront.listing.choose')}>
          {listing.variants.map((each) => (
            <Link key={each.id} to={`?${new URLSearchParams({ v: each.id, ...(noteId !== null && { note: noteId }) })}`} replace preventScrollReset aria-current={each.id === variant.id ? 'true' : undefined} data-out={each.stock === 0 || undefined} lang={listing.locale}>
              {Object.values(each.options).join(' · ') || each.id}
            </Link>
          ))}
        </nav>
      )}
      <Form method="post" className={styles.buy}>
        <IdempotencyField value={formKey} />
        <input type="hidden" name="variantId" value={variant.id} />
        {noteId !== null && <input type="hidden" name="noteId" value={noteId} />}
        <NativeSelect name="quantity" aria-label={t('storefront.listing.quantity')} size="lg" disabled={!buyable} data={Array.from({ length: Math.min(MOST, Math.max(1, variant.stock)) }, (_none, index) => String(index + 1))} />
        <Button type="submit" size="lg" loading={busy} disabled={!buyable}>
          {t(buyable ? 'storefront.listing.buy' : 'storefront.listing.soldOut')}
        </Button>
      </Form>
      {buyable && variant.stock <= FEW && <p className={styles.few}>{t('storefront.listing.left', { count: variant.stock })}</p>}
      {variant.deliveryDays && (
        <p className={styles.delivery}>
          <IconTruckDelivery size={20} aria-hidden />
          {t('storefront.listing.delivery', { p50: variant.deliveryDays.p50, p90: variant.deliveryDays.p90 })}
        </p>
      )}
      {variant.price && variant.lines.length > 0 && (
        <details className={styles.inside}>
          <summary>{t('storefront.listing.inside')}</summary>
          <PriceTable caption={t('storefront.checkout.total')} side={{ total: variant.price, lines: variant.lines }} />
        </details>
      )}
    </section>
  );
}
