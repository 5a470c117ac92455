import { Stack } from '@mantine/core';
import { Link } from 'react-router';
import { listClaims } from '#contract/claims.ts';
import { load } from '../ui/api.ts';
import { Chips } from '../ui/chips.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Instant } from '../ui/instant.tsx';
import { Money } from '../ui/money.tsx';
import { MoreLink } from '../ui/more-link.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import type { Claim } from '../ui/shapes.ts';
import { StatusBadge, type Tone } from '../ui/status-badge.tsx';
import type { Route } from './+types/claims.ts';
import { useOperatorText } from './text.ts';
import { useListKeys } from './use-list-keys.ts';

const STATES = ['open', 'with_merchant', 'awaiting_return', 'refunded', 'declined', 'overturned'] as const;
export const CLAIM_TONES = { open: 'warn', with_merchant: 'info', decided: 'plain', declined: 'plain', refunded: 'good', overturned: 'warn', awaiting_return: 'info' } as const satisfies Record<string, Tone>;

export async function loader(args: Route.LoaderArgs) {
  const asked = new URL(args.request.url).searchParams;
  const state = STATES.find((one) => one === asked.get('state'));
  return { state: state ?? null, claims: await load(args, listClaims, { query: { cursor: asked.get('after') ?? undefined, state, limit: 40 } }) };
}

export default function Claims({ loaderData: { state, claims } }: Route.ComponentProps) {
  const t = useOperatorText();
  useListKeys();
  return (
    <Stack gap="md" data-queue>
      <PageHeader title={t('operator.claims')} lead={t('operator.claims.lead')} />
      <Chips label={t('operator.orders.state')} items={[{ to: '?', label: t('operator.orders.all'), current: state === null }, ...STATES.map((one) => ({ to: `?state=${one}`, label: t(`operator.claims.state.${one}`), current: one === state }))]} />
      {claims.items.length === 0 ? (
        <EmptyState title={t('operator.claims.none')} text={t('operator.claims.noneText')} />
      ) : (
        <DataTable
          caption={t('operator.claims')}
          columns={[
            { key: 'title', label: t('operator.orders.what'), names: true },
            { key: 'kind', label: t('operator.claims.kind') },
            { key: 'market', label: t('operator.cohorts.markets') },
            { key: 'state', label: t('operator.orders.state') },
            { key: 'due', label: t('operator.claims.due') },
            { key: 'refund', label: t('operator.claims.refund'), align: 'end' },
          ]}
          rows={claims.items.map((claim) => ({
            key: claim.id,
            cells: {
              title: <Link to={`/operator/claims/${claim.id}`}>{claim.title}</Link>, kind: t(`operator.claims.kind.${claim.kind}`), market: claim.market,
              state: <StatusBadge tone={claim.appealOpen ? 'warn' : CLAIM_TONES[claim.state]}>{claim.appealOpen ? t('operator.claims.appealed') : t(`operator.claims.state.${claim.state}`)}</StatusBadge>,
              due: <Due claim={claim} />, refund: claim.refund === null ? '–' : <Money amount={claim.refund} />,
            },
          }))}
        />
      )}
      <MoreLink nextCursor={claims.nextCursor} />
    </Stack>
  );
}

/** Until when somebody answers, and whether that is over. */
function Due({ claim }: Readonly<{ claim: Claim }>) {
  const t = useOperatorText();
  const due = claim.state === 'with_merchant' ? claim.answerDue : claim.state === 'open' || claim.appealOpen ? claim.reviewDue : claim.state === 'awaiting_return' ? (claim.goodsBack?.sendBy ?? null) : null;
  if (due === null) return '–';
  return (
    <>
      <Instant at={due} /> {claim.overdue && <StatusBadge tone="bad">{t('operator.claims.overdue')}</StatusBadge>}
    </>
  );
}
