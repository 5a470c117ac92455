import type { ReactNode } from 'react';
import { Card } from './card.tsx';
import { FindingList, Fixes, fixesOf, type HrefOfFix } from './reason-list.tsx';
import type { Verdict } from './shapes.ts';
import { OutcomeBadge } from './status-badge.tsx';
import { useLocalText, useText } from './text.tsx';
import styles from './verdict-card.module.css';

type Props = Readonly<{
  verdict: Omit<Verdict, 'id'>;
  hrefOf?: HrefOfFix;
  /** The product's texts by name, so that quoted words stand in their sentence. */
  fields?: Readonly<Record<string, string>>;
  /** Where the merchant disputes a finding that stands in the way. */
  appealHrefOf?: (ruleId: string) => string;
  /** Beside the outcome: the "why" link, say. */
  aside?: ReactNode;
  /** Before the findings: the question to answer, say. */
  children?: ReactNode;
}>;

/** What a market says to a product, every finding with its words, source, fix and owner. */
export function VerdictCard({ verdict, hrefOf, appealHrefOf, fields, aside, children }: Props) {
  const t = useText();
  const say = useLocalText();
  const fixes = fixesOf(verdict.findings);
  return (
    <Card>
      <header className={styles.head}>
        <OutcomeBadge outcome={verdict.outcome} size="l" />
        {aside}
      </header>
      {children}
      {fixes.length > 0 && (
        <section className={styles.todo}>
          <h3>{t('ui.verdict.todo')}</h3>
          <Fixes fixes={fixes} {...(hrefOf && { hrefOf })} />
        </section>
      )}
      {verdict.findings.length === 0 && <p className={styles.clear}>{t('ui.verdict.clear')}</p>}
      <FindingList findings={verdict.findings} {...(hrefOf && { hrefOf })} {...(appealHrefOf && { appealHrefOf })} {...(fields && { fields })} />
      {verdict.variants.length > 0 && (
        <section className={styles.variants}>
          <h3>{t('ui.verdict.variants')}</h3>
          <ul>
            {verdict.variants.map((variant) => (
              <li key={variant.sku}>
                <OutcomeBadge outcome={variant.outcome} />
                <b>{variant.sku}</b>
                <span>{variant.ruleIds.join(' · ')}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {verdict.transport.length > 0 && (
        <ul className={styles.transport}>
          {verdict.transport.map((line) => (
            <li key={line.ruleId}>{say(line.text)}</li>
          ))}
        </ul>
      )}
      <p className={styles.edition}>{t('ui.reason.edition', { edition: verdict.edition })}</p>
    </Card>
  );
}
