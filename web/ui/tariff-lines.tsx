import { useInstant } from './instant.tsx';
import { SourceLink } from './reason-list.tsx';
import type { TariffLineShape } from './shapes.ts';
import { useLocalText, useText } from './text.tsx';
import styles from './tariff-lines.module.css';

/** Lines of the schedule: what each charges by itself, and what is in force on top of it, with the notices they rest on. */
export function TariffLines({ items }: Readonly<{ items: readonly TariffLineShape[] }>) {
  const t = useText();
  const say = useLocalText();
  return (
    <ul className={styles.lines}>
      {items.map((line) => (
        <li key={line.code}>
          <details>
            <summary>
              <code>{dotted(line.code)}</code>
              <span>{line.label === null ? (line.description ?? '') : say(line.label)}</span>
              <b>{line.rate === '' ? t('ui.tariff.inherited') : line.rate}</b>
              <small>{line.onTop.length === 0 ? t('ui.tariff.nothingOnTop') : t('ui.tariff.onTop', { rates: line.onTop.map((duty) => rateOf(duty)).join(' + ') })}</small>
            </summary>
            <Details line={line} />
          </details>
        </li>
      ))}
    </ul>
  );
}

function Details({ line }: Readonly<{ line: TariffLineShape }>) {
  const t = useText();
  const say = useLocalText();
  const day = useInstant();
  return (
    <dl>
      {line.description !== null && (
        <>
          <dt>{t('ui.tariff.words')}</dt>
          <dd lang="en">{line.description}</dd>
        </>
      )}
      {line.units.length > 0 && (
        <>
          <dt>{t('ui.tariff.units')}</dt>
          <dd>{line.units.join(', ')}</dd>
        </>
      )}
      {line.onTop.map((duty) => (
        <div key={`${duty.heading} ${duty.from}`}>
          <dt>
            {say(duty.name)} <code>{duty.heading}</code>
          </dt>
          <dd>
            {rateOf(duty)} · {duty.to === null ? t('ui.tariff.since', { from: day(duty.from, 'day') }) : t('ui.tariff.between', { from: day(duty.from, 'day'), to: day(duty.to, 'day') })} · <SourceLink {...duty.source} />
          </dd>
        </div>
      ))}
      <dt>{t('ui.tariff.source')}</dt>
      <dd>
        <SourceLink {...line.source} />
      </dd>
    </dl>
  );
}

/** A duty that tops column 1 up to a rate says that rate. */
function rateOf({ ratePpm, topUpToPpm }: TariffLineShape['onTop'][number]): string {
  return topUpToPpm === null ? `${ratePpm / 10_000} %` : `≤ ${topUpToPpm / 10_000} %`;
}

/** 6109100012 as it is printed: 6109.10.00.12. */
export function dotted(code: string): string {
  return [code.slice(0, 4), code.slice(4, 6), code.slice(6, 8), code.slice(8)].filter((part) => part !== '').join('.');
}
