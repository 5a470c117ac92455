import type { Order } from '../ui/shapes.ts';
import { StatusBadge, type Tone } from '../ui/status-badge.tsx';
import { useStorefrontText } from './text.ts';

const TONES = { placed: 'info', with_merchant: 'info', at_hub: 'info', exported: 'info', delivered: 'good', closed: 'plain', cancelled: 'plain' } as const satisfies Record<Order['state'], Tone>;

/** How far an order has come. */
export function OrderBadge({ state }: Readonly<{ state: Order['state'] }>) {
  const t = useStorefrontText();
  return <StatusBadge tone={TONES[state]}>{t(`storefront.order.state.${state}`)}</StatusBadge>;
}
