import { Button, TextInput } from '@mantine/core';
import { Form } from 'react-router';
import { IdempotencyField } from '../ui/idempotency-field.tsx';
import { useInstant } from '../ui/instant.tsx';
import type { DocumentShape } from '../ui/shapes.ts';
import { StatusBadge } from '../ui/status-badge.tsx';
import { useLocalText } from '../ui/text.tsx';
import styles from './documents.module.css';
import { FileField } from './put-document-form.tsx';
import { useMerchantText } from './text.ts';

const TONES = { valid: 'good', expiring: 'warn', expired: 'bad', removed: 'plain' } as const;

/** One document: what it is, how long it holds, what rests on it, and what can be done with it. */
export function DocumentEntry({ document, formKey }: Readonly<{ document: DocumentShape; formKey: string }>) {
  const t = useMerchantText();
  const say = useLocalText();
  const day = useInstant();
  const { effect, daysLeft } = document;
  return (
    <article className={styles.entry} data-state={document.state}>
      <header>
        <div>
          <h3>{say(document.name)}</h3>
          <p>
            {[document.number, document.laboratory, document.batch].filter((part) => part !== null).join(' · ')}
            {document.fileId !== null && (
              <>
                {' · '}
                <a href={`/api/v1/merchant/files/${document.fileId}`} target="_blank" rel="noreferrer">
                  {t('merchant.documents.see')}
                </a>
              </>
            )}
          </p>
        </div>
        <StatusBadge tone={TONES[document.state]}>
          {document.expires === null || daysLeft === null ? t('merchant.documents.noExpiry') : daysLeft < 0 ? t('merchant.documents.expiredOn', { day: day(document.expires, 'day') }) : document.state === 'expiring' ? t('merchant.documents.expiresIn', { count: daysLeft }) : t('merchant.documents.until', { day: day(document.expires, 'day') })}
        </StatusBadge>
      </header>
      <p className={styles.resting}>
        <b>{t('merchant.documents.rests', { count: effect.opens })}</b> {document.coversAll ? t('merchant.documents.coversAll') : t('merchant.documents.covers', { count: effect.covers })}
      </p>
      <div className={styles.deeds}>
        <details>
          <summary>{t('merchant.documents.replace')}</summary>
          <Form method="post" encType="multipart/form-data" className={styles.form} preventScrollReset>
            <IdempotencyField value={formKey} />
            <input type="hidden" name="documentId" value={document.id} />
            <div className={styles.fields}>
              <TextInput label={t('merchant.documents.number')} name="number" required maxLength={200} />
              <TextInput label={t('merchant.documents.laboratory')} name="laboratory" maxLength={200} defaultValue={document.laboratory ?? ''} />
              <TextInput label={t('merchant.documents.batch')} name="batch" maxLength={200} />
              <TextInput label={t('merchant.documents.expires')} name="expires" type="date" />
              <FileField label={t('merchant.documents.file')} />
            </div>
            <div>
              <Button type="submit" name="intent" value="replace" variant="light">
                {t('merchant.documents.replaceNow')}
              </Button>
            </div>
          </Form>
        </details>
        <details>
          <summary>{t('merchant.documents.remove')}</summary>
          <Form method="post" className={styles.form} preventScrollReset>
            <input type="hidden" name="documentId" value={document.id} />
            <p>{t('merchant.documents.removeHint', { count: effect.opens })}</p>
            <div>
              <Button type="submit" name="intent" value="remove" variant="light" color="red">
                {t('merchant.documents.removeNow')}
              </Button>
            </div>
          </Form>
        </details>
      </div>
    </article>
  );
}
