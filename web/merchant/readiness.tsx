import { Stack } from '@mantine/core';
import { getLiveHistory, getReadiness } from '#contract/listings.ts';
import { load } from '../ui/api.ts';
import { Chips } from '../ui/chips.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { LiveHistory } from '../ui/live-history.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import type { Route } from './+types/readiness.ts';
import { FirstActions } from './first-actions.tsx';
import { judgedIn, ReadinessParts, readyIn } from './readiness-parts.tsx';
import styles from './readiness.module.css';
import { useMerchantText } from './text.ts';

const DAYS = [7, 30, 90] as const;

export async function loader(args: Route.LoaderArgs) {
  const asked = Number(new URL(args.request.url).searchParams.get('days'));
  const days = DAYS.find((one) => one === asked) ?? 7;
  const [readiness, live] = await Promise.all([load(args, getReadiness, {}), load(args, getLiveHistory, { query: { days } })]);
  return { readiness, live, days };
}

/** The shop at a glance: how many products can go where, what to do first, and what moved the count. */
export default function ReadinessPage({ loaderData: { readiness, live, days } }: Route.ComponentProps) {
  const t = useMerchantText();
  return (
    <Stack gap="lg">
      <PageHeader title={t('merchant.readiness')} lead={t('merchant.readiness.lead', { count: readiness.products })} />
      {readiness.products === 0 && <EmptyState title={t('merchant.products.none')} text={t('merchant.products.noneText')} />}
      <section className={styles.markets} aria-label={t('merchant.markets')}>
        {readiness.markets.map((market) => (
          <MarketReadiness key={market.market} market={market} />
        ))}
      </section>
      <FirstActions actions={readiness.actions} all />
      <Chips label={t('merchant.readiness.days')} items={DAYS.map((one) => ({ to: `?days=${one}`, label: t('merchant.readiness.lastDays', { count: one }), current: one === days }))} />
      <LiveHistory history={live} hrefOf={(listing) => `/merchant/products/${listing.productId}?market=${listing.market}`} />
    </Stack>
  );
}

type MarketRow = Route.ComponentProps['loaderData']['readiness']['markets'][number];

function MarketReadiness({ market }: Readonly<{ market: MarketRow }>) {
  const t = useMerchantText();
  return (
    <article className={styles.market}>
      <h2>{t(`ui.market.${market.market}`)}</h2>
      <p className={styles.figure}>
        <b className="tabular">{readyIn(market)}</b> / {judgedIn(market)}
      </p>
      <ReadinessParts market={market} />
    </article>
  );
}
