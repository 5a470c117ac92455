import type { z } from 'zod';
import type { listVerdicts } from '#contract/listings.ts';
import { Card } from '../ui/card.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { Instant } from '../ui/instant.tsx';
import { OutcomeBadge } from '../ui/status-badge.tsx';
import { useLocalText } from '../ui/text.tsx';
import { WhyDrawer } from '../ui/why-drawer.tsx';
import { useMerchantText } from './text.ts';

/** Verdicts a product had in a market before, each with what brought it about. */
export function PastVerdicts({ verdicts }: Readonly<{ verdicts: z.output<typeof listVerdicts.reply>['items'] }>) {
  const t = useMerchantText();
  const say = useLocalText();
  return (
    <Card title={t('merchant.verdicts')}>
      <details>
        <summary>{t('merchant.verdicts.count', { count: verdicts.length })}</summary>
        <DataTable
          caption={t('merchant.verdicts')}
          columns={[
            { key: 'at', label: t('merchant.statements.when'), names: true },
            { key: 'outcome', label: t('merchant.verdicts.outcome') },
            { key: 'cause', label: t('merchant.verdicts.cause') },
            { key: 'edition', label: t('merchant.verdicts.edition') },
            { key: 'why', label: '', align: 'end' },
          ]}
          rows={verdicts.map((one) => ({
            key: one.id,
            cells: { at: <Instant at={one.at} />, outcome: <OutcomeBadge outcome={one.outcome} />, cause: one.cause === null ? '–' : say(one.cause), edition: one.edition, why: <WhyDrawer id={one.id} base="/merchant/why" /> },
          }))}
        />
      </details>
    </Card>
  );
}
