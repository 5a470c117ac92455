import { Button } from '@mantine/core';
import { IconArrowRight, IconExternalLink } from '@tabler/icons-react';
import { Link } from 'react-router';
import { Because } from './because.tsx';
import styles from './reason-list.module.css';
import type { Action, Fact, Finding, LocalText, Queue, Reason } from './shapes.ts';
import { useLocalText, useText } from './text.tsx';

/** Where a fix leads; null when there is nowhere to go (then its words stand alone). */
export type HrefOfFix = (fix: Readonly<{ kind: string; target: string | null }>) => string | null;

type Shown = Readonly<{
  key: string;
  tone: 'good' | 'warn' | 'bad' | 'plain';
  text: LocalText;
  because: readonly Fact[];
  source: Readonly<{ citation: string; url: string | null; asOf: string | null }> | null;
  fixText: LocalText | null;
  fixes: readonly Fix[];
  owner: Queue;
  answerHours: number | null;
  /** The rule, where the finding stands in the way. */
  disputed: string | null;
}>;

type Context = Readonly<{
  hrefOf?: HrefOfFix;
  /** Where a finding that stands in the way is disputed. */
  appealHrefOf?: (ruleId: string) => string;
  /** The product's texts by name, so that quoted words stand in their sentence. */
  fields?: Readonly<Record<string, string>>;
  /** The words alone, where nothing is to be checked or asked, as on an invitation. */
  brief?: boolean;
}>;

/** Reasons of a decision: what, in whose words, by which rule, how to fix it, whose turn it is. */
export function ReasonList({ reasons, ...context }: Readonly<{ reasons: readonly Reason[] }> & Context) {
  return (
    <ol className={styles.list}>
      {reasons.map((reason, index) => (
        <Item key={`${reason.code} ${index}`} {...context} shown={shownReason(reason, index)} />
      ))}
    </ol>
  );
}

/** Findings of a verdict, those that stand in the way first. What to do about them is one list for the whole verdict: see `fixesOf`. */
export function FindingList({ findings, ...context }: Readonly<{ findings: readonly Finding[] }> & Context) {
  const weight = (outcome: string): number => ORDER.indexOf(outcome);
  const ordered = findings.toSorted((a, b) => weight(a.outcome) - weight(b.outcome));
  return (
    <ol className={styles.list}>
      {ordered.map((finding, index) => (
        <Item key={`${finding.ruleId} ${index}`} {...context} shown={shownFinding(finding)} />
      ))}
    </ol>
  );
}

/** What the findings together ask for, each thing once. */
export function fixesOf(findings: readonly Finding[]): readonly Fix[] {
  const seen = new Map<string, Fix>();
  for (const fix of findings.flatMap(({ minimalFix }) => minimalFix)) seen.set(`${fix.kind} ${fix.target ?? fix.text.en}`, fix);
  return [...seen.values()];
}

const ORDER: readonly string[] = ['blocked', 'needs_facts', 'needs_review', 'allowed_with_conditions', 'allowed'];
const TONES: Readonly<Record<string, Shown['tone']>> = { blocked: 'bad', needs_facts: 'warn', needs_review: 'warn', allowed_with_conditions: 'good', allowed: 'good' };

function shownReason(reason: Reason, index: number): Shown {
  const action: Action | null = reason.fix;
  return { key: `${reason.code} ${index}`, tone: 'plain', text: reason.text, because: reason.because, source: reason.source, fixText: null, fixes: action ? [action] : [], owner: reason.owner, answerHours: null, disputed: null };
}

function shownFinding(finding: Finding): Shown {
  return {
    key: finding.ruleId, tone: TONES[finding.outcome] ?? 'plain', text: finding.text, because: finding.because,
    source: { citation: finding.citation, url: finding.sourceUrl, asOf: null },
    fixText: finding.fix, fixes: [], owner: finding.owner, answerHours: finding.answerHours,
    disputed: TONES[finding.outcome] === 'good' ? null : finding.ruleId,
  };
}

function Item({ shown, hrefOf, appealHrefOf, fields, brief = false }: Context & Readonly<{ shown: Shown }>) {
  const t = useText();
  const say = useLocalText();
  const owner = t(`ui.queue.${shown.owner}`);
  return (
    <li className={styles.item} data-tone={shown.tone}>
      <p className={styles.text}>{say(shown.text)}</p>
      {!brief && shown.because.length > 0 && <Because facts={shown.because} fields={fields} />}
      {shown.fixText && <p className={styles.fix}>{say(shown.fixText)}</p>}
      <Fixes fixes={shown.fixes} {...(hrefOf && { hrefOf })} />
      <footer className={styles.foot}>
        {shown.source && <SourceLink {...shown.source} />}
        {appealHrefOf !== undefined && shown.disputed !== null && <Link to={appealHrefOf(shown.disputed)} className={styles.source}>{t('ui.verdict.appeal')}</Link>}
        {!brief && <span>{shown.answerHours === null ? owner : t('ui.owner.due', { owner, hours: shown.answerHours })}</span>}
      </footer>
    </li>
  );
}

export type Fix = Finding['minimalFix'][number];

/** A fix may be a whole sentence; on a phone it takes two lines. */
const WRAPPING = { root: { height: 'auto', minHeight: 36, maxWidth: '100%', paddingBlock: 7 }, label: { whiteSpace: 'normal', textAlign: 'start' } } as const;

/** What can be done, each as a button where there is somewhere to go. */
export function Fixes({ fixes, hrefOf }: Readonly<{ fixes: readonly Fix[]; hrefOf?: HrefOfFix }>) {
  const say = useLocalText();
  if (fixes.length === 0) return null;
  return (
    <div className={styles.actions}>
      {fixes.map((fix) => {
        const href = hrefOf?.(fix) ?? null;
        return href === null ? (
          <p key={say(fix.text)}>{say(fix.text)}</p>
        ) : (
          <Button key={say(fix.text)} component={Link} to={href} size="sm" variant="light" styles={WRAPPING} rightSection={<IconArrowRight size={16} aria-hidden />}>
            {say(fix.text)}
          </Button>
        );
      })}
    </div>
  );
}

/** Where a rule, rate or fee comes from: a link when there is one, its date when it is known. */
export function SourceLink({ citation, url, asOf }: Readonly<{ citation: string; url: string | null; asOf: string | null }>) {
  const t = useText();
  const dated = asOf === null ? '' : ` · ${t('ui.reason.asOf', { date: asOf })}`;
  if (url === null) return <span>{citation}{dated}</span>;
  return (
    <a href={url} target="_blank" rel="noreferrer" className={styles.source}>
      {citation}
      <IconExternalLink size={13} aria-hidden />
      {dated}
    </a>
  );
}
