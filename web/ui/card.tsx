import { Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import styles from './card.module.css';

type Props = Readonly<{ title?: ReactNode; hint?: ReactNode; aside?: ReactNode; tone?: 'plain' | 'accent' | 'quiet'; children: ReactNode }>;

/** A surface holding one matter. `aside` stands at the end of the title's line. */
export function Card({ title, hint, aside, tone = 'plain', children }: Props) {
  const id = useId();
  return (
    <section className={styles.card} data-tone={tone} {...(title !== undefined && { 'aria-labelledby': id })}>
      {title !== undefined && (
        <header className={styles.head}>
          <div>
            <Title order={2} id={id} className={styles.title ?? ''}>
              {title}
            </Title>
            {hint !== undefined && <p className={styles.hint}>{hint}</p>}
          </div>
          {aside}
        </header>
      )}
      {children}
    </section>
  );
}
