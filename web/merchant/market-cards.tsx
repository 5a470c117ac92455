import { SwitchCard } from '../ui/switch-card.tsx';
import type { Readiness, SwitchBoard } from '../ui/shapes.ts';
import { judgedIn, ReadinessParts } from './readiness-parts.tsx';
import styles from './market-cards.module.css';
import { useMerchantText } from './text.ts';

/** Each market: how many products can go there, and a switch for that market alone. */
export function MarketCards({ board, readiness, enrolled }: Readonly<{ board: SwitchBoard; readiness: Readiness; enrolled: boolean }>) {
  const t = useMerchantText();
  return (
    <section className={styles.markets} aria-label={t('merchant.markets')}>
      {readiness.markets.map((ready) => {
        const market = t(`ui.market.${ready.market}`);
        const state = board.markets.find((each) => each.market === ready.market);
        if (!enrolled && judgedIn(ready) === 0) return null;
        return (
          <article key={ready.market} className={styles.market}>
            <div className={styles.body}>
              <h2>{market}</h2>
              <ReadinessParts market={ready} />
            </div>
            {enrolled && state?.enrolled === true && (
              <SwitchCard
                size="m"
                title={t('merchant.markets.live', { live: state.live, products: state.products })}
                open={state.open}
                now={t(state.open ? 'ui.switch.open' : 'ui.switch.paused')}
                consequence={t('merchant.switch.marketConsequence', { market })}
                fields={{ market: ready.market }}
              />
            )}
          </article>
        );
      })}
    </section>
  );
}
