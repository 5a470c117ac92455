import { IconSearch } from '@tabler/icons-react';
import { Form } from 'react-router';
import styles from './search-field.module.css';

/** Searches the list below it: a GET form, so the result has an address. Other filters travel in `keep`. */
export function SearchField({ label, value, name = 'q', keep = {} }: Readonly<{ label: string; value: string; name?: string; keep?: Readonly<Record<string, string | undefined>> }>) {
  return (
    <Form role="search" className={styles.search}>
      {Object.entries(keep).map(([key, kept]) => kept !== undefined && <input key={key} type="hidden" name={key} value={kept} />)}
      <IconSearch size={18} aria-hidden />
      <input type="search" name={name} defaultValue={value} key={value} placeholder={label} aria-label={label} enterKeyHint="search" />
    </Form>
  );
}
