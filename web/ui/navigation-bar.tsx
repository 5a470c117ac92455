import { useNavigation } from 'react-router';
import styles from './navigation-bar.module.css';

/** A thin line at the top while the next screen is on its way. It shows itself only when that takes a moment. */
export function NavigationBar() {
  const busy = useNavigation().state !== 'idle';
  return <div className={styles.bar} data-busy={busy || undefined} aria-hidden />;
}
