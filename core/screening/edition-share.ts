import { fingerprint } from '../decision/fingerprint.ts';

/** Every merchant. */
export const WHOLE_SHARE_PPM = 1_000_000;

/**
 * Whether a merchant is among the share (parts per million) that an edition is published for first. The same merchant gets the
 * same answer every time, and each edition draws its own share, so that no shop is always the first.
 */
export function isInShare(merchantId: string, edition: string, sharePpm: number): boolean {
  if (sharePpm >= WHOLE_SHARE_PPM) return true;
  return Number.parseInt(fingerprint({ edition, merchantId }).slice(0, 12), 16) % WHOLE_SHARE_PPM < sharePpm;
}
