import { Alert, Button, Group, Stack, TextInput } from '@mantine/core';
import { Form, Link, useNavigation } from 'react-router';
import { createMerchantWebhook, endMerchantWebhook, listMerchantWebhooks, testMerchantWebhook } from '#contract/webhooks.ts';
import { call, load } from '../ui/api.ts';
import { Card } from '../ui/card.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { readFields } from '../ui/form.ts';
import { Instant } from '../ui/instant.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Problem, problemAt } from '../ui/problem.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';
import type { Route } from './+types/webhooks.ts';
import { useMerchantText } from './text.ts';

export async function loader(args: Route.LoaderArgs) {
  return load(args, listMerchantWebhooks, {});
}

const nothing = { secret: null, problem: null, tested: null } as const;

export async function action(args: Route.ActionArgs) {
  const fields = await readFields(args.request);
  const params = { webhookId: fields.text('webhookId') };
  const intent = fields.oneOf('intent', ['create', 'test', 'end']);
  if (intent === 'create') {
    const made = await call(args, createMerchantWebhook, { body: { url: fields.text('url') } });
    return made.ok ? { ...nothing, secret: made.value.secret } : { ...nothing, problem: made.problem };
  }
  const done = await (intent === 'test' ? call(args, testMerchantWebhook, { params }) : call(args, endMerchantWebhook, { params }));
  return done.ok ? { ...nothing, tested: intent === 'test' ? params.webhookId : null } : { ...nothing, problem: done.problem };
}

export default function Webhooks({ loaderData: { items }, actionData }: Route.ComponentProps) {
  const t = useMerchantText();
  const busy = useNavigation().state !== 'idle';
  return (
    <Stack gap="lg">
      <PageHeader title={t('merchant.webhooks')} lead={t('merchant.webhooks.lead')} />
      <Problem problem={actionData?.problem} />
      {actionData?.secret && (
        <Alert color="green" role="status">
          <b>{t('merchant.webhooks.once')}</b>
          <br />
          <code style={{ overflowWrap: 'anywhere' }}>{actionData.secret}</code>
        </Alert>
      )}
      {actionData?.tested && (
        <Alert color="green" role="status">
          {t('merchant.webhooks.tested')} <Link to={`/merchant/webhooks/${actionData.tested}`}>{t('merchant.webhooks.deliveries')}</Link>
        </Alert>
      )}
      <Card title={t('merchant.webhooks.new')}>
        <Form method="post">
          <input type="hidden" name="intent" value="create" />
          <Group align="end">
            <TextInput type="url" label={t('merchant.webhooks.url')} description={t('merchant.webhooks.signed')} name="url" placeholder="https://" required maxLength={500} flex="1 1 260px" error={problemAt(actionData?.problem, 'url')} />
            <Button type="submit" loading={busy}>
              {t('merchant.webhooks.make')}
            </Button>
          </Group>
        </Form>
      </Card>
      {items.length === 0 ? <EmptyState title={t('merchant.webhooks.none')} text={t('merchant.webhooks.none.lead')} /> : <WebhookTable items={items} busy={busy} />}
    </Stack>
  );
}

function WebhookTable({ items, busy }: Readonly<{ items: Route.ComponentProps['loaderData']['items']; busy: boolean }>) {
  const t = useMerchantText();
  return (
    <DataTable
      caption={t('merchant.webhooks')}
      columns={[
        { key: 'url', label: t('merchant.webhooks.url'), names: true },
        { key: 'last', label: t('merchant.webhooks.last') },
        { key: 'waiting', label: t('merchant.webhooks.waiting'), align: 'end' },
        { key: 'failed', label: t('merchant.webhooks.failed'), align: 'end' },
        { key: 'end', label: t('merchant.orders.stateLabel'), align: 'end' },
      ]}
      rows={items.map((webhook) => ({
        key: webhook.id,
        cells: {
          url: <Link to={`/merchant/webhooks/${webhook.id}`}>{webhook.url}</Link>,
          last: webhook.lastDeliveredAt === null ? '—' : <Instant at={webhook.lastDeliveredAt} />,
          waiting: webhook.waiting,
          failed: webhook.failed,
          end:
            webhook.endReason !== null ? (
              <StatusBadge tone="plain">{t(`merchant.webhooks.ended.${webhook.endReason}`)}</StatusBadge>
            ) : (
              <Form method="post">
                <input type="hidden" name="webhookId" value={webhook.id} />
                <Group gap="xs" justify="end">
                  <Button type="submit" name="intent" value="test" size="xs" variant="default" disabled={busy}>
                    {t('merchant.webhooks.test')}
                  </Button>
                  <Button type="submit" name="intent" value="end" size="xs" color="red" variant="light" disabled={busy}>
                    {t('merchant.webhooks.end')}
                  </Button>
                </Group>
              </Form>
            ),
        },
      }))}
    />
  );
}
