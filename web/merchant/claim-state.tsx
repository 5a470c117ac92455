import type { Claim } from '../ui/shapes.ts';
import { StatusBadge, type Tone } from '../ui/status-badge.tsx';
import { useMerchantText } from './text.ts';

const TONES = { open: 'info', with_merchant: 'warn', decided: 'plain', declined: 'plain', refunded: 'bad', overturned: 'good', awaiting_return: 'info' } as const satisfies Record<Claim['state'], Tone>;

/** How far a claim has come, seen by the merchant. */
export function ClaimStateBadge({ state, size = 'm' }: Readonly<{ state: Claim['state']; size?: 'm' | 'l' }>) {
  const t = useMerchantText();
  return (
    <StatusBadge tone={TONES[state]} size={size}>
      {t(`merchant.claims.state.${state}`)}
    </StatusBadge>
  );
}
