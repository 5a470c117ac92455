import type { Readiness } from '../ui/shapes.ts';
import styles from './readiness-parts.module.css';
import { useMerchantText } from './text.ts';

type Market = Readiness['markets'][number];

/** How many products may be exported to a market, with and without conditions. */
export function readyIn({ allowed, conditions }: Market): number {
  return allowed + conditions;
}

/** How many products were judged for a market. */
export function judgedIn(market: Market): number {
  return readyIn(market) + market.needsFacts + market.needsReview + market.blocked;
}

/** How a shop's products stand in a market: a bar, and what each part of it is. */
export function ReadinessParts({ market }: Readonly<{ market: Market }>) {
  const t = useMerchantText();
  const parts = [
    { tone: 'good', count: readyIn(market), label: t('merchant.readiness.ready', { count: readyIn(market) }) },
    { tone: 'warn', count: market.needsFacts, label: t('merchant.readiness.ask', { count: market.needsFacts }) },
    { tone: 'info', count: market.needsReview, label: t('merchant.readiness.review', { count: market.needsReview }) },
    { tone: 'bad', count: market.blocked, label: t('merchant.readiness.blocked', { count: market.blocked }) },
  ].filter(({ count }) => count > 0);
  return (
    <>
      <div className={styles.bar} aria-hidden>
        {parts.map((part) => (
          <i key={part.tone} data-tone={part.tone} style={{ flexGrow: part.count }} />
        ))}
      </div>
      <ul className={styles.parts}>
        {parts.map((part) => (
          <li key={part.tone} data-tone={part.tone}>
            {part.label}
          </li>
        ))}
      </ul>
    </>
  );
}
