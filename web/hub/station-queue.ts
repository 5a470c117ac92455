import { get, set, update } from 'idb-keyval';
import type { ExportParcel } from './export-parcel.tsx';
import type { InboundParcel } from './inbound-parcel.tsx';

/**
 * A station whose network is gone goes on working: what a worker did waits in the browser, and is sent in order when the network is back. Each step carries
 * the key its form was drawn with, so that one whose answer was lost on the way is not done twice.
 */

/** One form that a worker sent, as it was filled in. */
export type Step = Readonly<{ key: string; code: string; intent: string; at: string; fields: readonly (readonly [string, string | File])[]; problem: string | null }>;

/** What the station knew last, to say what a code is while nobody can be asked. */
export type KnownWork = Readonly<{ expected: readonly InboundParcel[]; toHandOver: readonly ExportParcel[] }>;

const STEPS = 'pilotage-hub-steps';
const WORK = 'pilotage-hub-work';
const CHANGED = 'pilotage-hub-queue';

/** A request that never reached the server, as browsers report it. */
export function isOffline(error: unknown): boolean {
  return error instanceof TypeError || !navigator.onLine;
}

export async function waitingSteps(): Promise<readonly Step[]> {
  return (await get<Step[]>(STEPS)) ?? [];
}

/** Hears of every change of the queue. */
export function onQueueChange(hear: () => void): () => void {
  window.addEventListener(CHANGED, hear);
  return () => window.removeEventListener(CHANGED, hear);
}

async function change(next: (steps: readonly Step[]) => Step[]): Promise<void> {
  await update<Step[]>(STEPS, (steps) => next(steps ?? []));
  window.dispatchEvent(new Event(CHANGED));
}

/** Puts a form behind those that wait. The same form a second time changes nothing. */
export async function queueStep(form: FormData, code: string): Promise<void> {
  const key = String(form.get('idempotencyKey') ?? '');
  const step: Step = { key, code, intent: String(form.get('intent') ?? ''), at: new Date().toISOString(), fields: [...form.entries()], problem: null };
  await change((steps) => (steps.some((one) => one.key === key) ? [...steps] : [...steps, step]));
}

/** Takes a step that was refused out of the queue. */
export async function dropStep(key: string): Promise<void> {
  await change((steps) => steps.filter((one) => one.key !== key));
}

/**
 * Sends what waits, the oldest first, as the form itself would have sent it: what was done is answered by a redirection, what was refused by the page with
 * the reason, which stays here to be read. Stops where the network is gone again. One tab at a time.
 */
export async function sendSteps(): Promise<void> {
  await navigator.locks.request(STEPS, async () => {
    for (const step of await waitingSteps()) {
      if (step.problem !== null) continue;
      const problem = await sendStep(step).catch((error: unknown) => {
        if (isOffline(error)) return null;
        throw error;
      });
      if (problem === null) return;
      await change((steps) => (problem === '' ? steps.filter((one) => one.key !== step.key) : steps.map((one) => (one.key === step.key ? { ...one, problem } : one))));
    }
  });
}

/** Empty when it was done, otherwise why not. */
async function sendStep({ code, fields }: Step): Promise<string> {
  const body = new FormData();
  for (const [name, value] of fields) body.append(name, value);
  const answer = await fetch(`/hub/scan?code=${encodeURIComponent(code)}`, { method: 'POST', body, redirect: 'manual' });
  if (answer.type === 'opaqueredirect') return '';
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  return page.querySelector('[role="alert"]')?.textContent ?? `HTTP ${answer.status}`;
}

/** Keeps the lists of work for a time without network. */
export async function rememberWork({ expected, toHandOver }: KnownWork): Promise<void> {
  await set(WORK, { expected, toHandOver });
}

/** What a code was when there was a network: a parcel that is expected or one to be handed over; null when it is neither or already done here. */
export async function recallCode(code: string): Promise<Readonly<{ inbound: InboundParcel | null; parcel: ExportParcel | null; queued: boolean }>> {
  const wanted = code.trim().toUpperCase();
  const work = await get<KnownWork>(WORK);
  const named = (...texts: readonly (string | null)[]) => texts.some((text) => text?.toUpperCase() === wanted);
  const queued = (await waitingSteps()).some((step) => named(step.code));
  return { queued, inbound: work?.expected.find((one) => named(one.code, one.trackingNumber)) ?? null, parcel: work?.toHandOver.find((one) => named(one.code, one.trackingNumber, ...one.inboundCodes)) ?? null };
}

/** The lists of work as they were last seen. */
export async function recallWork(): Promise<KnownWork | null> {
  return (await get<KnownWork>(WORK)) ?? null;
}
