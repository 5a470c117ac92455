import { Button, Stack } from '@mantine/core';
import { Form, useNavigation } from 'react-router';
import { listMerchantDeliveries, resendMerchantEvent } from '#contract/webhooks.ts';
import { call, load } from '../ui/api.ts';
import { CopyId } from '../ui/copy-id.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { readFields } from '../ui/form.ts';
import { Instant } from '../ui/instant.tsx';
import { MoreLink } from '../ui/more-link.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Problem } from '../ui/problem.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';
import type { Route } from './+types/webhook.ts';
import { useMerchantText } from './text.ts';

export async function loader(args: Route.LoaderArgs) {
  const cursor = new URL(args.request.url).searchParams.get('cursor');
  return load(args, listMerchantDeliveries, { params: { webhookId: args.params.webhookId }, query: cursor === null ? {} : { cursor } });
}

export async function action(args: Route.ActionArgs) {
  const fields = await readFields(args.request);
  const done = await call(args, resendMerchantEvent, { params: { webhookId: args.params.webhookId, eventId: fields.text('eventId') } });
  return { problem: done.ok ? null : done.problem };
}

const TONES = { waiting: 'info', delivered: 'good', failed: 'bad', dropped: 'plain' } as const;

export default function WebhookDeliveries({ loaderData: { items, nextCursor }, actionData }: Route.ComponentProps) {
  const t = useMerchantText();
  const busy = useNavigation().state !== 'idle';
  return (
    <Stack gap="lg">
      <PageHeader title={t('merchant.webhooks.deliveries')} lead={t('merchant.webhooks.deliveries.lead')} back={{ to: '/merchant/webhooks', label: t('merchant.webhooks') }} />
      <Problem problem={actionData?.problem} />
      {items.length === 0 ? (
        <EmptyState title={t('merchant.webhooks.quiet')} text={t('merchant.webhooks.quiet.lead')} />
      ) : (
        <DataTable
          caption={t('merchant.webhooks.deliveries')}
          columns={[
            { key: 'kind', label: t('merchant.webhooks.event'), names: true },
            { key: 'subject', label: t('merchant.webhooks.subject') },
            { key: 'at', label: t('merchant.webhooks.at') },
            { key: 'state', label: t('merchant.orders.stateLabel') },
            { key: 'again', label: '', align: 'end' },
          ]}
          rows={items.map((one) => ({
            key: one.eventId,
            cells: {
              kind: <code>{one.kind}</code>,
              subject: <CopyId id={one.subject} />,
              at: <Instant at={one.at} />,
              state: (
                <>
                  <StatusBadge tone={TONES[one.state]}>{t(`merchant.webhooks.state.${one.state}`)}</StatusBadge> {one.state !== 'delivered' && (one.status === null ? one.detail : `HTTP ${one.status}`)}
                  {one.nextAt !== null && one.attempts > 0 && (
                    <>
                      {' · '}
                      {t('merchant.webhooks.next')} <Instant at={one.nextAt} />
                    </>
                  )}
                </>
              ),
              again: one.state !== 'waiting' && (
                <Form method="post">
                  <input type="hidden" name="eventId" value={one.eventId} />
                  <Button type="submit" size="xs" variant="default" disabled={busy}>
                    {t('merchant.webhooks.again')}
                  </Button>
                </Form>
              ),
            },
          }))}
        />
      )}
      <MoreLink nextCursor={nextCursor} />
    </Stack>
  );
}
