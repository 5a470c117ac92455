import { Stack } from '@mantine/core';
import { redirect } from 'react-router';
import type { z } from 'zod';
import { uploadHubFile } from '#contract/accounts.ts';
import { getHubWork, handOver, packParcel, receiveParcel, resolveAside, scanCode, type scanResult } from '#contract/hub.ts';
import { call, load, type PageArgs } from '../ui/api.ts';
import { type Fields, newKey, readFields } from '../ui/form.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { Problem } from '../ui/problem.tsx';
import { ScanInput } from '../ui/scan-input.tsx';
import { useLocalText } from '../ui/text.tsx';
import { uploadAll } from '../ui/upload.ts';
import type { Route } from './+types/scan.ts';
import { ExportParcelCard, HandOverForm } from './export-parcel.tsx';
import { AsideForm, Contents, PackForm, ReceiveForm } from './inbound-parcel.tsx';
import styles from './station.module.css';
import { useHubText } from './text.ts';

/** The station: whatever is scanned, one page says what it is and holds the one thing to do next. */

export async function loader(args: Route.LoaderArgs) {
  const code = new URL(args.request.url).searchParams.get('code')?.trim() ?? '';
  if (code.length < 3) throw redirect('/hub');
  // What buyers send back carries a code of its own.
  if (/^RT[0-9A-Z]{8}$/i.test(code)) throw redirect(`/hub/returns?code=${encodeURIComponent(code)}`);
  const scan = await load(args, scanCode, { params: { code } });
  return { scan, packed: scan.export ?? (await loadPacked(args, scan)), key: newKey() };
}

/** A box that is packed already stands for the parcel it went into: whoever scans it may hand that over. */
async function loadPacked(args: PageArgs, { inbound, next }: z.output<typeof scanResult>) {
  if (inbound === null || next !== 'hand_over') return null;
  const { toHandOver } = await load(args, getHubWork, {});
  return toHandOver.find((parcel) => parcel.id === inbound.exportParcelId) ?? null;
}

export async function action(args: Route.ActionArgs) {
  const fields = await readFields(args.request);
  const done = await doNext(args, fields);
  return done.ok ? redirect(`/hub/scan?code=${encodeURIComponent(done.value.code)}`, 303) : { problem: done.problem };
}

function measuredOf(fields: Fields) {
  const side = (name: string) => (fields.optional(name) === null ? null : fields.whole(name));
  return { weightGrams: fields.whole('weightGrams'), lengthMm: side('lengthMm'), widthMm: side('widthMm'), heightMm: side('heightMm') };
}

async function doNext(args: PageArgs, fields: Fields) {
  const idempotencyKey = fields.key;
  switch (fields.oneOf('intent', ['receive', 'resolve', 'pack', 'handOver'])) {
    case 'receive': {
      const photos = await uploadAll(args, uploadHubFile, fields.files('photos'));
      if (!photos.ok) return photos;
      const skus = fields.text('skus').split('\n').filter((sku) => sku !== '');
      const reason = fields.optional('reason');
      const putAside = fields.text('decision') === 'aside' ? { reason: reason ?? '' } : null;
      return call(args, receiveParcel, { params: { inboundParcelId: fields.text('inboundParcelId') }, body: { ...measuredOf(fields), counts: skus.map((sku, index) => ({ sku, counted: fields.whole(`count-${index}`) })), photos: photos.value, putAside }, idempotencyKey });
    }
    case 'resolve':
      return call(args, resolveAside, { params: { inboundParcelId: fields.text('inboundParcelId') }, body: { accept: fields.text('decision') !== 'back', short: fields.text('decision') === 'short', reason: fields.text('reason') }, idempotencyKey });
    case 'pack':
      return call(args, packParcel, { params: { orderId: fields.text('orderId') }, body: { ...measuredOf(fields), carton: fields.optional('carton') }, idempotencyKey });
    case 'handOver':
      return call(args, handOver, { params: { exportParcelId: fields.text('exportParcelId') }, idempotencyKey });
  }
}

const TONES: Readonly<Record<string, string>> = { put_aside_wait: 'warn', none: 'warn', done: 'good' };

export default function Scan({ loaderData: { scan, packed, key }, actionData }: Route.ComponentProps) {
  const t = useHubText();
  const say = useLocalText();
  return (
    <Stack gap="lg">
      <ScanInput action="/hub/scan" />
      <PageHeader title={scan.code} back={{ to: '/hub', label: t('hub.home') }} />
      <p className={styles.say} role="status" data-tone={TONES[scan.next]}>
        {say(scan.text)}
      </p>
      <Problem problem={actionData?.problem} />
      {scan.inbound !== null && (
        <div className={styles.columns}>
          <Contents parcel={scan.inbound} />
          {scan.next === 'receive' && <ReceiveForm key={key} parcel={scan.inbound} idempotencyKey={key} problem={actionData?.problem} />}
          {scan.next === 'put_aside_wait' && <AsideForm key={key} parcel={scan.inbound} idempotencyKey={key} />}
          {scan.next === 'pack' && <PackForm key={key} parcel={scan.inbound} packing={scan.packing} idempotencyKey={key} problem={actionData?.problem} />}
        </div>
      )}
      {packed !== null && (
        <div className={styles.columns}>
          <ExportParcelCard parcel={packed} />
          {scan.next === 'hand_over' && <HandOverForm key={key} parcel={packed} idempotencyKey={key} />}
        </div>
      )}
    </Stack>
  );
}
