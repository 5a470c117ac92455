import { Button, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Form, redirect, useNavigation } from 'react-router';
import { draftRules, lintRules } from '#contract/editions.ts';
import { getRuleText } from '#contract/rules.ts';
import { call, load } from '../ui/api.ts';
import { Card } from '../ui/card.tsx';
import { readFields } from '../ui/form.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { Problem, problemAt } from '../ui/problem.tsx';
import type { Route } from './+types/new-rules.ts';
import styles from './operator.module.css';
import { RuleTextField } from './rule-text-field.tsx';
import { useOperatorText } from './text.ts';

/** A rule to begin from where none was named: every key a rule must have. */
const SKELETON = `rules:
  - id: US-NEW-001
    markets: [US]
    categories: [toys]
    outcome: warn
    when:
      mentions: [词]
    message:
      zh-Hans: 说明
      zh-Hant: 說明
      en: What it is about
    fix:
      kind: edit_text
      text:
        zh-Hans: 怎么办
        zh-Hant: 怎麼辦
        en: What to do
    citation: Where it comes from
    confidence: known
# withdraw:
#   - US-CPSC-000
`;

export async function loader(args: Route.LoaderArgs) {
  const ruleId = new URL(args.request.url).searchParams.get('rule');
  const from = ruleId === null ? null : await load(args, getRuleText, { params: { ruleId } });
  return { text: from?.text ?? SKELETON, name: `${new Date().toISOString().slice(0, 10)}${ruleId === null ? '' : `-${ruleId.toLowerCase()}`}` };
}

export async function action(args: Route.ActionArgs) {
  const fields = await readFields(args.request);
  const text = fields.text('text').replaceAll('\r\n', '\n');
  if (fields.oneOf('intent', ['draft', 'lint']) === 'lint') {
    const linted = await call(args, lintRules, { body: { text } });
    return linted.ok ? { problem: null, reading: linted.value } : { problem: linted.problem, reading: null };
  }
  const drafted = await call(args, draftRules, { body: { name: fields.text('name'), note: fields.text('note'), text } });
  return drafted.ok ? redirect(`/operator/editions/${drafted.value.edition.id}`, 303) : { problem: drafted.problem, reading: null };
}

/** A new draft of rules: whole rules that replace those of the same id or are new, and ids to withdraw. */
export default function NewRules({ loaderData, actionData }: Route.ComponentProps) {
  const t = useOperatorText();
  const [text, setText] = useState(loaderData.text);
  const busy = useNavigation().state !== 'idle';
  const reading = actionData?.reading;
  return (
    <Stack gap="lg">
      <PageHeader title={t('operator.rules.draft')} lead={t('operator.rules.draftLead')} back={{ to: '/operator/editions', label: t('operator.editions') }} />
      <Problem problem={actionData?.problem} />
      <Card>
        <Form method="post" className={styles.form}>
          <div className={styles.fields}>
            <TextInput label={t('operator.editions.name')} name="name" required minLength={3} maxLength={60} defaultValue={loaderData.name} error={problemAt(actionData?.problem, 'name')} />
            <Textarea label={t('operator.editions.note')} name="note" maxLength={500} autosize minRows={1} />
          </div>
          <RuleTextField text={text} onText={setText} problems={reading?.problems ?? []} />
          {reading !== null && reading !== undefined && reading.problems.length === 0 && <p role="status">{t('operator.rules.clean', { count: reading.touches.length })}</p>}
          <div className={styles.buttons}>
            <Button type="submit" name="intent" value="draft" loading={busy}>
              {t('operator.rules.save')}
            </Button>
            <Button type="submit" name="intent" value="lint" variant="default" disabled={busy}>
              {t('operator.rules.check')}
            </Button>
          </div>
        </Form>
      </Card>
    </Stack>
  );
}
