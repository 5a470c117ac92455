import { useEffect } from 'react';
import { useFetcher, useRevalidator } from 'react-router';
import styles from './demo-banner.module.css';
import { useText } from './text.tsx';

export type DemoProgress = Readonly<{ loading: boolean; step: string; done: number; total: number }>;

/** Milliseconds between two looks while the demo marketplace loads. */
const LOOK_EVERY = 2_000;

/** Says how far the demo marketplace has loaded, while it loads, and then shows what came. Place it only where the demo is on. */
export function DemoBanner() {
  const t = useText();
  const { data, load, state } = useFetcher<DemoProgress>();
  const { revalidate } = useRevalidator();
  const loading = data?.loading ?? null;
  useEffect(() => {
    if (state !== 'idle' || loading === false) return;
    const timer = setTimeout(() => void load('/demo-progress'), loading === null ? 0 : LOOK_EVERY);
    return () => clearTimeout(timer);
  }, [state, loading, load]);
  useEffect(() => {
    if (loading === true) return () => void revalidate();
    return undefined;
  }, [loading, revalidate]);
  if (!data?.loading) return null;
  return (
    <div className={styles.banner} role="status">
      <span>{t('ui.demo.loading', { step: data.step, done: data.done, total: data.total })}</span>
      <progress value={data.done} max={Math.max(1, data.total)} aria-label={data.step} />
    </div>
  );
}
