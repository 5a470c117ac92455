import { Button, Container, NativeSelect, Textarea } from '@mantine/core';
import { data, Form, redirect, useNavigation } from 'react-router';
import { uploadBuyerFile } from '#contract/accounts.ts';
import { openClaim } from '#contract/claims.ts';
import { getMyOrder } from '#contract/orders.ts';
import { call, load } from '../ui/api.ts';
import { newKey, readFields } from '../ui/form.ts';
import { IdempotencyField } from '../ui/idempotency-field.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { PhotoInput } from '../ui/photo-input.tsx';
import { Problem, problemAt } from '../ui/problem.tsx';
import { useInstant } from '../ui/instant.tsx';
import { useMoney } from '../ui/money.tsx';
import type { ClaimPolicy, Money } from '../ui/shapes.ts';
import { useLocalText } from '../ui/text.tsx';
import { uploadAll } from '../ui/upload.ts';
import type { Route } from './+types/claim-form.ts';
import styles from './claim-form.module.css';
import { ItemList } from './item-list.tsx';
import { marketOf, marketPath, zoneOf } from './market.ts';
import { PolicyPoints } from './policy-points.tsx';
import { useStorefrontText } from './text.ts';

const KINDS = ['damaged', 'defective', 'wrong', 'missing', 'not_as_described', 'not_delivered', 'no_reason'] as const;

export async function loader(args: Route.LoaderArgs) {
  const order = await load(args, getMyOrder, { params: { orderId: args.params.orderId } });
  const line = order.lines.find(({ id }) => id === args.params.orderLineId);
  if (line === undefined) throw data({ code: 'not_found' }, { status: 404 });
  return { market: marketOf(args.params), orderId: order.id, line, policy: order.claimPolicy, dates: { deliveredAt: order.deliveredAt, promisedBy: order.promisedBy }, at: new Date().toISOString(), key: newKey() };
}

export async function action(args: Route.ActionArgs) {
  const market = marketOf(args.params);
  const fields = await readFields(args.request);
  const said = { kind: fields.oneOf('kind', KINDS), description: fields.text('description') };
  const photos = await uploadAll(args, uploadBuyerFile, fields.files('photos'));
  if (!photos.ok) return { problem: photos.problem, said };
  const opened = await call(args, openClaim, { body: { ...said, orderLineId: args.params.orderLineId, quantity: fields.whole('quantity'), photos: photos.value }, idempotencyKey: fields.key });
  if (!opened.ok) return { problem: opened.problem, said };
  return redirect(marketPath(market, `/claims/${opened.value.id}`), 303);
}

export default function ClaimForm({ loaderData: { market, orderId, line, policy, dates, at, key }, actionData }: Route.ComponentProps) {
  const t = useStorefrontText();
  const busy = useNavigation().state !== 'idle';
  const problem = actionData?.problem;
  return (
    <Container size="sm" px={0} className={styles.page}>
      <PageHeader title={t('storefront.claim')} lead={t('storefront.claim.lead')} back={{ to: marketPath(market, `/orders/${orderId}`), label: t('storefront.order') }} />
      <Problem problem={problem} />
      <ItemList items={[{ ...line, key: line.id }]} />
      <Form method="post" encType="multipart/form-data" className={styles.form}>
        <IdempotencyField value={key} />
        <fieldset className={styles.kinds}>
          <legend>{t('storefront.claim.kind')}</legend>
          {KINDS.map((kind) => (
            <label key={kind}>
              <input type="radio" name="kind" value={kind} required defaultChecked={actionData?.said.kind === kind} />
              {t(`storefront.claim.kind.${kind}`)}
            </label>
          ))}
        </fieldset>
        {KINDS.map((kind) => (
          <Expect key={kind} kind={kind} market={market} policy={policy} total={line.total} dates={dates} at={at} />
        ))}
        {line.quantity > 1 ? (
          <NativeSelect label={t('storefront.listing.quantity')} name="quantity" data={Array.from({ length: line.quantity }, (_none, index) => String(index + 1))} />
        ) : (
          <input type="hidden" name="quantity" value="1" />
        )}
        <Textarea label={t('storefront.claim.description')} name="description" required minLength={3} maxLength={2000} defaultValue={actionData?.said.description ?? ''} error={problemAt(problem, 'description')} />
        <PhotoInput label={t('storefront.claim.photos')} error={problemAt(problem, 'photos')} />
        <Button type="submit" size="lg" loading={busy}>
          {t('storefront.claim.send')}
        </Button>
      </Form>
      <PolicyPoints policy={policy} />
    </Container>
  );
}

const DAY_MS = 86_400_000;

type ExpectProps = Readonly<{ kind: (typeof KINDS)[number]; market: ReturnType<typeof marketOf>; policy: ClaimPolicy; total: Money; dates: Readonly<{ deliveredAt: string | null; promisedBy: string | null }>; at: string }>;

/** What the chosen kind asks for and gives, with its dates. All are on the page; the style sheet shows the chosen one, so it works without script. */
function Expect({ kind, market, policy, total, dates, at }: ExpectProps) {
  const t = useStorefrontText();
  const say = useLocalText();
  const price = useMoney();
  const when = useInstant();
  const terms = policy.kinds.find((one) => one.kind === kind);
  if (terms === undefined) {
    return (
      <div className={styles.expect} data-expect={kind}>
        <p>{t('storefront.claim.notCovered')}</p>
      </div>
    );
  }
  const start = kind === 'not_delivered' ? dates.promisedBy : dates.deliveredAt;
  const day = start === null ? null : new Date(Date.parse(start) + terms.windowDays * DAY_MS).toISOString();
  const share = { ...total, minor: String((BigInt(total.minor) * BigInt(terms.refundPpm)) / 1_000_000n) };
  const atOnce = BigInt(share.minor) <= BigInt(policy.decideAtOnceUpToMinor);
  const latest = new Date(Date.parse(at) + (policy.answerHours + policy.reviewHours) * 3_600_000).toISOString();
  return (
    <div className={styles.expect} data-expect={kind}>
      <h2>{t('storefront.claim.expect')}</h2>
      <dl>
        <dt>{t('storefront.claim.expect.show')}</dt>
        <dd>{terms.evidence.length === 0 ? t('storefront.claim.expect.nothing') : terms.evidence.map(say).join(' · ')}</dd>
        {day !== null && (
          <>
            <dt>{t(kind === 'not_delivered' ? 'storefront.claim.expect.from' : 'storefront.claim.expect.until')}</dt>
            <dd>{when(day, 'day', zoneOf(market))}</dd>
          </>
        )}
        <dt>{t('storefront.claim.expect.back')}</dt>
        <dd>{price(share)}</dd>
        <dt>{t('storefront.claim.expect.answer')}</dt>
        <dd>{terms.goodsBack ? t('storefront.claim.expect.goodsBack') : t(atOnce ? 'storefront.claim.expect.atOnce' : 'storefront.claim.expect.by', { when: when(latest, 'day', zoneOf(market)) })}</dd>
      </dl>
    </div>
  );
}
