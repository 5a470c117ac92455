import type { ReactNode } from 'react';
import { Money } from '../ui/money.tsx';
import { Picture } from '../ui/product-card.tsx';
import type { Money as Amount } from '../ui/shapes.ts';
import styles from './item-list.module.css';

type Item = Readonly<{ key: string; title: string; image: string | null; options: Readonly<Record<string, string>>; quantity: number; total: Amount; below?: ReactNode }>;

/** Bought or chosen things, in one line each. */
export function ItemList({ items }: Readonly<{ items: readonly Item[] }>) {
  return (
    <ul className={styles.items}>
      {items.map((item) => (
        <li key={item.key}>
          <Picture src={item.image} />
          <div>
            <b>{item.title}</b>
            <small>
              {[...Object.values(item.options), `× ${item.quantity}`].join(' · ')}
            </small>
            {item.below}
          </div>
          <Money amount={item.total} />
        </li>
      ))}
    </ul>
  );
}
