import { Title } from '@mantine/core';
import { Link } from 'react-router';
import type { RouteReply } from '#contract/route.ts';
import type { getMyStatement } from '#contract/statements.ts';
import { CopyId } from '../ui/copy-id.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { Money, useMoney } from '../ui/money.tsx';
import { Stat, Stats } from '../ui/stat.tsx';
import { StatusBadge, type Tone } from '../ui/status-badge.tsx';
import { useLocalText } from '../ui/text.tsx';
import styles from './reconciliation.module.css';
import { useMerchantText } from './text.ts';

type Reconciled = RouteReply<typeof getMyStatement>['reconciliation'];
type DifferenceClass = Reconciled['differences'][number]['class'];

const TONES = { same: 'good', rounding: 'plain', changed: 'warn', not_charged: 'info', not_previewed: 'warn', claim: 'bad', chargeback: 'bad', reversal: 'good' } as const satisfies Record<DifferenceClass, Tone>;

/** The statement beside the payout previews of its orders: what was promised, what came, and what every difference is. */
export function Reconciliation({ reconciliation }: Readonly<{ reconciliation: Reconciled }>) {
  const t = useMerchantText();
  const say = useLocalText();
  const price = useMoney();
  const rows = reconciliation.orders.flatMap((order) => order.lines.map((line, index) => ({ order, line, index })));
  return (
    <section>
      <Title order={2} size="h4" mb="sm">
        {t('merchant.reconcile')}
      </Title>
      <p>{t(reconciliation.differences.length === 0 ? 'merchant.reconcile.same' : 'merchant.reconcile.lead')}</p>
      <Stats>
        <Stat label={t('merchant.reconcile.previewed')} value={price(reconciliation.previewed)} />
        {reconciliation.differences.map((one) => (
          <Stat key={one.class} label={t(`merchant.reconcile.class.${one.class}`)} value={price(one.amount)} tone={BigInt(one.amount.minor) < 0n ? 'bad' : 'good'} />
        ))}
        <Stat label={t('merchant.reconcile.stated')} value={price(reconciliation.stated)} tone="good" />
      </Stats>
      <div className={styles.below}>
      <DataTable
        caption={t('merchant.reconcile')}
        columns={[
          { key: 'what', label: t('merchant.statements.what'), names: true },
          { key: 'order', label: t('merchant.reconcile.order') },
          { key: 'previewed', label: t('merchant.reconcile.previewed'), align: 'end' },
          { key: 'stated', label: t('merchant.reconcile.stated'), align: 'end' },
          { key: 'difference', label: t('merchant.reconcile.difference'), align: 'end' },
          { key: 'class', label: t('merchant.reconcile.why') },
        ]}
        rows={rows.map(({ order, line, index }) => ({
          key: `${order.orderId} ${line.code} ${index}`,
          cells: {
            what: say(line.label), order: order.orderId === null ? '—' : <CopyId id={order.orderId} />, previewed: line.previewed === null ? '—' : <Money amount={line.previewed} signed />, stated: line.stated === null ? '—' : <Money amount={line.stated} signed />,
            difference: line.difference.minor === '0' ? '—' : <Money amount={line.difference} signed />, class: <StatusBadge tone={TONES[line.class]}>{t(`merchant.reconcile.class.${line.class}`)}</StatusBadge>,
          },
        }))}
      />
      </div>
    </section>
  );
}

type Hold = RouteReply<typeof getMyStatement>['holds'][number];

/** Money that waits: how much, why, until when at the latest. */
export function Holds({ holds, title }: Readonly<{ holds: readonly Hold[]; title: string }>) {
  const t = useMerchantText();
  const say = useLocalText();
  if (holds.length === 0) return null;
  return (
    <section>
      <Title order={2} size="h4" mb="sm">
        {title}
      </Title>
      <DataTable
        caption={title}
        columns={[
          { key: 'why', label: t('merchant.holds.why'), names: true },
          { key: 'until', label: t('merchant.holds.until') },
          { key: 'about', label: t('merchant.statements.rests') },
          { key: 'amount', label: t('merchant.statements.amount'), align: 'end' },
        ]}
        rows={holds.map((hold) => ({ key: hold.id, cells: { why: say(hold.reason), until: hold.endsOn, about: hold.code === 'claim' ? <Link to="/merchant/claims">{t('merchant.claims')}</Link> : hold.orderId === null ? '—' : <CopyId id={hold.orderId} />, amount: <Money amount={hold.amount} /> } }))}
      />
    </section>
  );
}
