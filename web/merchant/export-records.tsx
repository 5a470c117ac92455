import { Button, Group, Stack, Title } from '@mantine/core';
import { getMyExportMonth } from '#contract/export-records.ts';
import { load } from '../ui/api.ts';
import { Chips } from '../ui/chips.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Money, useMoney } from '../ui/money.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Stat, Stats } from '../ui/stat.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';
import type { Route } from './+types/export-records.ts';
import { useMerchantText } from './text.ts';

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

export async function loader(args: Route.LoaderArgs) {
  const asked = new URL(args.request.url).searchParams.get('month') ?? '';
  return { exports: await load(args, getMyExportMonth, { query: MONTH.test(asked) ? { month: asked } : {} }) };
}

export default function ExportRecords({ loaderData: { exports } }: Route.ComponentProps) {
  const t = useMerchantText();
  const price = useMoney();
  const csv = (name: string) => `/api/v1/merchant/export-records/${name}.csv?month=${exports.month}`;
  return (
    <Stack gap="lg">
      <PageHeader title={t('merchant.exports')} lead={t('merchant.exports.lead')} back={{ to: '/merchant/statements', label: t('merchant.statements') }} />
      <Chips label={t('merchant.exports.month')} items={exports.months.slice(0, 12).map((month) => ({ to: `?month=${month}`, label: month, current: month === exports.month }))} />
      {exports.refunds.length === 0 ? (
        <EmptyState title={t('merchant.exports.none')} text={t('merchant.exports.noneText')} />
      ) : (
        <>
          <Stats>
            <Stat label={t('merchant.exports.supply')} value={price(exports.supplyTotal)} />
            <Stat label={t('merchant.exports.refund')} value={price(exports.refundTotal)} hint={t('merchant.exports.refundHint')} tone="good" />
          </Stats>
          <Group>
            <Button component="a" href={csv('vat-refund')} variant="default" size="sm">{t('merchant.exports.refundCsv')}</Button>
            <Button component="a" href={csv('declaration-9610')} variant="default" size="sm">{t('merchant.exports.declarationCsv')}</Button>
            <Button component="a" href={`/api/v1/merchant/export-records/declaration.xml?month=${exports.month}`} variant="default" size="sm">{t('merchant.exports.declarationXml')}</Button>
            <Button component="a" href={csv('cpsc')} variant="default" size="sm">{t('merchant.exports.cpscCsv')}</Button>
          </Group>
          <Title order={2} size="h4">{t('merchant.exports.declaration')}</Title>
          <DataTable
            caption={t('merchant.exports.declaration')}
            columns={[
              { key: 'goods', label: t('merchant.exports.goods'), names: true }, { key: 'code', label: t('merchant.exports.code') }, { key: 'market', label: t('merchant.exports.market') },
              { key: 'parcels', label: t('merchant.exports.parcels'), align: 'end' }, { key: 'pieces', label: t('merchant.exports.pieces'), align: 'end' }, { key: 'weight', label: t('merchant.exports.weight'), align: 'end' }, { key: 'value', label: t('merchant.exports.value'), align: 'end' },
            ]}
            rows={exports.declaration.map((row) => ({ key: `${row.market} ${row.hsCode}`, cells: { goods: <span lang="zh-Hans">{row.titles.join('；')}</span>, code: row.hsCode ?? <StatusBadge tone="warn">{t('merchant.exports.noCode')}</StatusBadge>, market: t(`ui.market.${row.market}`), parcels: row.parcels, pieces: row.quantity, weight: (row.netGrams / 1000).toFixed(3), value: <Money amount={row.value} /> } }))}
          />
          <Title order={2} size="h4">{t('merchant.exports.lines')}</Title>
          <DataTable
            caption={t('merchant.exports.lines')}
            columns={[
              { key: 'goods', label: t('merchant.exports.goods'), names: true }, { key: 'day', label: t('merchant.exports.day') }, { key: 'parcel', label: t('merchant.exports.parcel') },
              { key: 'base', label: t('merchant.exports.base'), align: 'end' }, { key: 'rate', label: t('merchant.exports.rate'), align: 'end' }, { key: 'refund', label: t('merchant.exports.refund'), align: 'end' },
            ]}
            rows={exports.refunds.map((row) => ({ key: row.orderLineId, cells: { goods: <span lang="zh-Hans">{row.title} × {row.quantity}{row.returnedQuantity > 0 ? ` (−${row.returnedQuantity})` : ''}</span>, day: row.exportedOn, parcel: <code>{row.parcelTracking}</code>, base: <Money amount={row.taxBase} />, rate: `${row.refundPpm / 10_000} %`, refund: <Money amount={row.refund} /> } }))}
          />
          <p>{t('merchant.exports.source', { source: exports.source.citation })}</p>
        </>
      )}
    </Stack>
  );
}
