import { Link } from 'react-router';
import type { DocumentEffect } from '../ui/shapes.ts';
import styles from './documents.module.css';
import { useMerchantText } from './text.ts';

/** What a document opens, or would open, product by product: found by deciding each with and without it. */
export function DocumentEffectNote({ effect, done = false }: Readonly<{ effect: DocumentEffect; done?: boolean }>) {
  const t = useMerchantText();
  const tone = effect.opens > 0 ? 'good' : 'plain';
  return (
    <div className={styles.effect} data-tone={tone} role="status">
      <p>
        <b>{t(done ? 'merchant.documents.opened' : 'merchant.documents.opens', { count: effect.opens })}</b>{' '}
        {effect.markets.map((one) => `${t(`ui.market.${one.market}`)} ${one.opens}`).join(' · ')}
      </p>
      <p>
        {t('merchant.documents.covers', { count: effect.covers })}
        {effect.helps > 0 && ` ${t('merchant.documents.helps', { count: effect.helps })}`}
      </p>
      {effect.products.length > 0 && (
        <details>
          <summary>{t('merchant.documents.which')}</summary>
          <ul>
            {effect.products.map((product) => (
              <li key={product.id}>
                <Link to={`/merchant/products/${product.id}`} lang="zh-Hans">
                  {product.title}
                </Link>{' '}
                {product.markets.map((market) => t(`ui.market.${market}`)).join(' · ')}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
