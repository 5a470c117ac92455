import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Form, useNavigation } from 'react-router';
import styles from './switch-card.module.css';
import { useText } from './text.tsx';

type Props = Readonly<{
  title: string;
  open: boolean;
  /** What is so now, such as "19 products on sale in three markets". */
  now: ReactNode;
  /** What pausing would bring about, shown before it is confirmed. */
  consequence: string;
  /** Hidden fields that say which switch this is. */
  fields?: Readonly<Record<string, string>>;
  /** What opening would bring, offered beside the button that opens. */
  preview?: Readonly<{ label: string; content: ReactNode }> | undefined;
  size?: 'l' | 'm';
  intent?: string;
}>;

/**
 * The export switch. Opening takes one press; pausing shows its consequence first. The action reads `intent`, `state`
 * (`open` or `paused`) and the given fields. Works without script.
 */
export function SwitchCard({ title, open, now, consequence, fields = {}, preview, size = 'l', intent = 'switch' }: Props) {
  const t = useText();
  const busy = useNavigation().state !== 'idle';
  const action = t(open ? 'ui.switch.toPause' : 'ui.switch.toOpen');
  const form = (children: ReactNode) => (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="state" value={open ? 'paused' : 'open'} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </Form>
  );
  return (
    <section className={styles.card} data-open={open || undefined} data-size={size} aria-label={title}>
      <div className={styles.lamp} aria-hidden>
        <i />
      </div>
      <div className={styles.words}>
        <h2>{size === 'l' ? t(open ? 'ui.switch.open' : 'ui.switch.paused') : title}</h2>
        <p>{now}</p>
      </div>
      {open ? (
        <details className={styles.confirm} key="open">
          <summary>{action}</summary>
          <div className={styles.ask}>
            <p>{consequence}</p>
            {form(<Button type="submit" color="red" loading={busy}>{t('ui.switch.confirm', { action })}</Button>)}
          </div>
        </details>
      ) : (
        form(<Button type="submit" size={size === 'l' ? 'lg' : 'sm'} loading={busy}>{action}</Button>)
      )}
      {!open && preview !== undefined && (
        <details className={styles.preview}>
          <summary>{preview.label}</summary>
          {preview.content}
        </details>
      )}
    </section>
  );
}
