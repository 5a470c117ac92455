import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

/** What a list says while it holds nothing: what will come here, and how to bring it about. */
export function EmptyState({ title, text, action }: Readonly<{ title: string; text: string; action?: ReactNode }>) {
  return (
    <div className={styles.empty}>
      <svg viewBox="0 0 120 40" width="120" height="40" aria-hidden="true">
        <path d="M0 26c10 0 10-6 20-6s10 6 20 6 10-6 20-6 10 6 20 6 10-6 20-6 10 6 20 6" fill="none" stroke="var(--hairline-strong)" strokeWidth="2" />
        <path d="M0 36c10 0 10-6 20-6s10 6 20 6 10-6 20-6 10 6 20 6 10-6 20-6 10 6 20 6" fill="none" stroke="var(--hairline)" strokeWidth="2" />
        <path d="M60 4v16M60 5h14l-3 4 3 4H60z" fill="var(--accent)" stroke="var(--accent)" strokeWidth="1.5" strokeLinejoin="round" />
      </svg>
      <Title order={2} size="h4">
        {title}
      </Title>
      <p>{text}</p>
      {action}
    </div>
  );
}
