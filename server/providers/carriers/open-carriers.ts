import { easyPostCarrier } from './easypost.ts';
import { simulatorCarrier } from './simulator.ts';
import type { CarrierProvider, Carriers } from './provider.ts';

/** The carriers the environment sets up: EasyPost when `EASYPOST_WEBHOOK_SECRET` is there, the simulator when `PILOTAGE_CARRIER` names it. */
export function openCarriers(env: Readonly<Record<string, string | undefined>>): Carriers {
  const secret = env['EASYPOST_WEBHOOK_SECRET'];
  return carriersOf(...(secret ? [easyPostCarrier(secret)] : []), ...(env['PILOTAGE_CARRIER'] === simulatorCarrier.name ? [simulatorCarrier] : []));
}

export function carriersOf(...carriers: readonly CarrierProvider[]): Carriers {
  return new Map(carriers.map((carrier) => [carrier.name, carrier]));
}
