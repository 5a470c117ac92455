import { Stack } from '@mantine/core';
import { getOverview } from '#contract/accounts.ts';
import { getMarketplaceLiveHistory } from '#contract/listings.ts';
import { load } from '../ui/api.ts';
import { Card } from '../ui/card.tsx';
import { LiveHistory } from '../ui/live-history.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Stat, Stats } from '../ui/stat.tsx';
import { useLocalText } from '../ui/text.tsx';
import type { Route } from './+types/home.ts';
import styles from './operator.module.css';
import { useOperatorText } from './text.ts';

export async function loader(args: Route.LoaderArgs) {
  const [overview, live] = await Promise.all([load(args, getOverview, {}), load(args, getMarketplaceLiveHistory, { query: { days: 30 } })]);
  return { overview, live };
}

export default function OperatorHome({ loaderData: { overview, live } }: Route.ComponentProps) {
  const t = useOperatorText();
  const say = useLocalText();
  return (
    <Stack gap="lg">
      <PageHeader title={t('operator.home.title')} />
      <Stats>
        <Stat label={t('operator.home.merchants')} value={overview.merchants.enrolled} hint={t('operator.home.merchantsOf', { total: overview.merchants.total, open: overview.merchants.open })} />
        <Stat label={t('operator.home.products')} value={overview.products} />
        <Stat label={t('operator.home.toDecide')} value={overview.toDecide} tone={overview.toDecide > 0 ? 'warn' : 'plain'} />
        <Stat label={t('operator.home.claims')} value={overview.openClaims} />
        <Stat label={t('operator.home.aside')} value={overview.putAside} />
      </Stats>
      <div className={styles.columns}>
        <Card title={t('operator.home.listings')}>
          <ul className={styles.bars}>
            {overview.listings.map(({ market, live, held, off }) => (
              <li key={market}>
                <b>{market}</b>
                <span className={styles.bar} aria-hidden>
                  <i data-tone="good" style={{ flexGrow: live }} />
                  <i data-tone="warn" style={{ flexGrow: held }} />
                  <i style={{ flexGrow: off }} />
                </span>
                <small>{t('operator.home.listingsOf', { live, held, off })}</small>
              </li>
            ))}
          </ul>
        </Card>
        <Card title={t('operator.home.orders')} hint={t('operator.home.ordersHint')}>
          <Days orders={overview.orders} />
        </Card>
      </div>
      <LiveHistory history={live} hrefOf={(listing) => `/operator/why/${listing.id}`} />
      <Card title={t('operator.home.refusals')}>
        {overview.topRefusals.length === 0 ? (
          t('operator.home.noRefusals')
        ) : (
          <ul className={styles.candidates}>
            {overview.topRefusals.map((refusal) => (
              <li key={refusal.ruleId} className={styles.refusal}>
                <code>{refusal.ruleId}</code>
                <span>{say(refusal.text)}</span>
                <b>{t('operator.home.refused', { count: refusal.products })}</b>
              </li>
            ))}
          </ul>
        )}
      </Card>
    </Stack>
  );
}

/** Orders a day: one column each, as tall as its share of the busiest day. */
function Days({ orders }: Readonly<{ orders: Route.ComponentProps['loaderData']['overview']['orders'] }>) {
  const t = useOperatorText();
  const byDay = [...Map.groupBy(orders, (row) => row.day)].map(([day, rows]) => ({ day, count: rows.reduce((sum, row) => sum + row.count, 0) }));
  const most = Math.max(1, ...byDay.map((one) => one.count));
  if (byDay.length === 0) return <p className={styles.quiet}>{t('operator.orders.none')}</p>;
  return (
    <ol className={styles.days}>
      {byDay.map(({ day, count }) => (
        <li key={day} style={{ height: `${Math.max(4, (count / most) * 100)}%` }} title={`${day}: ${count}`}>
          <span className="visually-hidden">
            {day}: {count}
          </span>
        </li>
      ))}
    </ol>
  );
}
