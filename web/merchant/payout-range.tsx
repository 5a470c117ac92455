import { Link } from 'react-router';
import { Money } from '../ui/money.tsx';
import type { PayoutPreview } from '../ui/shapes.ts';
import { useLocalText } from '../ui/text.tsx';
import styles from './payout-range.module.css';
import { useMerchantText } from './text.ts';

/** What one sold piece leaves the merchant, how sure that is and why, and what a return would cost. */
export function PayoutRange({ preview }: Readonly<{ preview: PayoutPreview }>) {
  const t = useMerchantText();
  const say = useLocalText();
  const { payoutAfterReturns: payout, buyerTotal, ifReturned } = preview;
  if (payout === null || buyerTotal === null) return null;
  return (
    <div className={styles.ranges}>
      <Range label={t('merchant.payout.receive')} range={payout} hint={t('merchant.payout.receiveWhy', { weight: t(`merchant.payout.weight.${preview.weightSource}`) })} emphasis />
      <Range label={t('merchant.payout.buyer')} range={buyerTotal} hint={t('merchant.payout.buyerWhy')} />
      {ifReturned !== null && (
        <details className={styles.lost}>
          <summary>
            {t('merchant.payout.ifReturned')} <b><Money amount={ifReturned.merchant} /></b>
          </summary>
          <p>{t('merchant.payout.ifReturnedText')}</p>
          <ul>
            {ifReturned.lines.map((line) => (
              <li key={line.code}>
                {say(line.label)} <Money amount={line.amount} />
              </li>
            ))}
          </ul>
        </details>
      )}
      <Link className={styles.compare} to={`/merchant/products/${preview.productId}/stock?market=${preview.market}`}>{t('merchant.stock.link')}</Link>
    </div>
  );
}

type RangeProps = Readonly<{ label: string; range: NonNullable<PayoutPreview['buyerTotal']>; hint: string; emphasis?: boolean }>;

/** The likely amount with the amounts that one in ten falls below and above. */
function Range({ label, range, hint, emphasis = false }: RangeProps) {
  const t = useMerchantText();
  return (
    <div className={styles.range} data-emphasis={emphasis || undefined}>
      <span>{label}</span>
      <strong>
        <Money amount={range.p50} />
      </strong>
      <small>
        {t('merchant.payout.between')} <Money amount={range.p10} /> – <Money amount={range.p90} />
      </small>
      <small>{hint}</small>
    </div>
  );
}
