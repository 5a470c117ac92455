import { IconBarcode } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { Form, useNavigation } from 'react-router';
import styles from './scan-input.module.css';
import { useText } from './text.tsx';

/**
 * The field a hand scanner types into (a scanner is a keyboard that ends with Enter). It keeps the focus, and takes it
 * back when a key comes while nothing else is being typed into, so that a worker can scan without looking. Sends
 * `GET action?name=CODE`.
 */
export function ScanInput({ action, name = 'code' }: Readonly<{ action: string; name?: string }>) {
  const t = useText();
  const field = useRef<HTMLInputElement>(null);
  const { state } = useNavigation();
  const sent = useRef(false);
  useEffect(() => {
    if (state !== 'idle') {
      sent.current = true;
      return;
    }
    // Only after a scan was sent: what a scanner typed before the script was there must stay in the field.
    if (field.current && sent.current) field.current.value = '';
    sent.current = false;
    field.current?.focus();
  }, [state]);
  useEffect(() => {
    const take = (event: KeyboardEvent): void => {
      const typing = event.target instanceof HTMLElement && /^(?:INPUT|TEXTAREA|SELECT|BUTTON)$/.test(event.target.tagName);
      if (!typing && event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) field.current?.focus();
    };
    document.addEventListener('keydown', take, { capture: true });
    return () => document.removeEventListener('keydown', take, { capture: true });
  }, []);
  return (
    <Form action={action} role="search" className={styles.scan}>
      <IconBarcode size={34} aria-hidden />
      <input ref={field} name={name} autoFocus aria-label={t('ui.scan.label')} placeholder={t('ui.scan.label')} autoComplete="off" autoCapitalize="characters" spellCheck={false} enterKeyHint="go" required minLength={3} />
      <button>{t('ui.scan.go')}</button>
    </Form>
  );
}
