import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { dropStep, onQueueChange, sendSteps, type Step, waitingSteps } from './station-queue.ts';
import styles from './queue-banner.module.css';
import { useHubText } from './text.ts';

/** The network may come back without the browser noticing. */
const TRY_AGAIN_MS = 15_000;

/** What waits for the network, what the server refused of it, and nothing when all is done. */
export function QueueBanner() {
  const t = useHubText();
  const [steps, setSteps] = useState<readonly Step[]>([]);
  const [online, setOnline] = useState(true);
  useEffect(() => {
    const read = () => void waitingSteps().then(setSteps);
    const send = () => {
      setOnline(navigator.onLine);
      void sendSteps().then(read);
    };
    const gone = () => setOnline(false);
    read();
    send();
    const stop = onQueueChange(read);
    const timer = setInterval(send, TRY_AGAIN_MS);
    window.addEventListener('online', send);
    window.addEventListener('offline', gone);
    return () => {
      stop();
      clearInterval(timer);
      window.removeEventListener('online', send);
      window.removeEventListener('offline', gone);
    };
  }, []);
  const refused = steps.filter((step) => step.problem !== null);
  const waiting = steps.length - refused.length;
  if (online && steps.length === 0) return null;
  return (
    <aside className={styles.banner} role="status" data-tone={refused.length > 0 ? 'bad' : 'warn'}>
      {!online && <b>{t('hub.queue.offline')}</b>}
      {waiting > 0 && <span>{t('hub.queue.waiting', { count: waiting })}</span>}
      {refused.map((step) => (
        <p key={step.key}>
          <code>{step.code}</code> {t('hub.queue.refused', { problem: step.problem ?? '' })}{' '}
          <Button size="compact-sm" variant="default" onClick={() => void dropStep(step.key)}>
            {t('hub.queue.drop')}
          </Button>
        </p>
      ))}
    </aside>
  );
}
