import { Button, Container, Stack, TextInput } from '@mantine/core';
import { Form, useNavigation } from 'react-router';
import { getMyClaim, sendReturn } from '#contract/claims.ts';
import { call, load } from '../ui/api.ts';
import { Card } from '../ui/card.tsx';
import { readFields } from '../ui/form.ts';
import { useInstant } from '../ui/instant.tsx';
import { useMoney } from '../ui/money.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Problem } from '../ui/problem.tsx';
import { ReasonList } from '../ui/reason-list.tsx';
import type { Claim } from '../ui/shapes.ts';
import { StatusBadge, type Tone } from '../ui/status-badge.tsx';
import type { Route } from './+types/claim.ts';
import { marketOf, marketPath, zoneOf } from './market.ts';
import { useStorefrontText } from './text.ts';

export async function loader(args: Route.LoaderArgs) {
  return { market: marketOf(args.params), claim: await load(args, getMyClaim, { params: { claimId: args.params.claimId } }) };
}

const TONES = { open: 'info', with_merchant: 'info', decided: 'info', declined: 'bad', refunded: 'good', overturned: 'good', awaiting_return: 'warn' } as const satisfies Record<Claim['state'], Tone>;

export async function action(args: Route.ActionArgs) {
  const fields = await readFields(args.request);
  const sent = await call(args, sendReturn, { params: { claimId: args.params.claimId }, body: { carrier: fields.text('carrier'), trackingNumber: fields.text('trackingNumber') } });
  return sent.ok ? null : { problem: sent.problem };
}

/** Until when the buyer hears of a waiting claim. */
function dueOf(claim: Claim): string | null {
  if (claim.decidedAt !== null) return null;
  return claim.state === 'with_merchant' ? claim.answerDue : claim.state === 'open' ? claim.reviewDue : null;
}

export default function ClaimPage({ loaderData: { market, claim }, actionData }: Route.ComponentProps) {
  const t = useStorefrontText();
  const price = useMoney();
  const when = useInstant();
  const granted = claim.refund !== null && claim.state !== 'declined' && claim.state !== 'awaiting_return';
  return (
    <Container size="sm" px={0}>
      <Stack gap="md">
        <PageHeader
          title={granted && claim.refund ? t('storefront.claim.refund', { amount: price(claim.refund) }) : t(`storefront.claim.state.${claim.state}`)}
          lead={dueOf(claim) === null ? undefined : t('storefront.claim.due', { when: when(dueOf(claim) ?? '', 'minute', zoneOf(claim.market)) })}
          back={{ to: marketPath(market, `/orders/${claim.orderId}`), label: t('storefront.order') }}
          actions={<StatusBadge tone={TONES[claim.state]}>{t(`storefront.claim.state.${claim.state}`)}</StatusBadge>}
        />
        <Problem problem={actionData?.problem} />
        {claim.goodsBack !== null && <Return claim={claim} />}
        {claim.reasons.length > 0 && (
          <Card title={t('storefront.claim.reasons')}>
            <ReasonList reasons={claim.reasons} brief />
          </Card>
        )}
        <Card title={t('storefront.claim.yours')} hint={claim.title}>
          <p>{t(`storefront.claim.kind.${claim.kind}`)}</p>
          <p>{claim.description}</p>
        </Card>
      </Stack>
    </Container>
  );
}

/** Goods that were asked back: where they stand, and the form that says they were sent. */
function Return({ claim }: Readonly<{ claim: Claim }>) {
  const t = useStorefrontText();
  const when = useInstant();
  const busy = useNavigation().state !== 'idle';
  const back = claim.goodsBack;
  if (back === null) return null;
  const by = when(back.sendBy, 'day', zoneOf(claim.market));
  return (
    <Card title={t('storefront.return')} tone={back.state === 'asked' ? 'accent' : 'plain'}>
      {back.state === 'asked' && <p>{t('storefront.return.how', { code: back.code, when: by })}</p>}
      {back.state === 'sent' && <p>{t('storefront.return.sent', { carrier: back.carrier ?? '', number: back.trackingNumber ?? '' })}</p>}
      {back.state === 'received' && <p>{t('storefront.return.received')}</p>}
      {back.state === 'lapsed' && <p>{t('storefront.return.lapsed', { when: by })}</p>}
      {back.state === 'asked' && (
        <Form method="post">
          <Stack gap="sm">
            <TextInput name="carrier" label={t('storefront.return.carrier')} required maxLength={60} />
            <TextInput name="trackingNumber" label={t('storefront.return.tracking')} required minLength={4} maxLength={60} />
            <div>
              <Button type="submit" loading={busy}>
                {t('storefront.return.send')}
              </Button>
            </div>
          </Stack>
        </Form>
      )}
    </Card>
  );
}
