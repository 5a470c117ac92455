import { Stack } from '@mantine/core';
import { Link } from 'react-router';
import { listAppeals } from '#contract/appeals.ts';
import { load } from '../ui/api.ts';
import { DataTable } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Instant } from '../ui/instant.tsx';
import { MoreLink } from '../ui/more-link.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import type { Route } from './+types/appeals.ts';
import { AppealStateBadge } from './appeal-state.tsx';
import { useMerchantText } from './text.ts';

export async function loader(args: Route.LoaderArgs) {
  const asked = new URL(args.request.url).searchParams;
  return { appeals: await load(args, listAppeals, { query: { cursor: asked.get('after') ?? undefined } }) };
}

export default function Appeals({ loaderData: { appeals } }: Route.ComponentProps) {
  const t = useMerchantText();
  return (
    <Stack gap="md">
      <PageHeader title={t('merchant.appeals')} lead={t('merchant.appeals.lead')} />
      {appeals.items.length === 0 ? (
        <EmptyState title={t('merchant.appeals.none')} text={t('merchant.appeals.noneText')} />
      ) : (
        <DataTable
          caption={t('merchant.appeals')}
          columns={[
            { key: 'title', label: t('merchant.products.product'), names: true },
            { key: 'rule', label: t('merchant.appeals.rule') },
            { key: 'state', label: t('merchant.orders.stateLabel') },
            { key: 'due', label: t('merchant.appeals.due'), align: 'end' },
          ]}
          rows={appeals.items.map((appeal) => ({
            key: appeal.id,
            cells: {
              title: <Link to={`/merchant/appeals/${appeal.id}`} lang="zh-Hans">{appeal.title}</Link>,
              rule: `${appeal.ruleId} · ${t(`ui.market.${appeal.market}`)}`,
              state: <AppealStateBadge appeal={appeal} />,
              due: <Instant at={appeal.decidedAt ?? appeal.dueAt} />,
            },
          }))}
        />
      )}
      <MoreLink nextCursor={appeals.nextCursor} />
    </Stack>
  );
}
