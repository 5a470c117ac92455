import { Button, Stack } from '@mantine/core';
import { Form, Link } from 'react-router';
import { getAppeal, withdrawAppeal } from '#contract/appeals.ts';
import { call, load } from '../ui/api.ts';
import { Card } from '../ui/card.tsx';
import { useInstant } from '../ui/instant.tsx';
import { useFactName, useFactValue } from '../ui/known-texts.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { Problem } from '../ui/problem.tsx';
import { ProgressList } from '../ui/progress-list.tsx';
import { SourceLink } from '../ui/reason-list.tsx';
import type { Appeal } from '../ui/shapes.ts';
import { OutcomeBadge } from '../ui/status-badge.tsx';
import { useLocalText } from '../ui/text.tsx';
import { WhyDrawer } from '../ui/why-drawer.tsx';
import type { Route } from './+types/appeal.ts';
import { AppealStateBadge } from './appeal-state.tsx';
import styles from './appeal.module.css';
import { useMerchantText } from './text.ts';

export async function loader(args: Route.LoaderArgs) {
  return { appeal: await load(args, getAppeal, { params: { appealId: args.params.appealId } }) };
}

export async function action(args: Route.ActionArgs) {
  const done = await call(args, withdrawAppeal, { params: { appealId: args.params.appealId } });
  return { problem: done.ok ? null : done.problem };
}

export default function AppealPage({ loaderData: { appeal }, actionData }: Route.ComponentProps) {
  const t = useMerchantText();
  const say = useLocalText();
  const nameOf = useFactName();
  const valueOf = useFactValue();
  const waiting = appeal.state === 'open' || appeal.state === 'escalated';
  return (
    <Stack gap="lg">
      <PageHeader title={appeal.title} lang="zh-Hans" back={{ to: '/merchant/appeals', label: t('merchant.appeals') }} actions={<Button component={Link} to={`/merchant/products/${appeal.productId}?market=${appeal.market}`} variant="default">{t('merchant.appeals.product')}</Button>} />
      <Problem problem={actionData?.problem} />
      <Card title={t('merchant.appeals.how')} aside={<WhyDrawer id={appeal.id} base="/merchant/why" />}>
        <Stations appeal={appeal} />
        <p className={styles.outcome}>
          <AppealStateBadge appeal={appeal} /> {appeal.now !== null && <OutcomeBadge outcome={appeal.now} />}
        </p>
        {appeal.reason !== null && (
          <blockquote className={styles.said} lang="zh-Hans">
            {appeal.reason}
            <footer>{appeal.decidedBy}</footer>
          </blockquote>
        )}
      </Card>
      <Card title={t('merchant.appeals.finding')}>
        <p>{say(appeal.rule)}</p>
        <p className={styles.quiet}>
          {appeal.ruleId} · {t(`ui.market.${appeal.market}`)} {appeal.source && <SourceLink {...appeal.source} />}
        </p>
      </Card>
      <Card title={t('merchant.appeals.said')}>
        <blockquote className={styles.said} lang="zh-Hans">
          {appeal.words}
        </blockquote>
        {appeal.fact && (
          <p>
            {nameOf(appeal.fact.fact)}: <b>{valueOf(appeal.fact.value)}</b>
          </p>
        )}
        {appeal.document && (
          <p>
            {say(appeal.document.name)} {appeal.document.number}
          </p>
        )}
        {waiting && (
          <Form method="post">
            <Button type="submit" variant="subtle" color="gray">
              {t('merchant.appeals.withdraw')}
            </Button>
          </Form>
        )}
      </Card>
    </Stack>
  );
}

/** Where the appeal is on its way, and when the answer is due. */
function Stations({ appeal }: Readonly<{ appeal: Appeal }>) {
  const t = useMerchantText();
  const day = useInstant();
  const over = appeal.state === 'decided' || appeal.state === 'settled' || appeal.state === 'withdrawn';
  const steps = [
    { label: t('merchant.appeals.opened'), state: 'done' as const, hint: day(appeal.openedAt) },
    ...(appeal.state === 'settled' ? [] : [{ label: t('merchant.appeals.reviewing'), state: over ? ('done' as const) : ('now' as const), hint: over ? '' : t('merchant.appeals.dueBy', { at: day(appeal.dueAt) }) }]),
    ...(appeal.escalatedAt === null ? [] : [{ label: t('merchant.appeals.escalated'), state: over ? ('done' as const) : ('now' as const), hint: day(appeal.escalatedAt) }]),
    { label: t(appeal.state === 'settled' ? 'merchant.appeals.settled' : appeal.state === 'withdrawn' ? 'merchant.appeals.withdrawn' : 'merchant.appeals.answered'), state: over ? ('done' as const) : ('ahead' as const), hint: appeal.decidedAt === null ? '' : day(appeal.decidedAt) },
  ];
  return <ProgressList label={t('merchant.appeals.how')} steps={steps} />;
}
