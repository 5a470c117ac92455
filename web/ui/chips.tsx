import { Link } from 'react-router';
import styles from './chips.module.css';

/** A row of choices that are addresses: they work without script and can be shared. */
export function Chips({ label, items }: Readonly<{ label: string; items: readonly Readonly<{ to: string; label: string; current: boolean; count?: number }>[] }>) {
  return (
    <nav aria-label={label} className={styles.chips}>
      {items.map((item) => (
        <Link key={item.to} to={item.to} className={styles.chip} aria-current={item.current ? 'true' : undefined} prefetch="intent" preventScrollReset>
          {item.label}
          {item.count !== undefined && <span className="tabular">{item.count}</span>}
        </Link>
      ))}
    </nav>
  );
}
