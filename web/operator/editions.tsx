import { Button, NumberInput, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { Form, Link, redirect, useNavigation } from 'react-router';
import { draftEdition, listEditions } from '#contract/editions.ts';
import { call, load } from '../ui/api.ts';
import { Card } from '../ui/card.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { readFields } from '../ui/form.ts';
import { Instant } from '../ui/instant.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Problem, problemAt } from '../ui/problem.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';
import { useLocalText } from '../ui/text.tsx';
import type { Route } from './+types/editions.ts';
import styles from './operator.module.css';
import { useOperatorText } from './text.ts';

const TONES = { draft: 'info', published: 'good', withdrawn: 'plain' } as const;

export async function loader(args: Route.LoaderArgs) {
  return { editions: await load(args, listEditions, {}) };
}

export async function action(args: Route.ActionArgs) {
  const fields = await readFields(args.request);
  const source = fields.text('source');
  const change = fields.oneOf('intent', ['programme', 'line']) === 'programme'
    ? { kind: 'programme_rate' as const, heading: fields.text('heading'), ratePpm: Math.round(Number(fields.text('percent')) * 10_000), from: fields.text('from'), source }
    : { kind: 'line_rate' as const, hts: fields.text('hts'), rate: fields.text('rate'), source };
  const drafted = await call(args, draftEdition, { body: { name: fields.text('name'), note: fields.text('note'), changes: [change] } });
  return drafted.ok ? redirect(`/operator/editions/${drafted.value.id}`, 303) : { problem: drafted.problem };
}

export default function Editions({ loaderData: { editions }, actionData }: Route.ComponentProps) {
  const t = useOperatorText();
  return (
    <Stack gap="lg">
      <PageHeader title={t('operator.editions')} lead={t('operator.editions.lead')} actions={<><Button component={Link} to="/tariffs" variant="default">{t('operator.editions.schedule')}</Button><Button component={Link} to="/operator/editions/rules">{t('operator.rules.draft')}</Button></>} />
      <Problem problem={actionData?.problem} />
      {editions.items.length > 0 && <Drafted editions={editions} />}
      <DraftForm programmes={editions.programmes} problem={actionData?.problem} />
      <DataTable
        caption={t('operator.editions.packs')}
        columns={[
          { key: 'kind', label: t('operator.editions.pack'), names: true },
          { key: 'name', label: t('operator.editions.name') },
          { key: 'entries', label: t('operator.editions.entries'), align: 'end' },
        ]}
        rows={editions.packs.map((pack) => ({ key: pack.kind, cells: { kind: pack.kind, name: pack.name.split('|').join(' · '), entries: pack.entries } }))}
      />
    </Stack>
  );
}

/** Editions drafted here, newest first; the one of the rules that is in force says so. */
function Drafted({ editions }: Readonly<{ editions: Route.ComponentProps['loaderData']['editions'] }>) {
  const t = useOperatorText();
  return (
    <DataTable
      caption={t('operator.editions.drafted')}
      columns={[
        { key: 'name', label: t('operator.editions.name'), names: true },
        { key: 'kind', label: t('operator.editions.pack') },
        { key: 'state', label: t('operator.editions.state') },
        { key: 'base', label: t('operator.editions.base') },
        { key: 'by', label: t('operator.editions.by') },
        { key: 'at', label: t('operator.editions.at'), align: 'end' },
      ]}
      rows={editions.items.map((edition) => ({
        key: edition.id,
        cells: {
          name: <Link to={`/operator/editions/${edition.id}`}>{edition.name}</Link>, kind: t(`operator.editions.kind.${edition.kind}`),
          state: <StatusBadge tone={TONES[edition.state]}>{edition.state === 'published' && edition.sharePpm < 1_000_000 ? t('operator.editions.state.share', { percent: edition.sharePpm / 10_000 }) : t(`operator.editions.state.${edition.state}`)}</StatusBadge>,
          base: edition.base, by: edition.draftedBy, at: <Instant at={edition.withdrawnAt ?? edition.publishedAt ?? edition.draftedAt} />,
        },
      }))}
    />
  );
}

type Programmes = Route.ComponentProps['loaderData']['editions']['programmes'];

/** One change a draft: a programme's rate from a day on, or a line's own rate. The impact is shown before anything is published. */
function DraftForm({ programmes, problem }: Readonly<{ programmes: Programmes; problem: Parameters<typeof Problem>[0]['problem'] }>) {
  const t = useOperatorText();
  const say = useLocalText();
  const busy = useNavigation().state !== 'idle';
  const common = (
    <>
      <TextInput label={t('operator.editions.name')} name="name" required minLength={3} maxLength={60} error={problemAt(problem, 'name')} />
      <TextInput label={t('operator.editions.source')} name="source" required minLength={5} maxLength={300} error={problemAt(problem, 'changes.0.source')} />
      <Textarea label={t('operator.editions.note')} name="note" maxLength={500} autosize minRows={1} />
    </>
  );
  const submit = (intent: 'programme' | 'line') => (
    <div>
      <Button type="submit" name="intent" value={intent} loading={busy}>
        {t('operator.editions.draft')}
      </Button>
    </div>
  );
  return (
    <div className={styles.columns}>
      <Card title={t('operator.editions.programme')} hint={t('operator.editions.programmeHint')} tone="accent">
        <Form method="post" className={styles.form}>
          <NativeSelect label={t('operator.editions.heading')} name="heading" required defaultValue={programmes[0]?.heading ?? ''} data={[...new Map(programmes.map((row) => [row.heading, { value: row.heading, label: `${row.heading} · ${say(row.name)} · ${row.ratePpm / 10_000} %` }])).values()]} error={problemAt(problem, 'heading')} />
          <div className={styles.fields}>
            <NumberInput label={t('operator.editions.percent')} name="percent" required min={0} max={1000} decimalScale={4} suffix=" %" error={problemAt(problem, 'changes.0.ratePpm')} />
            <TextInput label={t('operator.editions.from')} name="from" type="date" required error={problemAt(problem, 'changes.0.from')} />
          </div>
          {common}
          {submit('programme')}
        </Form>
      </Card>
      <Card title={t('operator.editions.line')} hint={t('operator.editions.lineHint')}>
        <Form method="post" className={styles.form}>
          <div className={styles.fields}>
            <TextInput label={t('operator.editions.hts')} name="hts" required placeholder="6109.10.00" error={problemAt(problem, 'changes.0.hts')} />
            <TextInput label={t('operator.editions.rate')} name="rate" required placeholder="16.5%" error={problemAt(problem, 'rate')} />
          </div>
          {common}
          {submit('line')}
        </Form>
      </Card>
    </div>
  );
}
