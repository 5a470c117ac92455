import { DataTable } from './data-table.tsx';
import type { TariffChangeShape } from './shapes.ts';
import { dotted } from './tariff-lines.tsx';
import { useText } from './text.tsx';

/** What an edition changed, line by line: what stood before and what stands now. */
export function TariffChanges({ items }: Readonly<{ items: readonly TariffChangeShape[] }>) {
  const t = useText();
  if (items.length === 0) return <p>{t('ui.tariff.noChanges')}</p>;
  return (
    <DataTable
      caption={t('ui.tariff.changes')}
      columns={[
        { key: 'code', label: t('ui.tariff.code'), names: true },
        { key: 'kind', label: t('ui.tariff.kind') },
        { key: 'before', label: t('ui.tariff.before') },
        { key: 'after', label: t('ui.tariff.after') },
      ]}
      rows={items.map((change) => ({
        key: `${change.kind} ${change.code}`,
        cells: { code: <code>{change.kind === 'programme' ? change.code : dotted(change.code)}</code>, kind: t(`ui.tariff.kind.${change.kind}`), before: change.before ?? '–', after: change.after ?? '–' },
      }))}
    />
  );
}
