import { Stack } from '@mantine/core';
import { listLines } from '#contract/hub.ts';
import type { RouteReply } from '#contract/route.ts';
import { load } from '../ui/api.ts';
import { DataTable } from '../ui/data-table.tsx';
import { useMoney } from '../ui/money.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { SourceLink } from '../ui/reason-list.tsx';
import { useLocalText } from '../ui/text.tsx';
import type { Route } from './+types/lines.ts';
import { useOperatorText } from './text.ts';

type Line = RouteReply<typeof listLines>['items'][number];

export async function loader(args: Route.LoaderArgs) {
  return { lines: await load(args, listLines, {}) };
}

/** Lines with what they take and charge, and whether their parcels keep the days they state. */
export default function Lines({ loaderData: { lines } }: Route.ComponentProps) {
  const t = useOperatorText();
  const say = useLocalText();
  return (
    <Stack gap="lg">
      <PageHeader title={t('operator.lines')} lead={t('operator.lines.lead')} back={{ to: '/operator/orders', label: t('operator.orders') }} />
      <DataTable
        caption={t('operator.lines')}
        columns={[
          { key: 'name', label: t('operator.lines.line'), names: true }, { key: 'days', label: t('operator.lines.days') }, { key: 'kept', label: t('operator.lines.kept') },
          { key: 'price', label: t('operator.lines.price') }, { key: 'limits', label: t('operator.lines.limits') },
        ]}
        rows={lines.items.map((line) => ({
          key: line.code,
          cells: {
            name: say(line.name),
            days: t('operator.lines.daysOf', { median: line.medianDays, ninetieth: line.ninetiethDays, cutOff: line.cutOff }), kept: <Kept line={line} />, price: <Price line={line} />, limits: <Limits line={line} />,
          },
        }))}
      />
      <p>{t('operator.lines.keptHint')}</p>
    </Stack>
  );
}

function Kept({ line: { kept } }: Readonly<{ line: Line }>) {
  const t = useOperatorText();
  if (kept === null) return <>{t('operator.lines.keptNone')}</>;
  const percent = (count: number) => Math.round((100 * count) / kept.parcels);
  return <>{t('operator.lines.keptOf', { parcels: kept.parcels, median: percent(kept.byMedian), ninetieth: percent(kept.byNinetieth), promise: percent(kept.inTime), lost: kept.lost, returned: kept.returned })}</>;
}

function Price({ line }: Readonly<{ line: Line }>) {
  const t = useOperatorText();
  const money = useMoney();
  const parts = [line.firstWeight.minor === '0' ? null : t('operator.lines.first', { amount: money(line.firstWeight) }), t('operator.lines.kilogram', { amount: money(line.perKilogram) }), line.perParcel.minor === '0' ? null : t('operator.lines.parcel', { amount: money(line.perParcel) })];
  return (
    <>
      {parts.filter((part) => part !== null).join(' + ')}
      <br />
      <small>
        <SourceLink {...line.source} />
      </small>
    </>
  );
}

function Limits({ line }: Readonly<{ line: Line }>) {
  const t = useOperatorText();
  const money = useMoney();
  const parts = [
    t('operator.lines.upTo', { kilograms: line.maximumGrams / 1000, longest: line.longestMm / 10 }), line.girthMm === null ? null : t('operator.lines.girth', { girth: Math.round(line.girthMm / 10) }), line.valueLimit === null ? null : t('operator.lines.value', { amount: money(line.valueLimit) }),
    t(`operator.lines.battery.${line.battery}`), line.liquid ? t('operator.lines.liquid') : t('operator.lines.noLiquid'), line.powder ? t('operator.lines.powder') : t('operator.lines.noPowder'),
  ];
  return <>{parts.filter((part) => part !== null).join(' · ')}</>;
}
