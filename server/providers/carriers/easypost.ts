import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { readCarrierStatus } from '#core/parcels/tracking.ts';
import { ok, refuse } from '#core/result.ts';
import type { CarrierProvider, CarrierReport } from './provider.ts';

/**
 * Tracker webhooks as EasyPost sends them: `X-Hmac-Signature: hmac-sha256-hex=…` over the raw body, the secret normalised to NFKD and taken as UTF-8; an
 * Event whose result is a Tracker with all its details so far (docs.easypost.com, webhooks guide and trackers, read 2026-11-27).
 */

const PREFIX = 'hmac-sha256-hex=';

const place = z.looseObject({ city: z.string().nullish(), state: z.string().nullish(), country: z.string().nullish() });
const detail = z.looseObject({ status: z.string(), status_detail: z.string().nullish(), datetime: z.string(), tracking_location: place.nullish() });
const tracker = z.looseObject({ object: z.literal('Tracker'), tracking_code: z.string().min(4), tracking_details: z.array(detail).max(500) });
const event = z.looseObject({ id: z.string().min(3), description: z.string(), result: z.looseObject({ object: z.string() }) });

/** A webhook as EasyPost would sign it. */
export function signEasyPost(body: string, secret: string): string {
  return `${PREFIX}${createHmac('sha256', Buffer.from(secret.normalize('NFKD'), 'utf8')).update(body, 'utf8').digest('hex')}`;
}

export function easyPostCarrier(secret: string): CarrierProvider {
  return {
    name: 'easypost',
    readMessage: (body, headers) => {
      if (!isSigned(body, headers.get('x-hmac-signature'), secret)) return refuse('bad_signature');
      const read = event.safeParse(parseJson(body));
      if (!read.success) return refuse('invalid_input', { detail: 'expected an Event with id, description and result' }, 'body');
      if (!read.data.description.startsWith('tracker.') || read.data.result.object !== 'Tracker') return ok(null);
      const found = tracker.safeParse(read.data.result);
      if (!found.success) return refuse('invalid_input', { detail: `${found.error.issues[0]?.path.join('.') ?? 'result'}: expected a Tracker with tracking_code and tracking_details` }, 'result');
      return ok({ id: read.data.id, trackingNumber: found.data.tracking_code.toUpperCase(), reports: found.data.tracking_details.flatMap(readDetail) });
    },
  };
}

function isSigned(body: string, given: string | null, secret: string): boolean {
  const expected = Buffer.from(signEasyPost(body, secret));
  const received = Buffer.from(given ?? '');
  return received.length === expected.length && timingSafeEqual(received, expected);
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

/** A status in words we do not know tells nothing; the others of the same message still do. */
function readDetail({ status, status_detail: sub, datetime, tracking_location: where }: z.output<typeof detail>): CarrierReport[] {
  const known = readCarrierStatus(status, sub ?? null);
  const at = new Date(datetime);
  if (!known.ok || Number.isNaN(at.getTime())) return [];
  const named = [where?.city, where?.state].filter((part) => typeof part === 'string' && part !== '').join(', ');
  return [{ status: known.value, at: at.toISOString(), place: named === '' ? null : named.slice(0, 80) }];
}
