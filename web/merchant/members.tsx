import { Button, Group, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { Form, useNavigation } from 'react-router';
import { addMember, listMembers, removeMember } from '#contract/members.ts';
import { call, load } from '../ui/api.ts';
import { Card } from '../ui/card.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { readFields } from '../ui/form.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { Problem, problemAt } from '../ui/problem.tsx';
import type { Route } from './+types/members.ts';
import { useMerchantText } from './text.ts';

export async function loader(args: Route.LoaderArgs) {
  return { members: await load(args, listMembers, {}) };
}

export async function action(args: Route.ActionArgs) {
  const fields = await readFields(args.request);
  const done = fields.oneOf('intent', ['add', 'remove']) === 'remove'
    ? await call(args, removeMember, { params: { userId: fields.text('userId') } })
    : await call(args, addMember, { body: { name: fields.text('name'), email: fields.text('email'), password: fields.text('password') } });
  return { problem: done.ok ? null : done.problem };
}

export default function Members({ loaderData: { members }, actionData }: Route.ComponentProps) {
  const t = useMerchantText();
  const busy = useNavigation().state !== 'idle';
  return (
    <Stack gap="lg">
      <PageHeader title={t('merchant.members')} lead={t('merchant.members.lead')} />
      <Problem problem={actionData?.problem} />
      <DataTable
        caption={t('merchant.members')}
        columns={[
          { key: 'name', label: t('merchant.members.name'), names: true },
          { key: 'email', label: t('merchant.members.email') },
          { key: 'role', label: t('merchant.members.role') },
          { key: 'end', label: t('merchant.members.access'), align: 'end' },
        ]}
        rows={members.items.map((member) => ({
          key: member.userId,
          cells: {
            name: member.self ? `${member.name} (${t('merchant.members.you')})` : member.name,
            email: member.email,
            role: t(member.role === 'owner' ? 'merchant.members.owner' : 'merchant.members.staff'),
            end: members.mayChange && member.role === 'staff' ? (
              <Form method="post">
                <input type="hidden" name="intent" value="remove" />
                <input type="hidden" name="userId" value={member.userId} />
                <Button type="submit" size="xs" variant="default" loading={busy}>
                  {t('merchant.members.remove')}
                </Button>
              </Form>
            ) : null,
          },
        }))}
      />
      {members.mayChange ? (
        <Card title={t('merchant.members.new')}>
          <Form method="post">
            <input type="hidden" name="intent" value="add" />
            <Group align="end">
              <TextInput label={t('merchant.members.name')} name="name" required maxLength={60} error={problemAt(actionData?.problem, 'name')} />
              <TextInput label={t('merchant.members.email')} name="email" type="email" required error={problemAt(actionData?.problem, 'email')} />
              <PasswordInput label={t('merchant.members.password')} name="password" required minLength={10} miw={200} error={problemAt(actionData?.problem, 'password')} />
              <Button type="submit" loading={busy}>
                {t('merchant.members.add')}
              </Button>
            </Group>
          </Form>
        </Card>
      ) : (
        <Text c="dimmed">{t('merchant.members.ownerOnly')}</Text>
      )}
    </Stack>
  );
}
