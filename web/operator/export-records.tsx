import { Button, Group, Stack } from '@mantine/core';
import { getExportMonth } from '#contract/export-records.ts';
import { load } from '../ui/api.ts';
import { Chips } from '../ui/chips.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Money, useMoney } from '../ui/money.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Stat, Stats } from '../ui/stat.tsx';
import type { Route } from './+types/export-records.ts';
import { useOperatorText } from './text.ts';

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

export async function loader(args: Route.LoaderArgs) {
  const asked = new URL(args.request.url).searchParams.get('month') ?? '';
  return { exports: await load(args, getExportMonth, { query: MONTH.test(asked) ? { month: asked } : {} }) };
}

export default function ExportRecords({ loaderData: { exports } }: Route.ComponentProps) {
  const t = useOperatorText();
  const price = useMoney();
  const csv = (name: string) => `/api/v1/operator/export-records/${name}.csv?month=${exports.month}`;
  return (
    <Stack gap="lg">
      <PageHeader title={t('operator.exports')} lead={t('operator.exports.lead')} back={{ to: '/operator/money', label: t('operator.money') }} />
      <Chips label={t('operator.exports.month')} items={exports.months.slice(0, 12).map((month) => ({ to: `?month=${month}`, label: month, current: month === exports.month }))} />
      {exports.declaration.length === 0 ? (
        <EmptyState title={t('operator.exports.none')} text={t('operator.exports.noneText')} />
      ) : (
        <>
          <Stats>
            <Stat label={t('operator.exports.value')} value={price(exports.supplyTotal)} />
            <Stat label={t('operator.exports.refund')} value={price(exports.refundTotal)} hint={exports.source.citation} tone="good" />
          </Stats>
          <Group>
            <Button component="a" href={csv('declaration-9610')} variant="default" size="sm">{t('operator.exports.declarationCsv')}</Button>
            <Button component="a" href={`/api/v1/operator/export-records/declaration.xml?month=${exports.month}`} variant="default" size="sm">{t('operator.exports.declarationXml')}</Button>
            <Button component="a" href={csv('cpsc')} variant="default" size="sm">{t('operator.exports.cpscCsv')}</Button>
            <Button component="a" href={csv('vat-refund')} variant="default" size="sm">{t('operator.exports.refundCsv')}</Button>
          </Group>
          <DataTable
            caption={t('operator.exports')}
            columns={[
              { key: 'shop', label: t('operator.merchants.shop'), names: true }, { key: 'code', label: t('operator.exports.code') }, { key: 'market', label: t('operator.cohorts.markets') }, { key: 'goods', label: t('operator.orders.what') },
              { key: 'parcels', label: t('operator.exports.parcels'), align: 'end' }, { key: 'pieces', label: t('operator.exports.pieces'), align: 'end' }, { key: 'weight', label: t('operator.exports.weight'), align: 'end' }, { key: 'value', label: t('operator.exports.value'), align: 'end' },
            ]}
            rows={exports.declaration.map((row) => ({ key: `${row.merchantId} ${row.market} ${row.hsCode}`, cells: { shop: <span lang="zh-Hans">{row.shopName}</span>, code: row.hsCode ?? t('operator.exports.noCode'), market: row.market, goods: <span lang="zh-Hans">{row.titles.join('；')}</span>, parcels: row.parcels, pieces: row.quantity, weight: (row.netGrams / 1000).toFixed(3), value: <Money amount={row.value} /> } }))}
          />
        </>
      )}
    </Stack>
  );
}
