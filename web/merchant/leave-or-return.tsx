import { Button } from '@mantine/core';
import { Form } from 'react-router';
import { useInstant } from '../ui/instant.tsx';
import styles from './leave-or-return.module.css';
import { useMerchantText } from './text.ts';

/** Leaving is as easy as joining, and so is coming back. */
export function LeaveOrReturn({ enrolment }: Readonly<{ enrolment: Readonly<{ enrolled: boolean; leftAt: string | null }> }>) {
  const t = useMerchantText();
  const day = useInstant();
  if (enrolment.enrolled) {
    return (
      <details className={styles.leave}>
        <summary>{t('merchant.leave')}</summary>
        <p>{t('merchant.leave.text')}</p>
        <Form method="post">
          <Button type="submit" name="intent" value="leave" color="red" variant="light">
            {t('merchant.leave.confirm')}
          </Button>
        </Form>
      </details>
    );
  }
  if (enrolment.leftAt === null) return null;
  return (
    <Form method="post" className={styles.leave}>
      <p>{t('merchant.rejoin.text', { day: day(enrolment.leftAt, 'day') })}</p>
      <Button type="submit" name="intent" value="rejoin">
        {t('merchant.rejoin')}
      </Button>
    </Form>
  );
}
