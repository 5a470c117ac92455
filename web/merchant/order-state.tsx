import type { MerchantOrder } from '../ui/shapes.ts';
import { StatusBadge, type Tone } from '../ui/status-badge.tsx';
import { useMerchantText } from './text.ts';

const TONES = { awaiting_shipment: 'warn', shipped: 'info', received: 'info', accepted: 'good', put_aside: 'bad', cancelled: 'plain' } as const satisfies Record<MerchantOrder['state'], Tone>;

/** How far a merchant order has come. */
export function OrderStateBadge({ state, size = 'm' }: Readonly<{ state: MerchantOrder['state']; size?: 'm' | 'l' }>) {
  const t = useMerchantText();
  return (
    <StatusBadge tone={TONES[state]} size={size}>
      {t(`merchant.orders.state.${state}`)}
    </StatusBadge>
  );
}
