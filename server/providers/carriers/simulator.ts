import { simulateJourney } from '#core/parcels/simulated-journey.ts';
import { refuse } from '#core/result.ts';
import type { CarrierProvider } from './provider.ts';

/** A carrier for a marketplace that has none: parcels travel as their lines state, with delays, losses and returns, the same each time they are asked about. */
export const simulatorCarrier: CarrierProvider = {
  name: 'simulator',
  readMessage: () => refuse('bad_signature'),
  ask: ({ trackingNumber, line, handedOverAt, at }) => simulateJourney(trackingNumber, line, handedOverAt).filter((report) => report.at <= at),
};
