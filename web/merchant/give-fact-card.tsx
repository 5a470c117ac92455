import { Button, TextInput } from '@mantine/core';
import { Form, useNavigation } from 'react-router';
import { Card } from '../ui/card.tsx';
import { useKnownTexts } from '../ui/known-texts.ts';
import styles from './product.module.css';
import { useMerchantText } from './text.ts';

/** Facts that are measured: a number is expected. */
const MEASURED = /(?:Grams|Mm|Ml|Months|Hours|Percent)$/;

/** Asks for one fact that a reason says is missing; sent like the answer to a question. */
export function GiveFactCard({ fact }: Readonly<{ fact: string }>) {
  const t = useMerchantText();
  const known = useKnownTexts();
  const busy = useNavigation().state !== 'idle';
  const measured = MEASURED.test(fact);
  return (
    <Card tone="accent" title={t('merchant.product.give', { fact: known('fact', fact) })}>
      <span id="give" />
      <Form method="post" className={styles.give} preventScrollReset>
        <input type="hidden" name="intent" value="answer" />
        <input type="hidden" name="fact" value={fact} />
        <input type="hidden" name="input" value={measured ? 'number' : 'text'} />
        <TextInput name="typed" aria-label={known('fact', fact)} required inputMode={measured ? 'decimal' : 'text'} />
        <Button type="submit" loading={busy}>
          {t('merchant.product.give.save')}
        </Button>
      </Form>
    </Card>
  );
}
