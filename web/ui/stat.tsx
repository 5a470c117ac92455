import type { ReactNode } from 'react';
import styles from './stat.module.css';

/** A row of figures. */
export function Stats({ children }: Readonly<{ children: ReactNode }>) {
  return <dl className={styles.stats}>{children}</dl>;
}

/** One figure with its name and, below, what it is part of. */
export function Stat({ label, value, hint, tone = 'plain' }: Readonly<{ label: string; value: ReactNode; hint?: ReactNode; tone?: 'plain' | 'warn' | 'bad' | 'good' }>) {
  return (
    <div className={styles.stat} data-tone={tone}>
      <dt>{label}</dt>
      <dd>
        <b className="tabular">{value}</b>
        {hint !== undefined && <span>{hint}</span>}
      </dd>
    </div>
  );
}
