import { IconCheck, IconX } from '@tabler/icons-react';
import { CopyId } from './copy-id.tsx';
import { Instant } from './instant.tsx';
import { useKnownTexts } from './known-texts.ts';
import type { WhyChain as Chain } from './shapes.ts';
import { isOutcome, OutcomeBadge, StatusBadge } from './status-badge.tsx';
import { useLocalText, useText } from './text.tsx';
import styles from './why-chain.module.css';

/** The chain of reasons behind an id, from the first fact to what came of it, and whether recomputing it gave the same. */
export function WhyChain({ chain }: Readonly<{ chain: Chain }>) {
  const t = useText();
  const say = useLocalText();
  const known = useKnownTexts();
  return (
    <div>
      <p className={styles.replayed} data-same={chain.replayed || undefined}>
        {chain.replayed ? <IconCheck size={18} aria-hidden /> : <IconX size={18} aria-hidden />}
        {t(chain.replayed ? 'ui.why.replayed' : 'ui.why.notReplayed')}
      </p>
      <ol className={styles.chain}>
        {chain.steps.map((step) => (
          <li key={step.id}>
            <header>
              <h3>{say(step.title)}</h3>
              {isOutcome(step.outcome) ? <OutcomeBadge outcome={step.outcome} /> : <StatusBadge tone="plain">{known('value', step.outcome)}</StatusBadge>}
            </header>
            {step.reasons.length > 0 && (
              <ul>
                {step.reasons.map((reason) => (
                  <li key={say(reason)}>{say(reason)}</li>
                ))}
              </ul>
            )}
            <footer>
              <CopyId id={step.id} />
              {step.edition !== null && <span>{t('ui.reason.edition', { edition: step.edition })}</span>}
              {step.at !== null && <Instant at={step.at} />}
            </footer>
          </li>
        ))}
      </ol>
    </div>
  );
}
