import { Button, Group, Stack } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { Link } from 'react-router';
import { getManifest } from '#contract/hub.ts';
import { load } from '../ui/api.ts';
import { Card } from '../ui/card.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { Instant } from '../ui/instant.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { useLocalText } from '../ui/text.tsx';
import type { Route } from './+types/manifest.ts';
import { useHubText } from './text.ts';

export async function loader(args: Route.LoaderArgs) {
  const { day, lineCode } = args.params;
  return { manifest: await load(args, getManifest, { params: { day, lineCode } }) };
}

/** One manifest: what the driver signs for, and what of the line still lies here. */
export default function Manifest({ loaderData: { manifest } }: Route.ComponentProps) {
  const t = useHubText();
  const say = useLocalText();
  const base = `/api/v1/hub/manifests/${manifest.day}/${manifest.lineCode}`;
  return (
    <Stack gap="lg">
      <PageHeader
        title={say(manifest.lineName)}
        lead={`${manifest.day} · ${manifest.number}`}
        back={{ to: '/hub/manifests', label: t('hub.manifests') }}
        actions={
          <Group gap="xs">
            <Button component="a" href={`${base}/paper`} target="_blank" size="lg" leftSection={<IconPrinter size={20} aria-hidden />}>{t('hub.manifests.print')}</Button>
            <Button component="a" href={`${base}/csv`} size="lg" variant="default">CSV</Button>
          </Group>
        }
      />
      {manifest.waiting.length > 0 && (
        <Card tone="accent" title={t('hub.manifests.waiting', { count: manifest.waiting.length })} hint={t('hub.manifests.waitingHint')}>
          <ul>
            {manifest.waiting.map((parcel) => (
              <li key={parcel.code}>
                <Link to={`/hub/scan?code=${encodeURIComponent(parcel.code)}`}>{parcel.code}</Link> {parcel.trackingNumber} {parcel.to}
              </li>
            ))}
          </ul>
        </Card>
      )}
      <DataTable
        caption={t('hub.manifests.parcels')}
        columns={[{ key: 'number', label: t('hub.line.tracking'), names: true }, { key: 'parcel', label: t('hub.manifests.parcel') }, { key: 'to', label: t('hub.manifests.to') }, { key: 'weight', label: t('hub.manifests.weight'), align: 'end' }, { key: 'at', label: t('hub.manifests.at'), align: 'end' }]}
        rows={manifest.parcels.map((parcel) => ({ key: parcel.code, cells: { number: <code>{parcel.trackingNumber}</code>, parcel: <code>{parcel.code}</code>, to: parcel.to, weight: (parcel.grossGrams / 1000).toFixed(3), at: parcel.handedOverAt === null ? '–' : <Instant at={parcel.handedOverAt} /> } }))}
      />
    </Stack>
  );
}
