import { Alert, Button, Group, Stack, TextInput } from '@mantine/core';
import { Form, useNavigation } from 'react-router';
import { createMerchantKey, listMerchantKeys, revokeMerchantKey } from '#contract/accounts.ts';
import { call, load } from '../ui/api.ts';
import { Card } from '../ui/card.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { readFields } from '../ui/form.ts';
import { Instant } from '../ui/instant.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Problem, problemAt } from '../ui/problem.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';
import type { Route } from './+types/api-keys.ts';
import { useMerchantText } from './text.ts';

export async function loader(args: Route.LoaderArgs) {
  return { keys: await load(args, listMerchantKeys, {}) };
}

export async function action(args: Route.ActionArgs) {
  const fields = await readFields(args.request);
  if (fields.oneOf('intent', ['create', 'revoke']) === 'revoke') {
    const done = await call(args, revokeMerchantKey, { params: { apiKeyId: fields.text('apiKeyId') } });
    return { secret: null, problem: done.ok ? null : done.problem };
  }
  const made = await call(args, createMerchantKey, { body: { name: fields.text('name') } });
  return made.ok ? { secret: made.value.secret, problem: null } : { secret: null, problem: made.problem };
}

export default function ApiKeys({ loaderData: { keys }, actionData }: Route.ComponentProps) {
  const t = useMerchantText();
  const busy = useNavigation().state !== 'idle';
  return (
    <Stack gap="lg">
      <PageHeader title={t('merchant.keys')} lead={t('merchant.keys.lead')} />
      <Problem problem={actionData?.problem} />
      {actionData?.secret && (
        <Alert color="green" role="status">
          <b>{t('merchant.keys.once')}</b>
          <br />
          <code style={{ overflowWrap: 'anywhere' }}>{actionData.secret}</code>
        </Alert>
      )}
      <Card title={t('merchant.keys.new')}>
        <Form method="post">
          <input type="hidden" name="intent" value="create" />
          <Group align="end">
            <TextInput label={t('merchant.keys.name')} name="name" required maxLength={60} error={problemAt(actionData?.problem, 'name')} />
            <Button type="submit" loading={busy}>
              {t('merchant.keys.make')}
            </Button>
          </Group>
        </Form>
      </Card>
      {keys.items.length > 0 && (
        <DataTable
          caption={t('merchant.keys')}
          columns={[
            { key: 'name', label: t('merchant.keys.name'), names: true },
            { key: 'hint', label: t('merchant.keys.hint') },
            { key: 'used', label: t('merchant.keys.used') },
            { key: 'end', label: t('merchant.orders.stateLabel'), align: 'end' },
          ]}
          rows={keys.items.map((key) => ({
            key: key.id,
            cells: {
              name: key.name,
              hint: <code>{key.hint}</code>,
              used: key.lastUsedAt === null ? '—' : <Instant at={key.lastUsedAt} />,
              end:
                key.revokedAt === null ? (
                  <Form method="post">
                    <input type="hidden" name="intent" value="revoke" />
                    <input type="hidden" name="apiKeyId" value={key.id} />
                    <Button type="submit" size="xs" color="red" variant="light" disabled={busy}>
                      {t('merchant.keys.revoke')}
                    </Button>
                  </Form>
                ) : (
                  <StatusBadge tone="plain">{t('merchant.keys.revoked')}</StatusBadge>
                ),
            },
          }))}
        />
      )}
    </Stack>
  );
}
