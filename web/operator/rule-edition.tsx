import { Alert, Button, NumberInput, Progress } from '@mantine/core';
import { useEffect, useState } from 'react';
import { Form, useFetcher, useNavigation } from 'react-router';
import { Card } from '../ui/card.tsx';
import { IdempotencyField } from '../ui/idempotency-field.tsx';
import type { Edition, EditionReplay, RuleReading } from '../ui/shapes.ts';
import { StatusBadge } from '../ui/status-badge.tsx';
import styles from './operator.module.css';
import { ReplayResult } from './replay-result.tsx';
import { RuleTextField } from './rule-text-field.tsx';
import { useOperatorText } from './text.ts';

const CHANGE_TONES = { added: 'info', changed: 'warn', withdrawn: 'bad' } as const;
const WHOLE_PPM = 1_000_000;

type Props = Readonly<{ edition: Edition; reading: RuleReading; replay: EditionReplay | null; inForce: boolean; formKey: string }>;

/** An edition of the rules: its text with the linter beside it, its replay, and how it is published or taken back. */
export function RuleEdition({ edition, reading, replay, inForce, formKey }: Props) {
  const t = useOperatorText();
  const draft = edition.state === 'draft';
  const [text, setText] = useState(edition.text ?? '');
  const busy = useNavigation().state !== 'idle';
  const clean = reading.problems.length === 0;
  return (
    <>
      {!draft && <Standing edition={edition} inForce={inForce} formKey={formKey} />}
      <Card title={t('operator.rules.text')} hint={draft ? t('operator.rules.textHint') : t('operator.rules.immutable')}>
        <Form method="post" className={styles.form} preventScrollReset>
          <RuleTextField text={text} onText={setText} problems={reading.problems} readOnly={!draft} />
          <p className={styles.touches}>
            {reading.touches.map((touch) => (
              <span key={touch.ruleId}>
                <StatusBadge tone={CHANGE_TONES[touch.change]}>{t(`operator.rules.change.${touch.change}`)}</StatusBadge> <code>{touch.ruleId}</code>
              </span>
            ))}
          </p>
          {draft && (
            <div>
              <Button type="submit" name="intent" value="edit" variant={text === edition.text ? 'default' : 'filled'} loading={busy}>
                {t('operator.rules.saveAndCheck')}
              </Button>
            </div>
          )}
        </Form>
      </Card>
      {draft && clean && <ReplayCard replay={replay} dirty={text !== edition.text} />}
      {draft && clean && replay?.state === 'done' && <PublishCard replay={replay} formKey={formKey} />}
      {!draft && replay !== null && <ReplayResult replay={replay} />}
    </>
  );
}

/** Replays slice after slice while the page is open; without script, a slice a press. */
function ReplayCard({ replay, dirty }: Readonly<{ replay: EditionReplay | null; dirty: boolean }>) {
  const t = useOperatorText();
  const fetcher = useFetcher();
  const running = replay?.state === 'running';
  useEffect(() => {
    if (running && fetcher.state === 'idle') void fetcher.submit({ intent: 'replay', sharePpm: String(replay.sharePpm) }, { method: 'post' });
  }, [running, fetcher, replay]);
  const busy = fetcher.state !== 'idle';
  return (
    <Card title={t('operator.rules.replay')} hint={t('operator.rules.replayHint')} tone={replay === null ? 'accent' : 'plain'}>
      {replay !== null && !replay.fresh && <Alert color="yellow">{t('operator.rules.stale')}</Alert>}
      <fetcher.Form method="post" className={styles.form}>
        <input type="hidden" name="intent" value="replay" />
        <input type="hidden" name="again" value={replay?.state === 'done' ? 'yes' : ''} />
        <div className={styles.fields}>
          <NumberInput label={t('operator.rules.share')} description={t('operator.rules.shareHint')} name="percent" min={1} max={100} defaultValue={replay === null ? 100 : replay.sharePpm / 10_000} suffix=" %" allowDecimal={false} />
        </div>
        {running && (
          <div role="status">
            <Progress value={replay.total === 0 ? 100 : (replay.done / replay.total) * 100} animated aria-label={t('operator.rules.replay')} />
            <small>{t('operator.rules.progress', { done: replay.done, total: replay.total })}</small>
          </div>
        )}
        <div>
          <Button type="submit" loading={busy} disabled={dirty} variant={replay === null ? 'filled' : 'default'}>
            {t(running ? 'operator.rules.replayOn' : replay === null ? 'operator.rules.replayNow' : 'operator.rules.replayAgain')}
          </Button>
        </div>
      </fetcher.Form>
      {replay !== null && <ReplayResult replay={replay} />}
    </Card>
  );
}

function PublishCard({ replay, formKey }: Readonly<{ replay: EditionReplay; formKey: string }>) {
  const t = useOperatorText();
  const busy = useNavigation().state !== 'idle';
  return (
    <Card title={t('operator.rules.publish')} hint={t('operator.rules.publishHint', { flips: replay.flips, merchants: replay.merchants, percent: replay.sharePpm / 10_000 })} tone="accent">
      <Form method="post">
        <IdempotencyField value={formKey} />
        <input type="hidden" name="sharePpm" value={replay.sharePpm} />
        <Button type="submit" name="intent" value="publish" loading={busy}>
          {replay.sharePpm < WHOLE_PPM ? t('operator.rules.publishShare', { percent: replay.sharePpm / 10_000 }) : t('operator.editions.publishNow')}
        </Button>
      </Form>
    </Card>
  );
}

/** A published edition: for whom it is, how it goes to everybody, how it is taken back. */
function Standing({ edition, inForce, formKey }: Readonly<{ edition: Edition; inForce: boolean; formKey: string }>) {
  const t = useOperatorText();
  const busy = useNavigation().state !== 'idle';
  const partial = edition.sharePpm < WHOLE_PPM;
  const words = edition.state === 'withdrawn' ? t('operator.rules.withdrawn') : inForce ? t(partial ? 'operator.rules.inForceShare' : 'operator.rules.inForce', { percent: edition.sharePpm / 10_000 }) : t('operator.rules.followed');
  return (
    <Card title={t('operator.editions.state')} hint={words}>
      {inForce && (
        <Form method="post" className={styles.buttons}>
          <IdempotencyField value={formKey} />
          {partial && (
            <Button type="submit" name="intent" value="widen" loading={busy}>
              {t('operator.rules.widen')}
            </Button>
          )}
          <Button type="submit" name="intent" value="withdraw" variant="light" color="red" disabled={busy}>
            {t('operator.rules.takeBack')}
          </Button>
        </Form>
      )}
    </Card>
  );
}
