import { Link } from 'react-router';
import { DataTable } from './data-table.tsx';
import { useInstant } from './instant.tsx';
import { useMoney } from './money.tsx';
import { Stat, Stats } from './stat.tsx';
import type { Impact, Money } from './shapes.ts';
import { useLocalText, useText } from './text.tsx';
import styles from './tariff-impact.module.css';

type Sample = Impact['samples'][number];
type Props = Readonly<{ impact: Impact; merchants?: boolean; hrefOf: (sample: Sample) => string }>;

/** What a change of tariff does, before it does: counts over everything, what it means in one sentence, and the listings it reaches with both sides of their price. */
export function TariffImpact({ impact, merchants = false, hrefOf }: Props) {
  const t = useText();
  const money = useMoney();
  const day = useInstant();
  const more = impact.buyerDelta.filter((one) => one.minor !== '0').map((one) => signed(one, money)).join(' · ');
  return (
    <section className={styles.impact} aria-label={t('ui.impact')} aria-live="polite">
      <Stats>
        <Stat label={t('ui.impact.checked')} value={impact.checked} hint={t('ui.impact.touched', { count: impact.touched })} />
        <Stat label={t('ui.impact.changed')} value={impact.changed} tone={impact.changed > 0 ? 'warn' : 'good'} />
        <Stat label={t('ui.impact.held')} value={impact.held} tone={impact.held > 0 ? 'bad' : 'plain'} hint={impact.belowFloor > 0 ? t('ui.impact.belowFloor', { count: impact.belowFloor }) : undefined} />
        {merchants ? <Stat label={t('ui.impact.merchants')} value={impact.merchants} /> : <Stat label={t('ui.impact.reopened')} value={impact.reopened} />}
      </Stats>
      <p className={styles.meaning}>
        {t('ui.impact.asOf', { day: day(impact.at, 'day') })}{' '}
        {impact.changed === 0 ? t('ui.impact.nothing') : t('ui.impact.buyers', { more: more || '0' })}{' '}
        {impact.changed > 0 && (impact.payoutDelta.minor === '0' ? t('ui.impact.payoutSame') : t('ui.impact.payout', { more: signed(impact.payoutDelta, money) }))}
      </p>
      {impact.samples.length > 0 && <Samples samples={impact.samples} hrefOf={hrefOf} own={!merchants} />}
    </section>
  );
}

function signed(amount: Money, money: (amount: Money) => string): string {
  return amount.minor.startsWith('-') ? money(amount) : `+${money(amount)}`;
}

function Samples({ samples, hrefOf, own }: Readonly<{ samples: readonly Sample[]; hrefOf: Props['hrefOf']; own: boolean }>) {
  const t = useText();
  const say = useLocalText();
  return (
    <DataTable
      caption={t('ui.impact.samples')}
      columns={[
        { key: 'title', label: t('ui.impact.listing'), names: true },
        { key: 'market', label: t('ui.impact.market') },
        { key: 'price', label: t('ui.impact.price'), align: 'end' },
        { key: 'payout', label: t('ui.impact.payoutColumn'), align: 'end' },
        { key: 'why', label: t('ui.impact.why') },
      ]}
      rows={samples.map((sample) => ({
        key: sample.listingId,
        cells: {
          title: own ? <Link to={hrefOf(sample)} lang="zh-Hans">{sample.ownTitle}</Link> : <Link to={hrefOf(sample)}>{sample.title}</Link>, market: <span className={styles.change}>{t(`ui.market.${sample.market}`)}</span>, price: <Change before={sample.before} after={sample.after} />, payout: <Change before={sample.payoutBefore} after={sample.payoutAfter} />,
          why: sample.after === null ? say(sample.why) : <Lines sample={sample} />,
        },
      }))}
    />
  );
}

/** The lines that moved, so that nobody has to compare two prices in the head. */
function Lines({ sample }: Readonly<{ sample: Sample }>) {
  const say = useLocalText();
  return (
    <ul className={styles.lines}>
      {sample.lines.map((line) => (
        <li key={line.label.en}>
          {say(line.label)} <Change before={line.before} after={line.after} />
        </li>
      ))}
    </ul>
  );
}

function Change({ before, after }: Readonly<{ before: Money | null; after: Money | null }>) {
  const t = useText();
  const money = useMoney();
  if (before !== null && after !== null && before.minor === after.minor) return <span className="tabular">{money(after)}</span>;
  return (
    <span className={`${styles.change} tabular`}>
      {before === null ? '–' : <s>{money(before)}</s>} → <b>{after === null ? t('ui.impact.none') : money(after)}</b>
    </span>
  );
}
