import { IconShieldCheck } from '@tabler/icons-react';
import type { ClaimPolicy } from '../ui/shapes.ts';
import { useLocalText } from '../ui/text.tsx';
import styles from './policy-points.module.css';
import { useStorefrontText } from './text.ts';

/** What a buyer may claim, in plain words; the same words stand on the order later. `folded` keeps the single points one press away. */
export function PolicyPoints({ policy, folded = false }: Readonly<{ policy: ClaimPolicy; folded?: boolean }>) {
  const t = useStorefrontText();
  const say = useLocalText();
  const points = (
    <ul>
      {policy.points.map((point) => (
        <li key={point.code}>{say(point.text)}</li>
      ))}
    </ul>
  );
  return (
    <section className={styles.policy}>
      <h2>
        <IconShieldCheck size={22} aria-hidden />
        {t('storefront.policy')}
      </h2>
      <p>{say(policy.summary)}</p>
      <p className={styles.edition}>{t('storefront.policy.edition', { edition: policy.edition.replace('claims-', '') })}</p>
      {folded ? (
        <details>
          <summary>{t('storefront.policy.points')}</summary>
          {points}
        </details>
      ) : (
        points
      )}
    </section>
  );
}
