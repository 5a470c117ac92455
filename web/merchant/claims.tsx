import { Stack } from '@mantine/core';
import { Link } from 'react-router';
import { listMerchantClaims } from '#contract/claims.ts';
import { load } from '../ui/api.ts';
import { DataTable } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Instant } from '../ui/instant.tsx';
import { Money } from '../ui/money.tsx';
import { MoreLink } from '../ui/more-link.tsx';
import type { Claim } from '../ui/shapes.ts';
import { PageHeader } from '../ui/page-header.tsx';
import type { Route } from './+types/claims.ts';
import { ClaimStateBadge } from './claim-state.tsx';
import { useMerchantText } from './text.ts';

export async function loader(args: Route.LoaderArgs) {
  const asked = new URL(args.request.url).searchParams;
  return { claims: await load(args, listMerchantClaims, { query: { cursor: asked.get('after') ?? undefined } }) };
}

export default function Claims({ loaderData: { claims } }: Route.ComponentProps) {
  const t = useMerchantText();
  return (
    <Stack gap="md">
      <PageHeader title={t('merchant.claims')} lead={t('merchant.claims.lead')} />
      {claims.items.length === 0 ? (
        <EmptyState title={t('merchant.claims.none')} text={t('merchant.claims.noneText')} />
      ) : (
        <DataTable
          caption={t('merchant.claims')}
          columns={[
            { key: 'title', label: t('merchant.products.product'), names: true },
            { key: 'kind', label: t('merchant.import.reason') },
            { key: 'state', label: t('merchant.orders.stateLabel') },
            { key: 'opened', label: t('merchant.statements.when') },
            { key: 'due', label: t('merchant.claims.dueLabel') },
            { key: 'refund', label: t('merchant.claims.refund'), align: 'end' },
            { key: 'stake', label: t('merchant.claims.stake'), align: 'end' },
          ]}
          rows={claims.items.map((claim) => ({
            key: claim.id,
            cells: {
              title: <Link to={`/merchant/claims/${claim.id}`} lang="zh-Hans">{claim.title}</Link>,
              kind: t(`merchant.claims.kind.${claim.kind}`),
              state: <ClaimStateBadge state={claim.state} />,
              opened: <Instant at={claim.openedAt} />,
              due: dueOf(claim) === null ? '—' : <Instant at={dueOf(claim) ?? ''} />,
              stake: stakeOf(claim) === null ? '—' : <Money amount={stakeOf(claim) ?? { minor: '0', currency: 'CNY' }} />,
              refund: (claim.refund ? <Money amount={claim.refund} /> : '—'),
            },
          }))}
        />
      )}
      <MoreLink nextCursor={claims.nextCursor} />
    </Stack>
  );
}

/** Until when somebody has to answer. */
function dueOf(claim: Claim): string | null {
  return claim.state === 'with_merchant' ? claim.answerDue : claim.state === 'open' || claim.appealOpen ? claim.reviewDue : null;
}

/** What the merchant is charged, or may be. */
function stakeOf(claim: Claim): Claim['refund'] {
  return claim.faults.find((fault) => fault.party === 'merchant')?.amount ?? null;
}
