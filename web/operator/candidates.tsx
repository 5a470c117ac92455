import type { z } from 'zod';
import type { cohortPreview } from '#contract/cohorts.ts';
import { Card } from '../ui/card.tsx';
import { useLocalText } from '../ui/text.tsx';
import styles from './operator.module.css';
import { useOperatorText } from './text.ts';

type Preview = z.output<typeof cohortPreview>;
const NOT_PICKED_SHOWN = 20;

/** Whom a policy picks and whom it leaves out, each with the reasons. */
export function Candidates({ preview }: Readonly<{ preview: Preview }>) {
  const t = useOperatorText();
  return (
    <div className={styles.columns}>
      <Card title={t('operator.cohorts.picked', { count: preview.picked.length })}>
        <List candidates={preview.picked} />
      </Card>
      <Card title={t('operator.cohorts.notPicked', { count: preview.notPicked.length })}>
        <List candidates={preview.notPicked.slice(0, NOT_PICKED_SHOWN)} />
      </Card>
    </div>
  );
}

function List({ candidates }: Readonly<{ candidates: Preview['picked'] }>) {
  const t = useOperatorText();
  const say = useLocalText();
  if (candidates.length === 0) return <p className={styles.quiet}>{t('operator.cohorts.nobody')}</p>;
  return (
    <ul className={styles.candidates}>
      {candidates.map((one) => (
        <li key={one.merchantId}>
          <details>
            <summary>
              <b lang="zh-Hans">{one.shopName}</b>
              <span>{t('operator.cohorts.sold', { products: one.productCount, orders: one.domesticOrders })}</span>
              <strong className="tabular">{one.score}</strong>
            </summary>
            <ol>
              {one.reasons.map((reason, index) => (
                <li key={`${reason.code} ${index}`}>{say(reason.text)}</li>
              ))}
            </ol>
          </details>
        </li>
      ))}
    </ul>
  );
}
