import { useEffect, useState } from 'react';
import styles from './copy-id.module.css';
import { useText } from './text.tsx';

/** Milliseconds the confirmation stays. */
const SHOWN_FOR = 1_500;

/** An id that one press copies, for a message to somebody or for `pilotage why`. Its middle is folded away; selecting it still takes all of it. */
export function CopyId({ id }: Readonly<{ id: string }>) {
  const t = useText();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(id);
    setCopied(true);
  };
  return (
    <button type="button" className={styles.id} onClick={() => void copy()} title={id}>
      <span className="visually-hidden">{t('ui.copy')}</span>
      <code>{id.length > 16 ? `${id.slice(0, 4)}…${id.slice(-6)}` : id}</code>
      <span aria-live="polite">{copied ? t('ui.copied') : ''}</span>
    </button>
  );
}
