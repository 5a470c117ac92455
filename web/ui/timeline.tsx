import type { ReactNode } from 'react';
import { Instant } from './instant.tsx';
import type { HistoryEntry } from './shapes.ts';
import { useLocalText, useText } from './text.tsx';
import styles from './timeline.module.css';

export type Happening = Readonly<{ id: string; at: string; text: string; who?: string; why?: string | null; aside?: ReactNode }>;

/** What happened, the latest first whatever order it comes in: who did it and why. `zone` names where the reader is, for a storefront. */
export function Timeline({ events, zone }: Readonly<{ events: readonly Happening[]; zone?: string }>) {
  const t = useText();
  if (events.length === 0) return <p className={styles.none}>{t('ui.timeline.empty')}</p>;
  return (
    <ol className={styles.timeline}>
      {events.toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at)).map((event) => (
        <li key={event.id}>
          <p className={styles.text}>{event.text}</p>
          {event.why && <p className={styles.why}>{t('ui.timeline.why', { why: event.why })}</p>}
          <p className={styles.meta}>
            <Instant at={event.at} {...(zone !== undefined && { zone })} />
            {event.who !== undefined && <span>{event.who}</span>}
            {event.aside}
          </p>
        </li>
      ))}
    </ol>
  );
}

/** Rows of a history as a timeline shows them. */
export function useHappenings(): (history: readonly HistoryEntry[]) => readonly Happening[] {
  const say = useLocalText();
  return (history) => history.map(({ id, at, who, text, why }) => ({ id, at, who, text: say(text), why: why ? say(why) : null }));
}
