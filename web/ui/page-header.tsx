import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import styles from './page-header.module.css';

type Props = Readonly<{ title: ReactNode; lead?: ReactNode; back?: Readonly<{ to: string; label: string }>; actions?: ReactNode; lang?: string }>;

/** The head of a screen: where it belongs, its one title, one line of help, what can be done. */
export function PageHeader({ title, lead, back, actions, lang }: Props) {
  return (
    <div className={styles.header}>
      <div className={styles.words}>
        {back && (
          <Link to={back.to} className={styles.back}>
            ← {back.label}
          </Link>
        )}
        <Title order={1} className={styles.title ?? ''} {...(lang !== undefined && { lang })}>
          {title}
        </Title>
        {lead !== undefined && <p className={styles.lead}>{lead}</p>}
      </div>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
