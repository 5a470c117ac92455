import { Link } from 'react-router';
import { DataTable } from '../ui/data-table.tsx';
import { Instant } from '../ui/instant.tsx';
import { useMoney } from '../ui/money.tsx';
import type { EditionReplay } from '../ui/shapes.ts';
import { Stat, Stats } from '../ui/stat.tsx';
import { isOutcome, OutcomeBadge } from '../ui/status-badge.tsx';
import styles from './operator.module.css';
import { useOperatorText } from './text.ts';

function Outcome({ outcome }: Readonly<{ outcome: string }>) {
  return isOutcome(outcome) ? <OutcomeBadge outcome={outcome} /> : <span>{outcome}</span>;
}

/** What a replay found: what flips, whose, how much trade, and samples to open. */
export function ReplayResult({ replay }: Readonly<{ replay: EditionReplay }>) {
  const t = useOperatorText();
  const money = useMoney();
  return (
    <div className={styles.result}>
      <Stats>
        <Stat label={t('operator.rules.flips')} value={replay.flips} tone={replay.flips > 0 ? 'warn' : 'good'} hint={t('operator.rules.touched', { count: replay.touched })} />
        <Stat label={t('operator.rules.goesOff')} value={replay.goesOff} tone={replay.goesOff > 0 ? 'bad' : 'plain'} hint={t('operator.rules.closes', { count: replay.closes })} />
        <Stat label={t('operator.rules.goesLive')} value={replay.goesLive} tone={replay.goesLive > 0 ? 'good' : 'plain'} hint={t('operator.rules.opens', { count: replay.opens })} />
        <Stat label={t('ui.impact.merchants')} value={replay.merchants} />
        <Stat label={t('operator.rules.trade')} value={replay.trade.orders} hint={replay.trade.amounts.map((amount) => money(amount)).join(' + ') || t('operator.rules.noTrade')} tone={replay.trade.orders > 0 ? 'warn' : 'plain'} />
      </Stats>
      <p className={styles.quiet}>
        <Instant at={replay.at} /> · {replay.byRule.map((one) => `${one.ruleId} ${one.flips}`).join(' · ')}
        {replay.byMerchant.length > 0 && ` · ${replay.byMerchant.map((one) => `${one.shopName} ${one.flips}`).join(' · ')}`}
      </p>
      {replay.samples.length > 0 && (
        <DataTable
          caption={t('ui.impact.samples')}
          columns={[
            { key: 'title', label: t('ui.impact.listing'), names: true },
            { key: 'shop', label: t('operator.rules.shop') },
            { key: 'market', label: t('operator.cohorts.markets') },
            { key: 'before', label: t('operator.rules.before') },
            { key: 'after', label: t('operator.rules.after') },
            { key: 'rule', label: t('operator.reviews.rule') },
          ]}
          rows={replay.samples.map((sample) => ({
            key: `${sample.productId} ${sample.market}`,
            cells: {
              title: <Link to={`/operator/why/${sample.listingId}`} lang="zh-Hans">{sample.title}</Link>, shop: sample.shopName, market: sample.market,
              before: <Outcome outcome={sample.before} />, after: <Outcome outcome={sample.after} />, rule: <code>{sample.ruleId}</code>,
            },
          }))}
        />
      )}
    </div>
  );
}
