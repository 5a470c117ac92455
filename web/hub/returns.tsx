import { Alert, Button, Stack, Textarea, TextInput } from '@mantine/core';
import { Form, Link, redirect, useNavigation } from 'react-router';
import { uploadHubFile } from '#contract/accounts.ts';
import { listReturns, receiveReturn } from '#contract/claims.ts';
import { call, load } from '../ui/api.ts';
import { Card } from '../ui/card.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { newKey, readFields } from '../ui/form.ts';
import { IdempotencyField } from '../ui/idempotency-field.tsx';
import { Instant } from '../ui/instant.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { PhotoInput } from '../ui/photo-input.tsx';
import { Problem, problemAt } from '../ui/problem.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';
import { uploadAll } from '../ui/upload.ts';
import type { Route } from './+types/returns.ts';
import { useHubText } from './text.ts';

/** Goods that come back: scanned by the code on the parcel, photographed, pooled. The refund that waits for them is made at once. */

export async function loader(args: Route.LoaderArgs) {
  const asked = new URL(args.request.url).searchParams;
  return { code: asked.get('code')?.trim().toUpperCase() ?? '', received: asked.get('received'), returns: await load(args, listReturns, {}), key: newKey() };
}

export async function action(args: Route.ActionArgs) {
  const fields = await readFields(args.request);
  const code = fields.text('code').trim().toUpperCase();
  const photos = await uploadAll(args, uploadHubFile, fields.files('photos'));
  if (!photos.ok) return { problem: photos.problem, code };
  const done = await call(args, receiveReturn, { params: { code }, body: { photos: photos.value, note: fields.text('note') }, idempotencyKey: fields.key });
  return done.ok ? redirect(`/hub/returns?received=${encodeURIComponent(code)}`, 303) : { problem: done.problem, code };
}

const TONES = { asked: 'plain', sent: 'info', received: 'good', lapsed: 'plain' } as const;

export default function Returns({ loaderData: { code, received, returns, key }, actionData }: Route.ComponentProps) {
  const t = useHubText();
  const busy = useNavigation().state !== 'idle';
  const problem = actionData?.problem;
  return (
    <Stack gap="lg">
      <PageHeader title={t('hub.returns')} lead={t('hub.returns.lead')} />
      {received !== null && <Alert color="green" role="status">{t('hub.returns.done', { code: received })}</Alert>}
      <Problem problem={problem} />
      <Card title={t('hub.returns.receive')} tone="accent">
        <Form method="post" encType="multipart/form-data" key={key}>
          <IdempotencyField value={key} />
          <Stack gap="md">
            <TextInput name="code" label={t('hub.returns.code')} required minLength={4} defaultValue={actionData?.code ?? code} autoFocus size="lg" error={problemAt(problem, 'code')} />
            <PhotoInput label={t('hub.returns.photos')} required error={problemAt(problem, 'photos')} />
            <Textarea name="note" label={t('hub.returns.note')} maxLength={500} autosize />
            <div>
              <Button type="submit" size="lg" loading={busy}>
                {t('hub.returns.confirm')}
              </Button>
            </div>
          </Stack>
        </Form>
      </Card>
      {returns.items.length === 0 ? (
        <EmptyState title={t('hub.returns.none')} text={t('hub.returns.noneText')} />
      ) : (
        <DataTable
          caption={t('hub.returns')}
          columns={[{ key: 'code', label: t('hub.returns.code'), names: true }, { key: 'title', label: t('hub.returns.goods') }, { key: 'state', label: t('hub.returns.state') }, { key: 'tracking', label: t('hub.returns.tracking') }, { key: 'free', label: t('hub.returns.free') }]}
          rows={returns.items.map((one) => ({
            key: one.code,
            cells: {
              code: one.state === 'received' ? one.code : <Link to={`?code=${one.code}`}>{one.code}</Link>, title: <span lang="zh-Hans">{one.title} × {one.quantity}</span>, state: <StatusBadge tone={TONES[one.state]}>{t(`hub.returns.state.${one.state}`)}</StatusBadge>,
              tracking: one.trackingNumber === null ? '–' : `${one.carrier ?? ''} ${one.trackingNumber}`, free: <Instant at={one.dutyFreeUntil} show="day" />,
            },
          }))}
        />
      )}
    </Stack>
  );
}
