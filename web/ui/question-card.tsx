import { Button, TextInput } from '@mantine/core';
import { Form, useNavigation } from 'react-router';
import type { Fields } from './form.ts';
import styles from './question-card.module.css';
import type { Question } from './shapes.ts';
import { useLocalText, useText } from './text.tsx';

export type Scalar = Question['options'][number]['value'];

/** The fact and value a sent question card carries. Values travel as JSON, so that 36 stays a number and "36" a text. */
export function readQuestionAnswer(fields: Fields): Readonly<{ fact: string; value: Scalar }> {
  const fact = fields.text('fact');
  if (fields.text('input') === 'number') return { fact, value: fields.text('typed') === '' ? null : Number(fields.text('typed')) };
  if (fields.text('input') === 'text') return { fact, value: fields.text('typed') };
  const value: unknown = JSON.parse(fields.text('value') || 'null');
  return { fact, value: typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null };
}

/** One question with big answers, each a button of a form. The action reads it with `readQuestionAnswer`; `intent` tells it from other forms. */
export function QuestionCard({ question, intent = 'answer', error = null }: Readonly<{ question: Question; intent?: string; error?: string | null }>) {
  const t = useText();
  const say = useLocalText();
  const busy = useNavigation().state !== 'idle';
  const choices = question.input === 'yes_no' ? [{ value: true, label: t('ui.question.yes') }, { value: false, label: t('ui.question.no') }] : question.options.map((option) => ({ value: option.value, label: say(option.text) }));
  const isTyped = question.input === 'number' || question.input === 'text';
  return (
    <Form method="post" className={styles.card} preventScrollReset>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="fact" value={question.fact} />
      <input type="hidden" name="input" value={question.input} />
      <fieldset disabled={busy}>
        <legend>
          <small>{t('ui.question.one')}</small>
          {say(question.ask)}
        </legend>
        {isTyped ? (
          <div className={styles.typed}>
            <TextInput name="typed" aria-label={say(question.ask)} required inputMode={question.input === 'number' ? 'decimal' : 'text'} error={error} rightSection={question.unit} rightSectionWidth={64} size="lg" />
            <Button type="submit" size="lg">
              {t('ui.question.answer')}
            </Button>
          </div>
        ) : (
          <div className={styles.choices}>
            {choices.map((choice) => (
              <button key={String(choice.value)} name="value" value={JSON.stringify(choice.value)} className={styles.choice}>
                {choice.label}
              </button>
            ))}
          </div>
        )}
        {!isTyped && error !== null && <p role="alert">{error}</p>}
      </fieldset>
      <p className={styles.effect}>{t('ui.question.effect')}</p>
    </Form>
  );
}
