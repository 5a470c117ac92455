import { Button, TextInput } from '@mantine/core';
import { Form, useNavigation } from 'react-router';
import { Card } from '../ui/card.tsx';
import { IdempotencyField } from '../ui/idempotency-field.tsx';
import { decimalOf } from '../ui/minor-units.ts';
import type { Product } from '../ui/shapes.ts';
import { useMerchantText } from './text.ts';
import styles from './variant-forms.module.css';

/** Domestic price and stock of every variant. Each row is a form of its own, safe to send twice. */
export function VariantForms({ variants, formKey }: Readonly<{ variants: Product['variants']; formKey: string }>) {
  const t = useMerchantText();
  const busy = useNavigation().state !== 'idle';
  if (variants.length === 0) return null;
  return (
    <Card title={t('merchant.product.variants')} hint={t('merchant.product.variants.hint')}>
      <ul className={styles.variants}>
        {variants.map((variant) => (
          <li key={variant.id}>
            <Form method="post" preventScrollReset>
              <input type="hidden" name="intent" value="variant" />
              <input type="hidden" name="variantId" value={variant.id} />
              <IdempotencyField value={`${formKey}-${variant.id}`} />
              <b lang="zh-Hans">
                {Object.values(variant.options).join(' · ') || variant.sku}
                <small>{variant.sku}</small>
              </b>
              <TextInput label={t('merchant.product.variants.price')} name="price" size="sm" inputMode="decimal" required key={variant.price?.minor} defaultValue={variant.price ? decimalOf(variant.price.minor) : ''} />
              <TextInput label={t('merchant.products.stock')} name="stock" size="sm" inputMode="numeric" required pattern="\d+" key={`stock ${variant.stock}`} defaultValue={variant.stock} />
              <Button type="submit" size="sm" variant="light" disabled={busy}>
                {t('merchant.product.variants.save')}
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </Card>
  );
}
