import { Button, Checkbox, Textarea, TextInput } from '@mantine/core';
import { Form, Link, useNavigation } from 'react-router';
import { Card } from '../ui/card.tsx';
import { decimalOf } from '../ui/minor-units.ts';
import type { Product } from '../ui/shapes.ts';
import { CategoryField } from './category-field.tsx';
import styles from './product.module.css';
import { useMerchantText } from './text.ts';

/** What a merchant can change of a product: its Chinese page and its pricing; its documents lie in the drawer. */
export function ProductForms({ product }: Readonly<{ product: Product }>) {
  const t = useMerchantText();
  const busy = useNavigation().state !== 'idle';
  const save = (intent: string, label: string) => (
    <div>
      <Button type="submit" name="intent" value={intent} variant="light" disabled={busy}>
        {label}
      </Button>
    </div>
  );
  return (
    <div className={styles.forms}>
      <Card title={t('merchant.product.edit')}>
        <span id="edit" />
        <Form method="post" className={styles.form} preventScrollReset>
          <TextInput label={t('merchant.product.edit.title')} name="title" required maxLength={2000} defaultValue={product.title} lang="zh-Hans" />
          <CategoryField value={product.category ?? ''} />
          <Textarea label={t('merchant.product.edit.description')} name="description" defaultValue={product.description ?? ''} lang="zh-Hans" />
          {save('edit', t('merchant.product.pricing.save'))}
        </Form>
      </Card>
      <Card title={t('merchant.product.pricing')}>
        <Form method="post" className={styles.form} preventScrollReset>
          <Checkbox name="keep" label={t('merchant.product.pricing.keep')} defaultChecked={product.pricing.keepDomesticPrice} />
          <TextInput
            label={t('merchant.product.pricing.floor')} description={t('merchant.product.pricing.floorHint')} name="floor" inputMode="decimal"
            defaultValue={product.pricing.floor === null ? '' : decimalOf(product.pricing.floor.minor)}
          />
          {save('pricing', t('merchant.product.pricing.save'))}
        </Form>
      </Card>
      <Card title={t('merchant.product.document')} hint={t('merchant.product.document.hint', { count: product.documents.length })}>
        <div>
          <Button component={Link} to={`/merchant/documents?${new URLSearchParams({ product: product.id })}#put`} variant="light">
            {t('merchant.product.document.save')}
          </Button>
        </div>
      </Card>
    </div>
  );
}
