import { Button, Stack, Textarea, TextInput } from '@mantine/core';
import { Form, redirect, useNavigation } from 'react-router';
import { createProduct } from '#contract/products.ts';
import { call } from '../ui/api.ts';
import { Card } from '../ui/card.tsx';
import { readFields } from '../ui/form.ts';
import { minorOf } from '../ui/minor-units.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { Problem, problemAt } from '../ui/problem.tsx';
import type { Route } from './+types/new-product.ts';
import { CategoryField } from './category-field.tsx';
import styles from './product.module.css';
import { useMerchantText } from './text.ts';

export async function action(args: Route.ActionArgs) {
  const fields = await readFields(args.request);
  const price = fields.optional('price');
  const typed = { title: fields.text('title'), description: fields.optional('description'), category: fields.optional('category') };
  const made = await call(args, createProduct, {
    body: {
      ...typed,
      sourceLanguage: 'zh-Hans',
      facts: { weightGrams: fields.optional('weight') === null ? null : fields.whole('weight') },
      variants: [{ sku: fields.text('sku') || 'default', price: price === null ? null : { minor: minorOf(price), currency: 'CNY' }, stock: fields.optional('stock') === null ? 0 : fields.whole('stock') }],
    },
  });
  return made.ok ? redirect(`/merchant/products/${made.value.id}`, 303) : { problem: made.problem, typed };
}

export default function NewProduct({ actionData }: Route.ComponentProps) {
  const t = useMerchantText();
  const busy = useNavigation().state !== 'idle';
  const problem = actionData?.problem;
  const typed = actionData?.typed;
  return (
    <Stack gap="lg">
      <PageHeader title={t('merchant.new')} lead={t('merchant.new.lead')} back={{ to: '/merchant/products', label: t('merchant.products') }} />
      <Card>
        <Form method="post" className={styles.form}>
          <Problem problem={problem} />
          <TextInput label={t('merchant.product.edit.title')} name="title" required maxLength={2000} lang="zh-Hans" defaultValue={typed?.title ?? ''} error={problemAt(problem, 'title')} />
          <Textarea label={t('merchant.product.edit.description')} name="description" lang="zh-Hans" defaultValue={typed?.description ?? ''} error={problemAt(problem, 'description')} />
          <CategoryField value={typed?.category ?? ''} />
          <TextInput label="SKU" name="sku" maxLength={100} error={problemAt(problem, 'sku')} />
          <TextInput label={t('merchant.product.variants.price')} name="price" inputMode="decimal" error={problemAt(problem, 'minor')} />
          <TextInput label={t('merchant.products.stock')} name="stock" inputMode="numeric" error={problemAt(problem, 'stock')} />
          <TextInput label={t('merchant.new.weight')} name="weight" inputMode="numeric" error={problemAt(problem, 'weightGrams')} />
          <div>
            <Button type="submit" size="lg" loading={busy}>
              {t('merchant.new.save')}
            </Button>
          </div>
        </Form>
      </Card>
    </Stack>
  );
}
