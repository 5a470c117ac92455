import { Button, Stack } from '@mantine/core';
import { Link } from 'react-router';
import { listCohorts } from '#contract/cohorts.ts';
import { load } from '../ui/api.ts';
import { DataTable } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Instant } from '../ui/instant.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import type { Route } from './+types/cohorts.ts';
import { useOperatorText } from './text.ts';

export async function loader(args: Route.LoaderArgs) {
  return { cohorts: await load(args, listCohorts, {}) };
}

export default function Cohorts({ loaderData: { cohorts } }: Route.ComponentProps) {
  const t = useOperatorText();
  const open = (
    <Button component={Link} to="/operator/cohorts/new">
      {t('operator.cohorts.new')}
    </Button>
  );
  return (
    <Stack gap="md">
      <PageHeader title={t('operator.cohorts')} lead={t('operator.cohorts.lead')} actions={open} />
      {cohorts.items.length === 0 ? (
        <EmptyState title={t('operator.cohorts.none')} text={t('operator.cohorts.noneText')} action={open} />
      ) : (
        <DataTable
          caption={t('operator.cohorts')}
          columns={[
            { key: 'name', label: t('operator.cohorts.name'), names: true },
            { key: 'opened', label: t('operator.cohorts.opened') },
            { key: 'markets', label: t('operator.cohorts.markets') },
            { key: 'invited', label: t('operator.cohorts.invited'), align: 'end' },
            { key: 'accepted', label: t('operator.cohorts.accepted'), align: 'end' },
            { key: 'declined', label: t('operator.cohorts.declined'), align: 'end' },
            { key: 'left', label: t('operator.cohorts.left'), align: 'end' },
          ]}
          rows={cohorts.items.map((cohort) => ({
            key: cohort.id,
            cells: {
              name: <Link to={`/operator/cohorts/${cohort.id}`}>{cohort.name}</Link>, opened: <Instant at={cohort.openedAt} show="day" />, markets: cohort.markets.join(' · '),
              invited: cohort.counts.invited, accepted: cohort.counts.accepted, declined: cohort.counts.declined, left: cohort.counts.left,
            },
          }))}
        />
      )}
    </Stack>
  );
}
