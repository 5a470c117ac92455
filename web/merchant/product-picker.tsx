import { Button, Checkbox, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import styles from './product-picker.module.css';
import { useMerchantText } from './text.ts';

type Props = Readonly<{ name: string; products: readonly Readonly<{ id: string; title: string }>[]; more: boolean; ticked: readonly string[] }>;

/** Ticks one or several of the shop's products, found by a word of their titles. What is ticked stays ticked while another word is looked for. */
export function ProductPicker({ name, products, more, ticked }: Props) {
  const t = useMerchantText();
  const label = useId();
  const [word, setWord] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(ticked));
  const wanted = word.trim().toLowerCase();
  const found = products.filter(({ title }) => title.toLowerCase().includes(wanted));
  const tick = (ids: readonly string[], on: boolean) => setChosen(new Set(on ? [...chosen, ...ids] : [...chosen].filter((id) => !ids.includes(id))));
  const all = found.length > 0 && found.every(({ id }) => chosen.has(id));
  return (
    <div className={styles.picker} role="group" aria-labelledby={label}>
      <div className={styles.head}>
        <b id={label} aria-live="polite">
          {t('merchant.documents.ticked', { count: chosen.size })}
        </b>
        <TextInput aria-label={t('merchant.documents.find')} placeholder={t('merchant.documents.find')} type="search" value={word} onChange={(event) => setWord(event.currentTarget.value)} onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()} />
        <Button variant="subtle" size="compact-sm" disabled={found.length === 0} onClick={() => tick(found.map(({ id }) => id), !all)}>
          {t(all ? 'merchant.documents.untickFound' : 'merchant.documents.tickFound', { count: found.length })}
        </Button>
      </div>
      <ul className={styles.list} lang="zh-Hans">
        {found.map(({ id, title }) => (
          <li key={id}>
            <Checkbox label={title} checked={chosen.has(id)} onChange={(event) => tick([id], event.currentTarget.checked)} />
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className={styles.none}>{t('merchant.documents.noneFound', { word })}</p>}
      {more && <p className={styles.none}>{t('merchant.documents.more', { count: products.length })}</p>}
      {[...chosen].map((id) => (
        <input key={id} type="hidden" name={name} value={id} />
      ))}
    </div>
  );
}
