import { useKnownTexts } from './known-texts.ts';
import { StatusBadge, type Tone } from './status-badge.tsx';
import styles from './before-after.module.css';
import type { Wording } from './shapes.ts';
import { useText } from './text.tsx';

type Page = Readonly<{ title: string; description: string | null; attributes: Readonly<Record<string, string>> }>;

const STATUS_TONES = { ready: 'good', needs_review: 'info', needs_provider: 'warn' } as const satisfies Record<Wording['status'], Tone>;
const CHECK_TONES = { block: 'bad', review: 'warn', note: 'plain' } as const satisfies Record<Wording['checks'][number]['severity'], Tone>;

/** The merchant's Chinese page beside the page written for a market: who wrote which part, what was checked, what was left out and why. */
export function BeforeAfter({ before, after }: Readonly<{ before: Page; after: Omit<Wording, 'id'> }>) {
  const t = useText();
  const known = useKnownTexts();
  const writers = [...new Set(after.provenance.map(({ by }) => by))].filter((by) => by !== 'none').map((by) => known('by', by));
  return (
    <div className={styles.pages}>
      <article lang="zh-Hans" className={styles.page}>
        <header>{t('ui.beforeAfter.before')}</header>
        <h3>{before.title}</h3>
        {before.description !== null && <p>{before.description}</p>}
        <Attributes of={before.attributes} />
      </article>
      <article lang={after.locale} className={styles.page} data-after>
        <header>
          {t('ui.beforeAfter.after')}
          <StatusBadge tone={STATUS_TONES[after.status]}>{t(`ui.wording.${after.status}`)}</StatusBadge>
        </header>
        <h3>{after.title}</h3>
        {after.bullets.length > 0 && (
          <ul>
            {after.bullets.map((bullet) => (
              <li key={bullet}>{bullet}</li>
            ))}
          </ul>
        )}
        {after.description !== null && <p>{after.description}</p>}
        <Attributes of={after.attributes} />
        {writers.length > 0 && <footer>{t('ui.beforeAfter.by', { by: writers.join(' · ') })}</footer>}
      </article>
      <Remarks after={after} />
    </div>
  );
}

function Attributes({ of }: Readonly<{ of: Readonly<Record<string, string>> }>) {
  const entries = Object.entries(of);
  if (entries.length === 0) return null;
  return (
    <dl>
      {entries.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Remarks({ after }: Readonly<{ after: Omit<Wording, 'id'> }>) {
  const t = useText();
  const known = useKnownTexts();
  if (after.checks.length === 0 && after.dropped.length === 0) return null;
  return (
    <div className={styles.remarks}>
      {after.dropped.length > 0 && (
        <section>
          <h4>{t('ui.beforeAfter.dropped')}</h4>
          <ul>
            {after.dropped.map((part) => (
              <li key={part.text}>
                <del lang="zh-Hans">{part.text}</del>
                {known('dropped', part.reason)}
              </li>
            ))}
          </ul>
        </section>
      )}
      {after.checks.length > 0 && (
        <section>
          <h4>{t('ui.beforeAfter.checks')}</h4>
          <ul>
            {after.checks.map((check) => (
              <li key={`${check.check} ${check.span ?? ''} ${check.message}`}>
                <StatusBadge tone={CHECK_TONES[check.severity]}>{t(`ui.check.${check.severity}`)}</StatusBadge>
                {check.span !== null && <mark>{check.span}</mark>}
                {check.message}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
