import { Link } from 'react-router';
import { Card } from './card.tsx';
import { useInstant } from './instant.tsx';
import styles from './live-history.module.css';
import type { LiveHistoryShape } from './shapes.ts';
import { useLocalText, useText } from './text.tsx';

type Props = Readonly<{ history: LiveHistoryShape; hrefOf: (listing: LiveHistoryShape['causes'][number]['listings'][number]) => string }>;

/** How the count of live listings moved over some days, each cause with its part: “14 fewer since Tuesday: rule … (9), documents expired (3)”. */
export function LiveHistory({ history, hrefOf }: Props) {
  const t = useText();
  const say = useLocalText();
  const day = useInstant();
  const change = history.now - history.before;
  const counts = [history.before, ...history.days.map((one) => one.live)];
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  // Small movements of a large count would not be seen from zero: the lowest day is the foot.
  const height = (live: number) => (most === least ? 60 : 15 + ((live - least) / (most - least)) * 85);
  return (
    <Card title={t('ui.live', { count: history.now })} hint={t(change === 0 ? 'ui.live.same' : change > 0 ? 'ui.live.more' : 'ui.live.fewer', { count: Math.abs(change), day: day(history.since, 'day') })}>
      <ol className={styles.days} aria-label={t('ui.live.days')}>
        {history.days.map((one) => (
          <li key={one.day} style={{ height: `${height(one.live)}%` }} data-tone={one.net < 0 ? 'bad' : one.net > 0 ? 'good' : 'plain'} title={`${one.day}: ${one.live}`}>
            <span className="visually-hidden">{`${one.day}: ${one.live}`}</span>
          </li>
        ))}
      </ol>
      {history.causes.length === 0 ? (
        <p className={styles.quiet}>{t('ui.live.none')}</p>
      ) : (
        <ul className={styles.causes}>
          {history.causes.map((cause) => (
            <li key={say(cause.text)}>
              <details>
                <summary>
                  <b data-tone={cause.net < 0 ? 'bad' : cause.net > 0 ? 'good' : 'plain'} className="tabular">
                    {cause.net > 0 ? `+${cause.net}` : cause.net < 0 ? `−${-cause.net}` : '±0'}
                  </b>
                  <span>{say(cause.text)}</span>
                  {cause.net !== -cause.gone && cause.net !== cause.live && <small>{t('ui.live.both', { live: cause.live, gone: cause.gone })}</small>}
                </summary>
                <ul>
                  {cause.listings.map((listing) => (
                    <li key={`${listing.id} ${String(listing.live)}`}>
                      <Link to={hrefOf(listing)} lang="zh-Hans">
                        {listing.title}
                      </Link>{' '}
                      {t(`ui.market.${listing.market}`)}
                    </li>
                  ))}
                </ul>
              </details>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
