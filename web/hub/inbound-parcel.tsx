import { Button, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { Form, useNavigation } from 'react-router';
import type { z } from 'zod';
import type { inboundParcel, scanResult } from '#contract/hub.ts';
import { Card } from '../ui/card.tsx';
import { IdempotencyField } from '../ui/idempotency-field.tsx';
import { useInstant } from '../ui/instant.tsx';
import { PhotoInput } from '../ui/photo-input.tsx';
import { type Problem, problemAt } from '../ui/problem.tsx';
import { ReasonList } from '../ui/reason-list.tsx';
import { useLocalText } from '../ui/text.tsx';
import styles from './station.module.css';
import { useHubText } from './text.ts';

export type InboundParcel = z.output<typeof inboundParcel>;
type Refusal = Parameters<typeof Problem>[0]['problem'];
type FormProps = Readonly<{ parcel: InboundParcel; idempotencyKey: string; problem?: Refusal }>;

/** What should be in the parcel, with pictures, so that nobody has to read. */
export function Contents({ parcel }: Readonly<{ parcel: InboundParcel }>) {
  const t = useHubText();
  const { declared, measured } = parcel;
  const size = (one: typeof declared | NonNullable<typeof measured>) => [one.lengthMm, one.widthMm, one.heightMm].map((side) => (side === null || side === undefined ? '–' : side / 10)).join(' × ');
  return (
    <Card title={parcel.shopName} hint={t('hub.parcel.to', { market: parcel.market })}>
      <ul className={styles.lines} lang="zh-Hans">
        {parcel.lines.map((line) => (
          <li key={`${line.productId} ${line.sku}`}>
            {line.image === null ? <i /> : <img src={line.image} alt="" />}
            <div>
              <b>{line.title}</b>
              <small>{[...Object.values(line.options), line.sku].join(' · ')}</small>
            </div>
            <strong>× {line.quantity}</strong>
          </li>
        ))}
      </ul>
      {parcel.shelf !== null && <p className={styles.shelf}>{t('hub.parcel.shelf', { shelf: parcel.shelf })}</p>}
      <dl className={styles.facts}>
        <dt>{t('hub.parcel.declared')}</dt>
        <dd>
          {declared.weightGrams ?? '–'} g · {size(declared)} cm
        </dd>
        {measured !== null && (
          <>
            <dt>{t('hub.parcel.measured')}</dt>
            <dd>
              {measured.weightGrams} g · {size(measured)} cm
            </dd>
          </>
        )}
      </dl>
      {parcel.reasons.length > 0 && <ReasonList reasons={parcel.reasons} brief />}
    </Card>
  );
}

function Measures({ problem, defaults }: Readonly<{ problem?: Refusal; defaults?: InboundParcel['measured'] }>) {
  const t = useHubText();
  const side = (name: 'lengthMm' | 'widthMm' | 'heightMm', label: string) => <NumberInput label={label} name={name} min={1} max={3000} hideControls allowDecimal={false} defaultValue={defaults?.[name] ?? ''} error={problemAt(problem, name)} />;
  return (
    <div className={styles.measures}>
      <NumberInput label={t('hub.parcel.weight')} name="weightGrams" required min={1} max={100_000} hideControls allowDecimal={false} defaultValue={defaults?.weightGrams ?? ''} error={problemAt(problem, 'weightGrams')} />
      {side('lengthMm', t('hub.parcel.length'))}
      {side('widthMm', t('hub.parcel.width'))}
      {side('heightMm', t('hub.parcel.height'))}
    </div>
  );
}

/** Two products of a shop may carry the same SKU, and the SKU is what is printed on the goods: their pieces are one count. */
function piecesBySku(lines: InboundParcel['lines']): readonly (readonly [string, number])[] {
  const pieces = new Map<string, number>();
  for (const line of lines) pieces.set(line.sku, (pieces.get(line.sku) ?? 0) + line.quantity);
  return [...pieces];
}

/** Weigh, count, photograph; then one of two big buttons. */
export function ReceiveForm({ parcel, idempotencyKey, problem }: FormProps) {
  const t = useHubText();
  const busy = useNavigation().state !== 'idle';
  return (
    <Card title={t('hub.receive')} tone="accent">
      <Form method="post" encType="multipart/form-data" className={styles.form}>
        <IdempotencyField value={idempotencyKey} />
        <input type="hidden" name="intent" value="receive" />
        <input type="hidden" name="inboundParcelId" value={parcel.id} />
        <input type="hidden" name="skus" value={piecesBySku(parcel.lines).map(([sku]) => sku).join('\n')} />
        <Measures problem={problem} />
        <div className={styles.measures}>
          {piecesBySku(parcel.lines).map(([sku], index) => (
            <NumberInput key={sku} label={t('hub.receive.count', { sku })} name={`count-${index}`} required min={0} max={1000} hideControls allowDecimal={false} />
          ))}
        </div>
        <PhotoInput label={t('hub.receive.photo')} required error={problemAt(problem, 'photos')} />
        <TextInput label={t('hub.receive.reason')} name="reason" maxLength={300} error={problemAt(problem, 'putAside.reason')} />
        <div className={styles.buttons}>
          <Button type="submit" size="xl" name="decision" value="accept" loading={busy}>
            {t('hub.receive.accept')}
          </Button>
          <Button type="submit" size="xl" variant="default" name="decision" value="aside" disabled={busy}>
            {t('hub.receive.aside')}
          </Button>
        </div>
      </Form>
    </Card>
  );
}

/** Pieces that were ordered and did not come. */
function missingOf({ lines }: InboundParcel): number {
  const counted = new Map(lines.map((line) => [line.sku, line.counted]));
  return piecesBySku(lines).reduce((missing, [sku, quantity]) => missing + Math.max(0, quantity - (counted.get(sku) ?? quantity)), 0);
}

/** Whoever is named for a parcel in quarantine; anyone else is the marketplace. */
function ownerText(owner: string): 'hub' | 'compliance' | 'platform' {
  return owner === 'hub' || owner === 'compliance' ? owner : 'platform';
}

/** A parcel in quarantine: accept it as it is, or what came of a short one, or send it back; always with a reason. */
export function AsideForm({ parcel, idempotencyKey }: FormProps) {
  const t = useHubText();
  const busy = useNavigation().state !== 'idle';
  const when = useInstant();
  const missing = missingOf(parcel);
  return (
    <Card title={t('hub.aside')} hint={missing > 0 ? t('hub.aside.shortHint', { missing }) : undefined} tone="accent">
      {parcel.aside !== null && <p className={styles.empty}>{t('hub.aside.ownerIs', { owner: t(`hub.aside.owner.${ownerText(parcel.aside.owner)}`), due: when(parcel.aside.due) })}</p>}
      <Form method="post" className={styles.form}>
        <IdempotencyField value={idempotencyKey} />
        <input type="hidden" name="intent" value="resolve" />
        <input type="hidden" name="inboundParcelId" value={parcel.id} />
        <TextInput label={t('hub.aside.reason')} name="reason" required minLength={2} maxLength={300} size="lg" />
        <div className={styles.buttons}>
          <Button type="submit" size="xl" name="decision" value={missing > 0 ? 'short' : 'accept'} loading={busy}>
            {missing > 0 ? t('hub.aside.acceptShort') : t('hub.aside.accept')}
          </Button>
          <Button type="submit" size="xl" variant="default" name="decision" value="back" disabled={busy}>
            {t('hub.aside.back')}
          </Button>
        </div>
      </Form>
    </Card>
  );
}

/** Everything of the order is here: weigh the packed carton, and the line is chosen. */
type Packing = NonNullable<z.output<typeof scanResult>['packing']>;

/** Weigh, choose the carton, close it. */
export function PackForm({ parcel, packing, idempotencyKey, problem }: FormProps & Readonly<{ packing: Packing | null }>) {
  const t = useHubText();
  const say = useLocalText();
  const busy = useNavigation().state !== 'idle';
  return (
    <Card title={t('hub.pack')} hint={t('hub.pack.hint')} tone="accent">
      <Form method="post" className={styles.form}>
        <IdempotencyField value={idempotencyKey} />
        <input type="hidden" name="intent" value="pack" />
        <input type="hidden" name="orderId" value={parcel.orderId} />
        {packing !== null && (
          <NativeSelect size="lg" label={t('hub.pack.carton')} description={t(packing.carton === null ? 'hub.pack.cartonNone' : 'hub.pack.cartonHint')} name="carton" defaultValue={packing.carton ?? 'own'} data={[{ value: 'own', label: t('hub.pack.ownBox') }, ...packing.cartons.map(({ code, name }) => ({ value: code, label: say(name) }))]} />
        )}
        <Measures problem={problem} />
        <div className={styles.buttons}>
          <Button type="submit" size="xl" loading={busy}>
            {t('hub.pack.do')}
          </Button>
        </div>
      </Form>
    </Card>
  );
}
