import { CopyId } from './copy-id.tsx';
import { useFactName, useFactValue } from './known-texts.ts';
import { OwnWords } from './own-words.tsx';
import styles from './because.module.css';
import type { Fact } from './shapes.ts';
import { useText } from './text.tsx';

/** Our ids: a prefix of three letters and 26 of the base-32 alphabet. */
const ID = /^[a-z]{3}_[0-9a-z]{26}$/;

/** The facts a reason rests on: those read from the merchant's words as one quote a field, the others by name and value. */
export function Because({ facts, fields = {} }: Readonly<{ facts: readonly Fact[]; fields?: Readonly<Record<string, string>> | undefined }>) {
  const t = useText();
  const name = useFactName();
  const value = useFactValue();
  const quoted = Map.groupBy(facts.filter(({ span }) => span !== undefined), ({ span }) => span?.field ?? '');
  return (
    <ul className={styles.because} aria-label={t('ui.reason.because')}>
      {[...quoted].map(([field, read]) => (
        <li key={field}>
          <OwnWords spans={read.flatMap(({ span }) => span ?? [])} text={fields[field]} />
          <small>{[...new Set(read.map(({ source }) => t(`ui.source.${source}`)))].join(' · ')}</small>
        </li>
      ))}
      {facts.filter(({ span }) => span === undefined).map((fact) => (
        <li key={`${fact.fact} ${String(fact.value)}`}>
          <span className={styles.fact}>
            {name(fact.fact)}: {typeof fact.value === 'string' && ID.test(fact.value) ? <CopyId id={fact.value} /> : <b>{value(fact.value)}</b>}
          </span>
          <small>{t(`ui.source.${fact.source}`)}</small>
        </li>
      ))}
    </ul>
  );
}
