import type { CarrierLine } from '#core/pricing/pricing-packs.ts';
import type { TrackingStatus } from '#core/parcels/tracking.ts';
import type { Refusal, Result } from '#core/result.ts';

/** What carriers tell us, whoever they are: each provider reads its own protocol into this. */

export type CarrierReport = Readonly<{ status: TrackingStatus; at: string; place: string | null }>;

/** One message of a carrier: its own id, the parcel by its tracking number, and everything it knows of the way so far. */
export type CarrierMessage = Readonly<{ id: string; trackingNumber: string; reports: readonly CarrierReport[] }>;

export type CarrierProvider = Readonly<{
  name: string;
  /** Reads a webhook and checks whose it is. Null for a message that tells nothing of a parcel's way. Fails with `bad_signature`, `invalid_input`. */
  readMessage: (body: string, headers: Headers) => Result<CarrierMessage | null, Refusal<'bad_signature' | 'invalid_input'>>;
  /** Everything there is to tell of a parcel up to a moment, for a carrier that is asked instead of calling. */
  ask?: (parcel: Readonly<{ trackingNumber: string; line: CarrierLine; handedOverAt: string; at: string }>) => readonly CarrierReport[];
}>;

/** The carriers that may send us webhooks, by name. */
export type Carriers = ReadonlyMap<string, CarrierProvider>;
