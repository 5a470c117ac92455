import { Button, NativeSelect, Radio, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { Form, useNavigation } from 'react-router';
import type { Problem } from '../ui/api.ts';
import { Card } from '../ui/card.tsx';
import type { Fields } from '../ui/form.ts';
import { IdempotencyField } from '../ui/idempotency-field.tsx';
import { problemAt } from '../ui/problem.tsx';
import type { LocalText } from '../ui/shapes.ts';
import { useLocalText } from '../ui/text.tsx';
import styles from './documents.module.css';
import { ProductPicker } from './product-picker.tsx';
import { useMerchantText } from './text.ts';

/** Which products the form ticks. */
export function coverageIn(fields: Fields): { cover: 'all' | 'asked' } | { cover: 'named'; productIds: string[] } {
  const cover = fields.oneOf('cover', ['asked', 'all', 'named']);
  return cover === 'named' ? { cover, productIds: [...fields.texts('productIds')] } : { cover };
}

type Typed = Readonly<{ kind: string; number: string; laboratory: string; batch: string; expires: string | null }>;
type Props = Readonly<{
  kinds: readonly Readonly<{ kind: string; name: LocalText; askedBy: number }>[];
  products: readonly Readonly<{ id: string; title: string }>[];
  /** Whether the shop has more products than are offered. */
  more: boolean;
  asked: Readonly<{ kind: string | null; product: string | null }>;
  formKey: string;
  typed: Typed | null;
  problem: Problem | null;
  children: ReactNode;
}>;

/** Puts a document on file; before that, shows what it would open. Kinds that products ask for come first. */
export function PutDocumentForm({ kinds, products, more, asked, formKey, typed, problem, children }: Props) {
  const t = useMerchantText();
  const say = useLocalText();
  const busy = useNavigation().state !== 'idle';
  const wanted = kinds.filter((one) => one.askedBy > 0);
  const others = kinds.filter((one) => one.askedBy === 0);
  const label = (one: Props['kinds'][number]) => (one.askedBy > 0 ? t('merchant.documents.kindAsked', { name: say(one.name), count: one.askedBy }) : say(one.name));
  const options = (list: Props['kinds']) => list.map((one) => ({ value: one.kind, label: label(one) }));
  const named = products.find((one) => one.id === asked.product);
  return (
    <Card title={t('merchant.documents.put')} hint={t('merchant.documents.putHint')} tone="accent">
      <span id="put" />
      <Form method="post" encType="multipart/form-data" className={styles.form} preventScrollReset key={`${asked.kind ?? ''} ${asked.product ?? ''}`}>
        <IdempotencyField value={formKey} />
        <div className={styles.fields}>
          <NativeSelect
            label={t('merchant.documents.kind')} name="kind" required defaultValue={typed?.kind ?? asked.kind ?? wanted[0]?.kind ?? ''} error={problemAt(problem, 'kind')}
            data={[...(wanted.length > 0 ? [{ group: t('merchant.documents.kindsAsked'), items: options(wanted) }] : []), { group: t('merchant.documents.kindsOther'), items: options(others) }]}
          />
          <TextInput label={t('merchant.documents.number')} name="number" required maxLength={200} defaultValue={typed?.number ?? ''} error={problemAt(problem, 'number')} />
          <TextInput label={t('merchant.documents.laboratory')} name="laboratory" maxLength={200} defaultValue={typed?.laboratory ?? ''} />
          <TextInput label={t('merchant.documents.batch')} name="batch" maxLength={200} defaultValue={typed?.batch ?? ''} />
          <TextInput label={t('merchant.documents.expires')} name="expires" type="date" defaultValue={typed?.expires ?? ''} error={problemAt(problem, 'expires')} />
          <FileField label={t('merchant.documents.file')} />
        </div>
        <Radio.Group label={t('merchant.documents.cover')} name="cover" defaultValue={named === undefined ? 'asked' : 'named'} >
          <div className={styles.cover}>
            <Radio value="asked" label={t('merchant.documents.cover.asked')} />
            <Radio value="all" label={t('merchant.documents.cover.all')} />
            <Radio value="named" label={t('merchant.documents.cover.named')} />
          </div>
        </Radio.Group>
        <div className={styles.pick}>
          <ProductPicker name="productIds" products={products} more={more} ticked={named === undefined ? [] : [named.id]} />
        </div>
        {children}
        <div className={styles.buttons}>
          <Button type="submit" name="intent" value="put" loading={busy}>
            {t('merchant.documents.save')}
          </Button>
          {/* What it would open needs no number yet. */}
          <Button type="submit" name="intent" value="foresee" variant="default" formNoValidate disabled={busy}>
            {t('merchant.documents.foresee')}
          </Button>
        </div>
      </Form>
    </Card>
  );
}

/** A scan or a PDF of the document. */
export function FileField({ label }: Readonly<{ label: string }>) {
  return (
    <label className={styles.file}>
      <span>{label}</span>
      <input type="file" name="file" accept="image/jpeg,image/png,image/webp,application/pdf" />
    </label>
  );
}
