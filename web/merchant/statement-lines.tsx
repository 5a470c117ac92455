import { Link } from 'react-router';
import { CopyId } from '../ui/copy-id.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { Instant } from '../ui/instant.tsx';
import { Money } from '../ui/money.tsx';
import type { StatementLine } from '../ui/shapes.ts';
import { useLocalText } from '../ui/text.tsx';
import { useMerchantText } from './text.ts';

/** Lines of a statement, each with what it rests on. */
export function StatementLines({ caption, lines }: Readonly<{ caption: string; lines: readonly StatementLine[] }>) {
  const t = useMerchantText();
  const say = useLocalText();
  return (
    <DataTable
      caption={caption}
      columns={[
        { key: 'what', label: t('merchant.statements.what'), names: true },
        { key: 'when', label: t('merchant.statements.when') },
        { key: 'rests', label: t('merchant.statements.rests') },
        { key: 'amount', label: t('merchant.statements.amount'), align: 'end' },
      ]}
      rows={lines.map((line) => ({
        key: `${line.transactionId} ${line.code} ${line.amount.minor} ${line.at}`,
        cells: {
          what: say(line.label),
          when: <Instant at={line.at} />,
          rests: (line.claimId === null ? <CopyId id={line.orderId ?? line.transactionId} /> : <Link to={`/merchant/claims/${line.claimId}`}>{t('merchant.claims')}</Link>),
          amount: <Money amount={line.amount} signed />,
        },
      }))}
    />
  );
}
