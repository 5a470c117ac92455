import { Stack } from '@mantine/core';
import { listMerchants } from '#contract/accounts.ts';
import { load } from '../ui/api.ts';
import { DataTable } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { MoreLink } from '../ui/more-link.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';
import type { Route } from './+types/merchants.ts';
import { useOperatorText } from './text.ts';

export async function loader(args: Route.LoaderArgs) {
  const asked = new URL(args.request.url).searchParams;
  const search = asked.get('q') ?? '';
  return { search, merchants: await load(args, listMerchants, { query: { cursor: asked.get('after') ?? undefined, search: search || undefined, limit: 50 } }) };
}

export default function Merchants({ loaderData: { search, merchants } }: Route.ComponentProps) {
  const t = useOperatorText();
  return (
    <Stack gap="md">
      <PageHeader title={t('operator.merchants')} actions={<SearchField label={t('operator.merchants.search')} value={search} />} />
      {merchants.items.length === 0 ? (
        <EmptyState title={t('operator.merchants.none')} text={t('operator.merchants.noneText')} />
      ) : (
        <DataTable
          caption={t('operator.merchants')}
          columns={[
            { key: 'shop', label: t('operator.merchants.shop'), names: true },
            { key: 'city', label: t('operator.merchants.city') },
            { key: 'state', label: t('operator.merchants.state') },
            { key: 'products', label: t('operator.merchants.products'), align: 'end' },
            { key: 'live', label: t('operator.merchants.live'), align: 'end' },
          ]}
          rows={merchants.items.map((merchant) => ({
            key: merchant.id,
            cells: {
              shop: <span lang="zh-Hans">{merchant.shopName}</span>, city: <span lang="zh-Hans">{merchant.city}</span>,
              state: merchant.open ? <StatusBadge tone="good">{t('operator.merchants.open')}</StatusBadge> : <StatusBadge tone={merchant.enrolled ? 'warn' : 'plain'}>{t(merchant.enrolled ? 'operator.merchants.paused' : 'operator.merchants.notEnrolled')}</StatusBadge>,
              products: merchant.products, live: merchant.live,
            },
          }))}
        />
      )}
      <MoreLink nextCursor={merchants.nextCursor} />
    </Stack>
  );
}
