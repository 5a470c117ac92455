import { TextInput } from '@mantine/core';
import { CATEGORIES } from './categories.ts';
import { useMerchantText } from './text.ts';

/** A category, typed or chosen. */
export function CategoryField({ value = '' }: Readonly<{ value?: string }>) {
  const t = useMerchantText();
  return (
    <>
      <TextInput label={t('merchant.product.edit.category')} name="category" list="categories" maxLength={200} defaultValue={value} lang="zh-Hans" />
      <datalist id="categories">
        {CATEGORIES.map((category) => (
          <option key={category} value={category} />
        ))}
      </datalist>
    </>
  );
}
