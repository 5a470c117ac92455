import { Money } from './money.tsx';
import styles from './price-waterfall.module.css';
import { SourceLink } from './reason-list.tsx';
import type { Money as Amount, PriceLine } from './shapes.ts';
import { useLocalText, useText } from './text.tsx';

type Side = Readonly<{ total: Amount; lines: readonly PriceLine[] }>;

/** What the buyer pays beside what the merchant receives, each line with how it was worked out and where its rate comes from. */
export function PriceWaterfall({ buyer, merchant }: Readonly<{ buyer: Side | null; merchant: Side | null }>) {
  const t = useText();
  return (
    <div className={styles.both}>
      {buyer && <PriceTable caption={t('ui.price.buyer')} side={buyer} />}
      {merchant && <PriceTable caption={t('ui.price.merchant')} side={merchant} emphasis />}
    </div>
  );
}

type TableProps = Readonly<{
  caption: string;
  side: Side;
  /** The side the reader is paid from. */
  emphasis?: boolean;
  bars?: boolean;
  /** Without how each line was worked out: for a reader who is about to pay and saw it before. */
  plain?: boolean;
}>;

/** One side of a price as a table, with bars that run on from one another. */
export function PriceTable({ caption, side, emphasis = false, bars = true, plain = false }: TableProps) {
  const t = useText();
  const say = useLocalText();
  const spans = barsOf(side);
  return (
    <table className={styles.table} data-emphasis={emphasis || undefined}>
      <caption>
        <span>{caption}</span>
        <strong>
          <Money amount={side.total} />
        </strong>
      </caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{t('ui.price.line')}</th>
          <th scope="col">{t('ui.price.amount')}</th>
        </tr>
      </thead>
      <tbody>
        {side.lines.map((line, index) => (
          <tr key={`${line.code} ${index}`}>
            <th scope="row">
              {plain || (line.basis === null && line.source === null) ? (
                say(line.label)
              ) : (
                <details>
                  <summary title={t('ui.price.how')}>{say(line.label)}</summary>
                  <small>
                    {line.basis}
                    {line.basis !== null && line.source !== null && ' · '}
                    {line.source && <SourceLink {...line.source} />}
                  </small>
                </details>
              )}
              {bars && <i className={styles.bar} data-minus={line.amount.minor.startsWith('-') || undefined} style={spans[index]} aria-hidden />}
            </th>
            <td>
              <Money amount={line.amount} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type Bar = Readonly<{ marginInlineStart: string; width: string }>;

/** Where each bar starts and how long it is, in percent of the highest running total. For the eye only: amounts stay exact texts. */
function barsOf({ lines }: Side): readonly Bar[] {
  let running = 0;
  const spans = lines.map((line) => {
    const before = running;
    running += Number(line.amount.minor);
    return { from: Math.min(before, running), to: Math.max(before, running) };
  });
  const top = Math.max(1, ...spans.map((span) => span.to));
  return spans.map(({ from, to }) => ({ marginInlineStart: percent(Math.max(0, from) / top), width: percent(Math.max(0, to - Math.max(0, from)) / top) }));
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)}%`;
}
