import { Button, Stack } from '@mantine/core';
import { Link } from 'react-router';
import { listMyNotes } from '#contract/notes.ts';
import { load } from '../ui/api.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { Instant } from '../ui/instant.tsx';
import { MoreLink } from '../ui/more-link.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import type { Route } from './+types/home.ts';
import { useCreatorText } from './text.ts';

export async function loader(args: Route.LoaderArgs) {
  const asked = new URL(args.request.url).searchParams;
  return { notes: await load(args, listMyNotes, { query: { cursor: asked.get('after') ?? undefined } }) };
}

export default function CreatorHome({ loaderData: { notes } }: Route.ComponentProps) {
  const t = useCreatorText();
  const write = (
    <Button component={Link} to="/creator/new">
      {t('creator.new')}
    </Button>
  );
  return (
    <Stack gap="md">
      <PageHeader title={t('creator.home')} actions={write} />
      {notes.items.length === 0 ? (
        <EmptyState title={t('creator.home.empty')} text={t('creator.home.emptyText')} action={write} />
      ) : (
        <DataTable
          caption={t('creator.home')}
          columns={[
            { key: 'title', label: t('creator.home.cover'), names: true },
            { key: 'at', label: t('creator.home.published') },
            { key: 'in', label: t('creator.home.shownIn') },
            { key: 'reads', label: t('creator.home.readsLabel'), align: 'end' },
            { key: 'orders', label: t('creator.home.ordersLabel'), align: 'end' },
          ]}
          rows={notes.items.map((note) => ({
            key: note.id,
            cells: {
              title: <span lang={note.language}>{note.title}</span>,
              at: <Instant at={note.publishedAt} />,
              in: note.liveIn.map((market) => t(`ui.market.${market}`)).join(' · ') || '—',
              reads: t('creator.home.reads', { count: note.reads }),
              orders: t('creator.home.orders', { count: note.orders }),
            },
          }))}
        />
      )}
      <MoreLink nextCursor={notes.nextCursor} />
    </Stack>
  );
}
