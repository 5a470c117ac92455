import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { Form, useNavigation } from 'react-router';
import type { z } from 'zod';
import type { exportParcel } from '#contract/hub.ts';
import { Card } from '../ui/card.tsx';
import { IdempotencyField } from '../ui/idempotency-field.tsx';
import { useMoney } from '../ui/money.tsx';
import { ReasonList } from '../ui/reason-list.tsx';
import { useLocalText } from '../ui/text.tsx';
import styles from './station.module.css';
import { useHubText } from './text.ts';

export type ExportParcel = z.output<typeof exportParcel>;

/** The packed parcel: its line with the reason and the runners-up, its contents, its papers. */
export function ExportParcelCard({ parcel }: Readonly<{ parcel: ExportParcel }>) {
  const t = useHubText();
  const say = useLocalText();
  const money = useMoney();
  return (
    <Card title={parcel.line === null ? t('hub.line') : say(parcel.line.name)} hint={t('hub.line.to', { to: parcel.to })}>
      <dl className={styles.facts}>
        <dt>{t('hub.parcel.measured')}</dt>
        <dd>{parcel.weightGrams ?? '–'} g</dd>
        <dt>{t('hub.line.tracking')}</dt>
        <dd>{parcel.trackingNumber ?? '–'}</dd>
      </dl>
      {parcel.line !== null && <ReasonList reasons={parcel.line.because} brief />}
      {parcel.line !== null && parcel.line.alternatives.length > 0 && (
        <ul className={styles.others} aria-label={t('hub.line.others')}>
          {parcel.line.alternatives.map((other) => (
            <li key={other.code}>
              {say(other.name)}
              {other.cost === null ? '' : ` ${money(other.cost)}`}: {say(other.why)}
            </li>
          ))}
        </ul>
      )}
      <ul className={styles.others}>
        {parcel.contents.map((item) => (
          <li key={item.title}>
            {item.title} × {item.quantity} {item.hts ?? ''} {money(item.value)}
          </li>
        ))}
      </ul>
    </Card>
  );
}

const PAPERS = ['label', 'invoice', 'customs', 'packing_list'] as const;

/** Print the papers, stick them on, hand over. */
export function HandOverForm({ parcel, idempotencyKey }: Readonly<{ parcel: ExportParcel; idempotencyKey: string }>) {
  const t = useHubText();
  const busy = useNavigation().state !== 'idle';
  return (
    <Card title={t('hub.papers')} hint={t('hub.papers.hint')} tone="accent">
      <div className={styles.form}>
        <div className={styles.buttons}>
          {PAPERS.map((paper) => (
            <Button key={paper} component="a" href={`/api/v1/hub/export-parcels/${parcel.id}/papers/${paper}`} target="_blank" size="lg" variant="default" leftSection={<IconPrinter size={20} aria-hidden />}>
              {t(`hub.papers.${paper}`)}
            </Button>
          ))}
        </div>
        <Form method="post">
          <IdempotencyField value={idempotencyKey} />
          <input type="hidden" name="intent" value="handOver" />
          <input type="hidden" name="exportParcelId" value={parcel.id} />
          <Button type="submit" size="xl" loading={busy}>
            {t('hub.handOver')}
          </Button>
        </Form>
      </div>
    </Card>
  );
}
