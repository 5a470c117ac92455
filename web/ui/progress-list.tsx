import { IconCheck } from '@tabler/icons-react';
import styles from './progress-list.module.css';

export type Step = Readonly<{ label: string; state: 'done' | 'now' | 'ahead'; hint?: string }>;

/** The stations of something under way, and how far it has come. */
export function ProgressList({ label, steps }: Readonly<{ label: string; steps: readonly Step[] }>) {
  return (
    <ol className={styles.steps} aria-label={label}>
      {steps.map((step) => (
        <li key={step.label} data-state={step.state} aria-current={step.state === 'now' ? 'step' : undefined}>
          <span className={styles.dot} aria-hidden>
            {step.state === 'done' && <IconCheck size={14} stroke={3} />}
          </span>
          <span className={styles.label}>{step.label}</span>
          {step.hint !== undefined && <small>{step.hint}</small>}
        </li>
      ))}
    </ol>
  );
}
