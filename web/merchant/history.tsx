import { Stack } from '@mantine/core';
import { listMerchantHistory } from '#contract/accounts.ts';
import { load } from '../ui/api.ts';
import { Card } from '../ui/card.tsx';
import { MoreLink } from '../ui/more-link.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Timeline, useHappenings } from '../ui/timeline.tsx';
import type { Route } from './+types/history.ts';
import { useMerchantText } from './text.ts';

export async function loader(args: Route.LoaderArgs) {
  const asked = new URL(args.request.url).searchParams;
  return { history: await load(args, listMerchantHistory, { query: { cursor: asked.get('after') ?? undefined, limit: 50 } }) };
}

export default function History({ loaderData: { history } }: Route.ComponentProps) {
  const t = useMerchantText();
  const happenings = useHappenings();
  return (
    <Stack gap="md">
      <PageHeader title={t('merchant.history')} lead={t('merchant.history.lead')} />
      <Card>
        <Timeline events={happenings(history.items)} />
      </Card>
      <MoreLink nextCursor={history.nextCursor} />
    </Stack>
  );
}
