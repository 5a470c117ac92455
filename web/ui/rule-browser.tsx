import { IconExternalLink } from '@tabler/icons-react';
import { Form, Link } from 'react-router';
import { Chips } from './chips.tsx';
import { useInstant } from './instant.tsx';
import styles from './rule-browser.module.css';
import type { Market, RulesShape, RuleShape } from './shapes.ts';
import { StatusBadge, type Tone } from './status-badge.tsx';
import { useLocalText, useText } from './text.tsx';

const MARKETS = ['US', 'HK', 'MO'] as const;
export const RULE_TONES = { prohibit: 'bad', restrict: 'warn', warn: 'info', condition: 'good', transport: 'plain' } as const satisfies Record<RuleShape['outcome'], Tone>;

export type RuleFilter = Readonly<{ market: Market; agency: string | null; search: string }>;

/** The filter in an address. */
export function ruleFilterOf(url: string): RuleFilter {
  const asked = new URL(url).searchParams;
  return { market: MARKETS.find((one) => one === asked.get('market')) ?? 'US', agency: asked.get('agency'), search: asked.get('q') ?? '' };
}

type Props = Readonly<{ rules: RulesShape; filter: RuleFilter; editHrefOf?: (ruleId: string) => string }>;

/** The rule pack, readable: what may not be sold to a market, why, what unlocks it, and where it stands in the law. */
export function RuleBrowser({ rules, filter, editHrefOf }: Props) {
  const t = useText();
  const say = useLocalText();
  const { market, agency, search } = filter;
  const at = (change: Partial<RuleFilter>): string => {
    const next = { ...filter, ...change };
    return `?${new URLSearchParams({ market: next.market, ...(next.agency !== null && { agency: next.agency }), ...(next.search !== '' && { q: next.search }) })}`;
  };
  const total = rules.agencies.reduce((sum, one) => sum + one.rules, 0);
  return (
    <div className={styles.browser}>
      <Chips label={t('ui.market')} items={MARKETS.map((one) => ({ to: at({ market: one, agency: null }), label: t(`ui.market.${one}`), current: one === market }))} />
      <Form method="get" role="search" className={styles.search}>
        <input type="hidden" name="market" value={market} />
        {agency !== null && <input type="hidden" name="agency" value={agency} />}
        <input type="search" name="q" key={search} defaultValue={search} placeholder={t('ui.rules.search')} aria-label={t('ui.rules.search')} />
      </Form>
      <Chips label={t('ui.rules.agency')} items={[{ to: at({ agency: null }), label: t('ui.rules.all'), current: agency === null, count: total }, ...rules.agencies.map((one) => ({ to: at({ agency: one.agency }), label: say(one.name), current: one.agency === agency, count: one.rules }))]} />
      <p className={styles.edition}>{t('ui.rules.edition', { edition: rules.edition, count: rules.items.length })}</p>
      {rules.items.length === 0 ? (
        <p className={styles.edition}>{t('ui.rules.none')}</p>
      ) : (
      <ul className={styles.rules}>
        {rules.items.map((rule) => (
          <li key={rule.id}>
            <RuleEntry rule={rule} {...(editHrefOf && { editHref: editHrefOf(rule.id) })} />
          </li>
        ))}
      </ul>
      )}
    </div>
  );
}

function RuleEntry({ rule, editHref }: Readonly<{ rule: RuleShape; editHref?: string }>) {
  const t = useText();
  const say = useLocalText();
  const day = useInstant();
  return (
    <details>
      <summary>
        <StatusBadge tone={RULE_TONES[rule.outcome]}>{t(`ui.rules.outcome.${rule.outcome}`)}</StatusBadge>
        <span>{say(rule.message)}</span>
        <code>{rule.id}</code>
      </summary>
      <dl>
        <dt>{t('ui.rules.todo')}</dt>
        <dd>{say(rule.fix)}</dd>
        {rule.evidence.length > 0 && (
          <>
            <dt>{t(rule.evidenceMode === 'any' ? 'ui.rules.evidenceAny' : 'ui.rules.evidence')}</dt>
            <dd>{rule.evidence.map((one) => say(one.name)).join(' · ')}</dd>
          </>
        )}
        {rule.words.length > 0 && (
          <>
            <dt>{t('ui.rules.words')}</dt>
            <dd lang="zh-Hans">{rule.words.join('、')}</dd>
          </>
        )}
        <dt>{t('ui.rules.source')}</dt>
        <dd>
          {rule.sourceUrl === null ? (
            rule.citation
          ) : (
            <a href={rule.sourceUrl} target="_blank" rel="noreferrer">
              {rule.citation} <IconExternalLink size={13} aria-hidden />
            </a>
          )}
        </dd>
        <dt>{t('ui.rules.dates')}</dt>
        <dd>
          {rule.from === null && rule.until === null ? t('ui.rules.always') : t('ui.rules.between', { from: rule.from === null ? '…' : day(rule.from, 'day'), until: rule.until === null ? '…' : day(rule.until, 'day') })}
          {!rule.inForce && ` · ${t('ui.rules.notNow')}`} · {t(`ui.rules.confidence.${rule.confidence}`)}
        </dd>
      </dl>
      {editHref !== undefined && <Link to={editHref}>{t('ui.rules.edit')}</Link>}
    </details>
  );
}
