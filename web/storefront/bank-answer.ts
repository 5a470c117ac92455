import type { Problem } from '../ui/api.ts';

/** Whether a payment that its bank was asked about has ended without an order: nothing waits any more, and the checkout itself says why. */
export function cameToNothing({ code }: Problem): boolean {
  return code === 'payment_declined' || code === 'export_paused';
}
