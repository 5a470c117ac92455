import { Button, Container, Group } from '@mantine/core';
import { Form, redirect, useNavigation } from 'react-router';
import { answerTestChallenge, getCheckout } from '#contract/checkout.ts';
import { call, load } from '../ui/api.ts';
import { Card } from '../ui/card.tsx';
import { readFields } from '../ui/form.ts';
import { useMoney } from '../ui/money.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Problem } from '../ui/problem.tsx';
import type { Route } from './+types/challenge.ts';
import { cameToNothing } from './bank-answer.ts';
import { ItemList } from './item-list.tsx';
import { marketOf, marketPath } from './market.ts';
import { useStorefrontText } from './text.ts';

/** The test bank's page. A real provider has its own, elsewhere. */

export async function loader(args: Route.LoaderArgs) {
  const market = marketOf(args.params);
  const checkout = await load(args, getCheckout, { params: { checkoutId: args.params.checkoutId } });
  if (checkout.orderId !== null) throw redirect(marketPath(market, `/orders/${checkout.orderId}`));
  if (checkout.waiting === null) throw redirect(marketPath(market, `/checkout/${checkout.id}`));
  return { market, checkout };
}

export async function action(args: Route.ActionArgs) {
  const market = marketOf(args.params);
  const fields = await readFields(args.request);
  const placed = await call(args, answerTestChallenge, { params: { checkoutId: args.params.checkoutId }, body: { approve: fields.text('answer') === 'approve' } });
  if (placed.ok) return redirect(marketPath(market, `/orders/${placed.value.orderId}?new=1`), 303);
  return cameToNothing(placed.problem) ? redirect(marketPath(market, `/checkout/${args.params.checkoutId}`), 303) : { problem: placed.problem };
}

export default function ChallengePage({ loaderData: { market, checkout }, actionData }: Route.ComponentProps) {
  const t = useStorefrontText();
  const price = useMoney();
  const busy = useNavigation().state !== 'idle';
  return (
    <Container size="xs" px={0}>
      <PageHeader title={t('storefront.challenge')} lead={t('storefront.challenge.lead')} back={{ to: marketPath(market, `/checkout/${checkout.id}`), label: t('storefront.checkout') }} />
      <Problem problem={actionData?.problem} />
      <Card>
        <ItemList items={checkout.items.map((item) => ({ ...item, key: item.variantId }))} />
        <Form method="post">
          <Group mt="md">
            <Button type="submit" name="answer" value="approve" size="lg" loading={busy}>
              {t('storefront.challenge.approve', { total: price(checkout.total) })}
            </Button>
            <Button type="submit" name="answer" value="refuse" size="lg" variant="default" disabled={busy}>
              {t('storefront.challenge.refuse')}
            </Button>
          </Group>
        </Form>
      </Card>
    </Container>
  );
}
