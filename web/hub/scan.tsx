import { Stack } from '@mantine/core';
import { redirect, type ShouldRevalidateFunctionArgs } from 'react-router';
import type { z } from 'zod';
import { uploadHubFile } from '#contract/accounts.ts';
import { getHubWork, handOver, packParcel, receiveParcel, resolveAside, scanCode, type scanResult } from '#contract/hub.ts';
import { call, load, type PageArgs } from '../ui/api.ts';
import { type Fields, newKey, readFields } from '../ui/form.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { Problem } from '../ui/problem.tsx';
import { ScanInput } from '../ui/scan-input.tsx';
import type { LocalText } from '../ui/shapes.ts';
import { useLocalText } from '../ui/text.tsx';
import { uploadAll } from '../ui/upload.ts';
import type { Route } from './+types/scan.ts';
import { ExportParcelCard, HandOverForm } from './export-parcel.tsx';
import { AsideForm, Contents, PackForm, ReceiveForm } from './inbound-parcel.tsx';
import { isOffline, queueStep, recallCode, sendSteps, waitingSteps } from './station-queue.ts';
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

/** Without a network the station goes by what it knew last. */
export async function clientLoader({ request, serverLoader }: Route.ClientLoaderArgs) {
  try {
    return await serverLoader();
  } catch (error) {
    if (!isOffline(error)) throw error;
    return scanOffline(new URL(request.url).searchParams.get('code')?.trim() ?? '');
  }
}

async function scanOffline(code: string) {
  const { inbound, parcel, queued } = await recallCode(code);
  const nothing = { code, found: 'nothing' as const, inbound: null, export: null, next: 'none' as const, text: OFFLINE[queued ? 'queued' : 'unknown'], packing: null };
  if (queued || (inbound === null && parcel === null)) return { scan: nothing, packed: null, key: newKey() };
  if (parcel !== null) return { scan: { ...nothing, found: 'export' as const, export: parcel, next: 'hand_over' as const, text: OFFLINE.handOver }, packed: parcel, key: newKey() };
  return { scan: { ...nothing, found: 'inbound' as const, inbound, next: 'receive' as const, text: OFFLINE.receive }, packed: null, key: newKey() };
}

const OFFLINE = {
  receive: { 'zh-Hans': '没有网络：照常收货，联网后自动提交。', 'zh-Hant': '沒有網絡：照常收貨，連線後自動提交。', en: 'No network: receive it as usual; it is sent when the network is back.' },
  handOver: { 'zh-Hans': '没有网络：照常交运，联网后自动提交。', 'zh-Hant': '沒有網絡：照常交運，連線後自動提交。', en: 'No network: hand it over as usual; it is sent when the network is back.' },
  queued: { 'zh-Hans': '已记录，等网络恢复后提交。', 'zh-Hant': '已記錄，等網絡恢復後提交。', en: 'Noted; it is sent when the network is back.' },
  unknown: { 'zh-Hans': '没有网络，本机也没有这个条码的资料。请先放一边，联网后再扫。', 'zh-Hant': '沒有網絡，本機也沒有這個條碼的資料。請先放一邊，連線後再掃。', en: 'No network, and this station does not know the code. Set it aside and scan it again later.' },
} as const satisfies Record<string, LocalText>;

/** Sends the form, or keeps it for later: behind what waits already, so that things are done in the order in which they were done here. */
export async function clientAction({ request, serverAction }: Route.ClientActionArgs) {
  const form = await request.clone().formData();
  const code = new URL(request.url).searchParams.get('code') ?? '';
  const behind = (await waitingSteps()).some((step) => step.problem === null);
  try {
    if (!behind) return await serverAction();
  } catch (error) {
    if (!isOffline(error)) throw error;
  }
  await queueStep(form, code);
  void sendSteps();
  return { queued: true as const };
}

/** What was only noted changes nothing that could be read again. */
export function shouldRevalidate({ actionResult, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs): boolean {
  return isQueued(actionResult) ? false : defaultShouldRevalidate;
}

function isQueued(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && 'queued' in answer;
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
  const queued = isQueued(actionData);
  const problem = actionData && 'problem' in actionData ? actionData.problem : undefined;
  return (
    <Stack gap="lg">
      <ScanInput action="/hub/scan" />
      <PageHeader title={scan.code} back={{ to: '/hub', label: t('hub.home') }} />
      <p className={styles.say} role="status" data-tone={queued ? 'good' : TONES[scan.next]}>
        {say(queued ? OFFLINE.queued : scan.text)}
      </p>
      <Problem problem={problem} />
      {!queued && scan.inbound !== null && (
        <div className={styles.columns}>
          <Contents parcel={scan.inbound} />
          {scan.next === 'receive' && <ReceiveForm key={key} parcel={scan.inbound} idempotencyKey={key} problem={problem} />}
          {scan.next === 'put_aside_wait' && <AsideForm key={key} parcel={scan.inbound} idempotencyKey={key} />}
          {scan.next === 'pack' && <PackForm key={key} parcel={scan.inbound} packing={scan.packing} idempotencyKey={key} problem={problem} />}
        </div>
      )}
      {!queued && packed !== null && (
        <div className={styles.columns}>
          <ExportParcelCard parcel={packed} />
          {scan.next === 'hand_over' && <HandOverForm key={key} parcel={packed} idempotencyKey={key} />}
        </div>
      )}
    </Stack>
  );
}
