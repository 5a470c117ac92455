import { type ReactNode, useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import styles from './menu.module.css';

/** A small menu that opens without script. With script it also closes on Escape, on a click elsewhere and on navigation. */
export function Menu({ label, summary, children, up = false }: Readonly<{ label: string; summary: ReactNode; children: ReactNode; up?: boolean }>) {
  const details = useRef<HTMLDetailsElement>(null);
  const { key } = useLocation();
  useEffect(() => {
    const close = (event: MouseEvent | KeyboardEvent): void => {
      const menu = details.current;
      if (!menu?.open) return;
      if (event instanceof KeyboardEvent) {
        if (event.key !== 'Escape') return;
        menu.querySelector('summary')?.focus();
      } else if (event.target instanceof Node && menu.contains(event.target)) return;
      menu.open = false;
    };
    document.addEventListener('click', close);
    document.addEventListener('keydown', close);
    return () => {
      document.removeEventListener('click', close);
      document.removeEventListener('keydown', close);
    };
  }, []);
  return (
    <details key={key} ref={details} className={styles.menu} data-up={up || undefined}>
      <summary className={styles.summary}>
        <span className="visually-hidden">{label}</span>
        {summary}
      </summary>
      <div className={styles.panel}>{children}</div>
    </details>
  );
}

/** The look of a link or button inside a menu. */
export const menuItem = styles.item;
