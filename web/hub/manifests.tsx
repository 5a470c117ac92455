import { Stack } from '@mantine/core';
import { Link } from 'react-router';
import { listManifests } from '#contract/hub.ts';
import { load } from '../ui/api.ts';
import { DataTable } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { useLocalText } from '../ui/text.tsx';
import type { Route } from './+types/manifests.ts';
import { useHubText } from './text.ts';

export async function loader(args: Route.LoaderArgs) {
  return { manifests: await load(args, listManifests, {}) };
}

/** What left by each line, day by day. */
export default function Manifests({ loaderData: { manifests } }: Route.ComponentProps) {
  const t = useHubText();
  const say = useLocalText();
  return (
    <Stack gap="lg">
      <PageHeader title={t('hub.manifests')} lead={t('hub.manifests.lead', { waiting: manifests.waiting })} />
      {manifests.items.length === 0 ? (
        <EmptyState title={t('hub.manifests.none')} text={t('hub.manifests.noneText')} />
      ) : (
        <DataTable
          caption={t('hub.manifests')}
          columns={[{ key: 'line', label: t('hub.line'), names: true }, { key: 'day', label: t('hub.manifests.day') }, { key: 'parcels', label: t('hub.manifests.parcels'), align: 'end' }, { key: 'weight', label: t('hub.manifests.weight'), align: 'end' }]}
          rows={manifests.items.map((item) => ({
            key: `${item.day} ${item.lineCode}`,
            cells: { line: <Link to={`/hub/manifests/${item.day}/${item.lineCode}`}>{say(item.lineName)}</Link>, day: item.day, parcels: item.parcels, weight: (item.grossGrams / 1000).toFixed(1) },
          }))}
        />
      )}
    </Stack>
  );
}
