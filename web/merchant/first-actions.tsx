import { IconArrowRight } from '@tabler/icons-react';
import { Link } from 'react-router';
import { Card } from '../ui/card.tsx';
import type { Readiness } from '../ui/shapes.ts';
import { useLocalText } from '../ui/text.tsx';
import { hrefOfAction } from './action-links.ts';
import styles from './first-actions.module.css';
import { useMerchantText } from './text.ts';

/** Actions shown at once on the home screen; the readiness page shows them all. */
const SHOWN = 5;

/** What to do first: each action with how many listings it would open, the most first. */
export function FirstActions({ actions, all = false }: Readonly<{ actions: Readiness['actions']; all?: boolean }>) {
  const t = useMerchantText();
  const say = useLocalText();
  return (
    <Card title={t('merchant.actions')} aside={all ? undefined : <Link to="/merchant/readiness">{t('merchant.actions.all')}</Link>} hint={actions.length > 0 ? t('merchant.actions.hint') : t('merchant.actions.none')}>
      {actions.length > 0 && <ol className={styles.actions}>
        {(all ? actions : actions.slice(0, SHOWN)).map((action) => {
          const href = hrefOfAction(action);
          return (
            <li key={action.key}>
              <span className={styles.count} data-alone={action.opens > 0} aria-hidden>
                +{action.opens > 0 ? action.opens : action.helps}
              </span>
              <div>
                <b>{say(action.text)}</b>
                <span>{action.opens > 0 ? t('merchant.actions.opens', { count: action.opens }) : t('merchant.actions.helps', { count: action.helps })}</span>
                <small lang="zh-Hans">{action.products.map(({ title }) => title).join('、')}</small>
              </div>
              {href !== null && (
                <Link to={href}>
                  {t('merchant.actions.go')}
                  <IconArrowRight size={16} aria-hidden />
                </Link>
              )}
            </li>
          );
        })}
      </ol>}
    </Card>
  );
}
