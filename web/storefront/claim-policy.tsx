import { Container } from '@mantine/core';
import { getClaimPolicy } from '#contract/storefront.ts';
import { load } from '../ui/api.ts';
import { useInstant } from '../ui/instant.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import type { Route } from './+types/claim-policy.ts';
import { marketOf } from './market.ts';
import { PolicyPoints } from './policy-points.tsx';
import { useStorefrontText } from './text.ts';

export async function loader(args: Route.LoaderArgs) {
  const market = marketOf(args.params);
  return { market, policy: await load(args, getClaimPolicy, { params: { market } }) };
}

/** An edition is named after the day it came into force: `claims-2026-11-23`. */
function dateOf(edition: string): string {
  return /\d{4}-\d{2}-\d{2}$/.exec(edition)?.[0] ?? edition;
}

export default function ClaimPolicyPage({ loaderData: { market, policy } }: Route.ComponentProps) {
  const t = useStorefrontText();
  const when = useInstant();
  return (
    <Container size="sm" px={0}>
      <PageHeader title={t('storefront.footer.claims')} lead={t('storefront.policy.since', { market: t(`ui.market.${market}`), date: when(dateOf(policy.edition)) })} />
      <PolicyPoints policy={policy} />
    </Container>
  );
}
