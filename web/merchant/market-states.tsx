import type { MarketState } from '../ui/shapes.ts';
import styles from './market-states.module.css';
import { useMerchantText } from './text.ts';

/** Where a product stands in each market, in one line each: the dot says the state, the words why. */
export function MarketStates({ states }: Readonly<{ states: readonly MarketState[] }>) {
  const t = useMerchantText();
  if (states.length === 0) return <span className={styles.none}>{t('merchant.products.notOpen')}</span>;
  return (
    <ul className={styles.states}>
      {states.map(({ market, state, headline, todo }) => (
        <li key={market} data-state={state}>
          <b>{t(`ui.market.${market}`)}</b>
          <span>
            {state === 'live' ? t('ui.state.live') : headline || t(`ui.state.${state}`)}
            {state !== 'live' && todo !== null && <em>{todo}</em>}
          </span>
        </li>
      ))}
    </ul>
  );
}
