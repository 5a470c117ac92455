import type { Appeal } from '../ui/shapes.ts';
import { StatusBadge, type Tone } from '../ui/status-badge.tsx';
import { useMerchantText } from './text.ts';

const STATE_TONES = { open: 'info', escalated: 'warn', settled: 'good', decided: 'plain', withdrawn: 'plain' } as const satisfies Record<Appeal['state'], Tone>;
const DECISION_TONES = { upheld: 'bad', accepted_once: 'good', whitelisted: 'good', rule_edit: 'good' } as const satisfies Record<NonNullable<Appeal['decision']>, Tone>;

/** How an appeal stands: while it waits its state, then its decision. */
export function AppealStateBadge({ appeal }: Readonly<{ appeal: Pick<Appeal, 'state' | 'decision'> }>) {
  const t = useMerchantText();
  if (appeal.decision !== null) return <StatusBadge tone={DECISION_TONES[appeal.decision]}>{t(`merchant.appeals.decision.${appeal.decision}`)}</StatusBadge>;
  return <StatusBadge tone={STATE_TONES[appeal.state]}>{t(`merchant.appeals.state.${appeal.state}`)}</StatusBadge>;
}
