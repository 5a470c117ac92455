import styles from './status-badge.module.css';
import { useText } from './text.tsx';

export type Tone = 'good' | 'warn' | 'bad' | 'info' | 'plain';

/** A state in one word. The dot says the tone to the eye, the word says it to everybody. */
export function StatusBadge({ tone, children, size = 'm' }: Readonly<{ tone: Tone; children: string; size?: 'm' | 'l' }>) {
  return (
    <span className={styles.badge} data-tone={tone} data-size={size}>
      {children}
    </span>
  );
}

const OUTCOME_TONES = { allowed: 'good', allowed_with_conditions: 'good', needs_facts: 'warn', needs_review: 'info', blocked: 'bad' } as const satisfies Record<string, Tone>;
export type Outcome = keyof typeof OUTCOME_TONES;

export function isOutcome(text: string): text is Outcome {
  return Object.hasOwn(OUTCOME_TONES, text);
}

/** The outcome of a verdict. */
export function OutcomeBadge({ outcome, size = 'm' }: Readonly<{ outcome: Outcome; size?: 'm' | 'l' }>) {
  const t = useText();
  return (
    <StatusBadge tone={OUTCOME_TONES[outcome]} size={size}>
      {t(`ui.outcome.${outcome}`)}
    </StatusBadge>
  );
}

const STATE_TONES = { live: 'good', held: 'warn', off: 'plain' } as const;

/** Whether buyers see a listing. */
export function ListingStateBadge({ state }: Readonly<{ state: keyof typeof STATE_TONES }>) {
  const t = useText();
  return <StatusBadge tone={STATE_TONES[state]}>{t(`ui.state.${state}`)}</StatusBadge>;
}
