import { defineMoves } from '../state/transition.ts';

/** The life of an appeal. What a new fact or document settles needs nobody; an overdue one goes to the marketplace itself. */
export const APPEAL_MOVES = defineMoves<'open' | 'escalated' | 'settled' | 'decided' | 'withdrawn', 'settle' | 'escalate' | 'decide' | 'withdraw'>({
  open: { settle: 'settled', escalate: 'escalated', decide: 'decided', withdraw: 'withdrawn' },
  escalated: { settle: 'settled', decide: 'decided', withdraw: 'withdrawn' },
  settled: {},
  decided: {},
  withdrawn: {},
});
