import { Button, Kbd, Stack, Textarea } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { Form, Link, redirect, useNavigation } from 'react-router';
import { decideAppeal, decideReview, listReviews } from '#contract/appeals.ts';
import { call, load } from '../ui/api.ts';
import { Because } from '../ui/because.tsx';
import { Chips } from '../ui/chips.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { newKey, readFields } from '../ui/form.ts';
import { IdempotencyField } from '../ui/idempotency-field.tsx';
import { Instant } from '../ui/instant.tsx';
import { useFactName, useFactValue } from '../ui/known-texts.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { Problem, problemAt } from '../ui/problem.tsx';
import { SourceLink } from '../ui/reason-list.tsx';
import type { Review } from '../ui/shapes.ts';
import { StatusBadge } from '../ui/status-badge.tsx';
import { useLocalText } from '../ui/text.tsx';
import type { Route } from './+types/reviews.ts';
import styles from './reviews.module.css';
import { useOperatorText, type OperatorTextId } from './text.ts';

const KINDS = ['appeal', 'review'] as const;

/** What a reviewer can decide, and the key for it. */
const APPEAL_CHOICES = [['u', 'upheld'], ['a', 'accepted_once'], ['w', 'whitelisted'], ['e', 'rule_edit']] as const;
const REVIEW_CHOICES = [['a', 'accept'], ['w', 'accept_standing'], ['r', 'refuse']] as const;

export async function loader(args: Route.LoaderArgs) {
  const asked = new URL(args.request.url).searchParams;
  const kind = KINDS.find((one) => one === asked.get('kind'));
  return { kind: kind ?? null, reviews: await load(args, listReviews, { query: { kind } }), selected: asked.get('at'), key: newKey() };
}

export async function action(args: Route.ActionArgs) {
  const fields = await readFields(args.request);
  const reason = fields.text('reason');
  const appealId = fields.optional('appealId');
  const choice = fields.text('choice');
  const done = appealId === null
    ? await call(args, decideReview, { body: { productId: fields.text('productId'), ruleId: fields.text('ruleId'), accept: choice !== 'refuse', standing: choice === 'accept_standing', reason }, idempotencyKey: fields.key })
    : await call(args, decideAppeal, { params: { appealId }, body: { decision: fields.oneOf('choice', ['upheld', 'accepted_once', 'whitelisted', 'rule_edit']), reason }, idempotencyKey: fields.key });
  if (!done.ok) return { problem: done.problem };
  const kind = new URL(args.request.url).searchParams.get('kind');
  return redirect(`/operator/reviews${kind === null ? '' : `?kind=${kind}`}`, 303);
}

/** The reviewers' queue: the most urgent first, each with all that is needed to decide it, by hand or by keyboard. */
export default function Reviews({ loaderData: { kind, reviews, selected, key }, actionData }: Route.ComponentProps) {
  const t = useOperatorText();
  const found = reviews.items.findIndex((item) => item.key === selected);
  const [place, setPlace] = useState(Math.max(0, found));
  const shown = Math.min(place, Math.max(0, reviews.items.length - 1));
  const item = reviews.items[shown];
  useMoves(reviews.items.length, setPlace);
  const { counts } = reviews;
  return (
    <Stack gap="md">
      <PageHeader title={t('operator.reviews')} lead={t('operator.reviews.lead', { overdue: counts.overdue })} actions={<Button component={Link} to="/operator/classifications" variant="default" size="sm">{t('operator.codes')}</Button>} />
      <Chips
        label={t('operator.reviews.kind')}
        items={[
          { to: '?', label: t('operator.orders.all'), current: kind === null, count: counts.appeals + counts.reviews },
          { to: '?kind=appeal', label: t('operator.reviews.kind.appeal'), current: kind === 'appeal', count: counts.appeals },
          { to: '?kind=review', label: t('operator.reviews.kind.review'), current: kind === 'review', count: counts.reviews },
        ]}
      />
      <Problem problem={actionData?.problem} />
      {item === undefined ? (
        <EmptyState title={t('operator.reviews.none')} text={t('operator.reviews.noneText')} />
      ) : (
        <div className={styles.desk}>
          <ol className={styles.queue} aria-label={t('operator.reviews')}>
            {reviews.items.map((one, index) => (
              <li key={one.key}>
                <Link to={`?${new URLSearchParams({ ...(kind !== null && { kind }), at: one.key })}`} aria-current={index === shown ? 'true' : undefined} onClick={() => setPlace(index)} preventScrollReset>
                  <span lang="zh-Hans">{one.title}</span>
                  <small>
                    {one.ruleId} · {one.markets.join(' ')} · {one.shopName}
                  </small>
                  <DueBadge review={one} />
                </Link>
              </li>
            ))}
          </ol>
          <Matter key={item.key} review={item} formKey={key} problem={actionData?.problem ?? null} />
        </div>
      )}
    </Stack>
  );
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

/** `j` goes to the next, `k` to the one before. */
function useMoves(count: number, setPlace: (move: (before: number) => number) => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return;
      if (event.key === 'j') setPlace((before) => Math.min(count - 1, before + 1));
      else if (event.key === 'k') setPlace((before) => Math.max(0, before - 1));
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [count, setPlace]);
}

function DueBadge({ review }: Readonly<{ review: Review }>) {
  const t = useOperatorText();
  if (review.escalated) return <StatusBadge tone="bad">{t('operator.reviews.escalated')}</StatusBadge>;
  if (review.overdue) return <StatusBadge tone="bad">{t('operator.reviews.overdue')}</StatusBadge>;
  return (
    <small>
      {t('operator.reviews.due')} <Instant at={review.dueAt} />
    </small>
  );
}

/** One matter with everything needed to decide it. A key chooses; the reason follows; Ctrl+Enter sends. */
function Matter({ review, formKey, problem }: Readonly<{ review: Review; formKey: string; problem: Parameters<typeof problemAt>[0] }>) {
  const t = useOperatorText();
  const say = useLocalText();
  const nameOf = useFactName();
  const valueOf = useFactValue();
  const { appeal } = review;
  return (
    <article className={styles.matter} aria-live="polite">
      <header>
        {review.image !== null && <img src={review.image} alt="" />}
        <div>
          <h2 lang="zh-Hans">{review.title}</h2>
          <p>
            {review.shopName} · {review.markets.map((market) => t(`ui.market.${market}`)).join(' · ')} · <Link to={`/operator/why/${review.productId}`}>{t('operator.reviews.why')}</Link>
          </p>
        </div>
        <DueBadge review={review} />
      </header>
      <section>
        <h3>
          {t('operator.reviews.rule')} <code>{review.ruleId}</code>
        </h3>
        <p>{say(review.rule)}</p>
        {review.because.length > 0 && <Because facts={review.because} fields={review.texts} />}
        {review.source && (
          <p className={styles.quiet}>
            <SourceLink {...review.source} />
          </p>
        )}
      </section>
      {appeal !== null && (
        <section>
          <h3>{t('operator.reviews.said')}</h3>
          <blockquote lang="zh-Hans">{appeal.words}</blockquote>
          {appeal.fact && (
            <p>
              {nameOf(appeal.fact.fact)}: <b>{valueOf(appeal.fact.value)}</b>
            </p>
          )}
          {appeal.document && (
            <p>
              {say(appeal.document.name)} {appeal.document.number}{' '}
              {appeal.document.fileId !== null && (
                <a href={`/api/v1/operator/files/${appeal.document.fileId}`} target="_blank" rel="noreferrer">
                  {t('operator.reviews.file')}
                </a>
              )}
            </p>
          )}
        </section>
      )}
      <DecisionForm review={review} formKey={formKey} problem={problem} />
    </article>
  );
}

function DecisionForm({ review, formKey, problem }: Readonly<{ review: Review; formKey: string; problem: Parameters<typeof problemAt>[0] }>) {
  const t = useOperatorText();
  const busy = useNavigation().state !== 'idle';
  const choices: readonly (readonly [string, string])[] = review.appeal === null ? REVIEW_CHOICES : APPEAL_CHOICES;
  const form = useRef<HTMLFormElement>(null);
  const reason = useRef<HTMLTextAreaElement>(null);
  const [choice, setChoice] = useState(choices[0]?.[1] ?? '');
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return;
      const pressed = choices.find(([letter]) => letter === event.key);
      if (pressed === undefined) return;
      event.preventDefault();
      setChoice(pressed[1]);
      reason.current?.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [choices]);
  return (
    <Form method="post" ref={form} className={styles.decision}>
      <IdempotencyField value={`${formKey}-${review.key}`} />
      {review.appeal !== null && <input type="hidden" name="appealId" value={review.appeal.id} />}
      <input type="hidden" name="productId" value={review.productId} />
      <input type="hidden" name="ruleId" value={review.ruleId} />
      <fieldset>
        <legend className="visually-hidden">{t('operator.reviews.decide')}</legend>
        {choices.map(([letter, value]) => (
          <label key={value} data-chosen={choice === value}>
            <input type="radio" name="choice" value={value} checked={choice === value} onChange={() => setChoice(value)} />
            <Kbd>{letter}</Kbd>
            <span>
              <b>{t(`operator.reviews.choice.${value}` as OperatorTextId)}</b>
              <small>{t(`operator.reviews.effect.${value}` as OperatorTextId)}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <Textarea
        ref={reason} label={t('operator.reviews.reason')} description={t('operator.reviews.reasonHint')} name="reason" required minLength={3} maxLength={1000} autosize minRows={2} error={problemAt(problem, 'reason')}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.current?.requestSubmit();
          if (event.key === 'Escape') reason.current?.blur();
        }}
      />
      <div className={styles.send}>
        <Button type="submit" loading={busy}>
          {t('operator.reviews.send')}
        </Button>
        <small>
          <Kbd>j</Kbd> <Kbd>k</Kbd> {t('operator.reviews.keys.move')} · {choices.map(([letter]) => <Kbd key={letter}>{letter}</Kbd>)} {t('operator.reviews.keys.choose')} · <Kbd>Ctrl</Kbd> <Kbd>Enter</Kbd> {t('operator.reviews.keys.send')}
        </small>
      </div>
    </Form>
  );
}
