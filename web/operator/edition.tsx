import { Button, Stack } from '@mantine/core';
import { Form, redirect, useNavigation } from 'react-router';
import { editRules, getEdition, previewEdition, publishEdition, replayEdition, widenEdition, withdrawEdition } from '#contract/editions.ts';
import { type Answer, call, load } from '../ui/api.ts';
import { Card } from '../ui/card.tsx';
import { newKey, readFields } from '../ui/form.ts';
import { IdempotencyField } from '../ui/idempotency-field.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Problem } from '../ui/problem.tsx';
import { TariffImpact } from '../ui/tariff-impact.tsx';
import type { Route } from './+types/edition.ts';
import styles from './operator.module.css';
import { RuleEdition } from './rule-edition.tsx';
import { useOperatorText } from './text.ts';

export async function loader(args: Route.LoaderArgs) {
  const params = { editionId: args.params.editionId };
  const found = await load(args, getEdition, { params });
  // What a published edition changed is in every listing's history; only a draft is computed ahead.
  const ahead = found.edition.kind === 'tariffs' && found.edition.state === 'draft';
  return { ...found, impact: ahead ? await call(args, previewEdition, { params }) : null, key: newKey() };
}

export async function action(args: Route.ActionArgs) {
  const fields = await readFields(args.request);
  const done = await run();
  if (!done.ok) return { problem: done.problem };
  // A replay goes on slice by slice; the page it is shown on stays where it is.
  return fields.text('intent') === 'replay' ? { problem: null } : redirect(`/operator/editions/${args.params.editionId}`, 303);

  function run(): Promise<Answer<unknown>> {
    const params = { editionId: args.params.editionId };
    const percent = Number(fields.text('percent').replace(/[^\d.]/g, ''));
    const sharePpm = fields.text('sharePpm') === '' ? Math.round((percent || 100) * 10_000) : Number(fields.text('sharePpm'));
    switch (fields.oneOf('intent', ['publish', 'edit', 'replay', 'widen', 'withdraw'])) {
      case 'publish':
        return call(args, publishEdition, { params, body: { sharePpm }, idempotencyKey: fields.key });
      case 'edit':
        return call(args, editRules, { params, body: { text: fields.text('text').replaceAll('\r\n', '\n') } });
      case 'replay':
        return call(args, replayEdition, { params, body: { sharePpm, again: fields.text('again') === 'yes' } });
      case 'widen':
        return call(args, widenEdition, { params, body: { sharePpm: 1_000_000 }, idempotencyKey: fields.key });
      case 'withdraw':
        return call(args, withdrawEdition, { params, idempotencyKey: fields.key });
    }
  }
}

export default function EditionPage({ loaderData: { edition, reading, replay, inForce, impact, key }, actionData }: Route.ComponentProps) {
  const t = useOperatorText();
  const busy = useNavigation().state !== 'idle';
  return (
    <Stack gap="lg">
      <PageHeader title={edition.name} lead={edition.note || t('operator.editions.basedOn', { base: edition.base })} back={{ to: '/operator/editions', label: t('operator.editions') }} />
      <Problem problem={actionData?.problem} />
      {impact !== null && !impact.ok && <Problem problem={impact.problem} />}
      {reading !== null && <RuleEdition key={edition.text} edition={edition} reading={reading} replay={replay} inForce={inForce} formKey={key} />}
      {edition.kind === 'tariffs' && <Card title={t('operator.editions.changes')}>
        <ul className={styles.evidence}>
          {edition.changes.map((change) => (
            <li key={change.kind === 'programme_rate' ? change.heading : change.hts}>
              {change.kind === 'programme_rate' ? t('operator.editions.changeProgramme', { heading: change.heading, percent: change.ratePpm / 10_000, from: change.from }) : t('operator.editions.changeLine', { hts: change.hts, rate: change.rate })} · {change.source}
            </li>
          ))}
        </ul>
      </Card>}
      {impact?.ok === true && <TariffImpact impact={impact.value} merchants hrefOf={({ listingId }) => `/operator/why/${listingId}`} />}
      {edition.state === 'draft' && impact?.ok === true && (
        <Card title={t('operator.editions.publish')} hint={t('operator.editions.publishHint', { changed: impact.value.changed, merchants: impact.value.merchants })} tone="accent">
          <Form method="post">
            <IdempotencyField value={key} />
            <Button type="submit" loading={busy}>
              {t('operator.editions.publishNow')}
            </Button>
          </Form>
        </Card>
      )}
      {edition.kind === 'tariffs' && edition.state === 'published' && <p className={styles.quiet}>{t('operator.editions.isPublished')}</p>}
    </Stack>
  );
}
