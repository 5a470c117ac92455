import { Card } from '../ui/card.tsx';
import { useFactName, useFactValue } from '../ui/known-texts.ts';
import { OwnWords } from '../ui/own-words.tsx';
import type { Product } from '../ui/shapes.ts';
import styles from './product.module.css';
import { useMerchantText } from './text.ts';

/** What is known of a product, and who said so. */
export function ProductFacts({ facts }: Readonly<{ facts: Product['facts'] }>) {
  const t = useMerchantText();
  const name = useFactName();
  const value = useFactValue();
  if (facts.length === 0) return null;
  return (
    <Card title={t('merchant.product.facts')} hint={t('merchant.product.factsHint')}>
      <dl className={styles.facts}>
        {facts.map((fact) => (
          <div key={fact.fact}>
            <dt>{name(fact.fact)}</dt>
            <dd>{value(fact.value)}</dd>
            <dd>
              <small>
                {t(`ui.source.${fact.source}`)} {fact.span && <OwnWords spans={[fact.span]} />}
              </small>
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
