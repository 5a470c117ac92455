import { Alert, Stack } from '@mantine/core';
import { answerInvitation, getEnrolment, leaveProgramme, listMyInvitations, rejoinProgramme } from '#contract/cohorts.ts';
import { listNotifications } from '#contract/accounts.ts';
import { getReadiness, previewPayouts } from '#contract/listings.ts';
import { listMerchantOrders } from '#contract/orders.ts';
import { getBalance } from '#contract/statements.ts';
import { getSwitches, setSwitch } from '#contract/switches.ts';
import { type Answer, call, load } from '../ui/api.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { readFields } from '../ui/form.ts';
import { useInstant } from '../ui/instant.tsx';
import { useMoney } from '../ui/money.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Problem } from '../ui/problem.tsx';
import { Stat, Stats } from '../ui/stat.tsx';
import { SwitchCard } from '../ui/switch-card.tsx';
import type { Route } from './+types/home.ts';
import { FirstActions } from './first-actions.tsx';
import { InvitationCard } from './invitation-card.tsx';
import { LeaveOrReturn } from './leave-or-return.tsx';
import { News } from './news.tsx';
import { MarketCards } from './market-cards.tsx';
import { marketIn } from './market-field.ts';
import { PayoutTable } from './payout-table.tsx';
import { useMerchantText } from './text.ts';

export async function loader(args: Route.LoaderArgs) {
  const [enrolment, invitations, board, readiness, balance, toShip, news] = await Promise.all([
    load(args, getEnrolment, {}),
    load(args, listMyInvitations, {}),
    load(args, getSwitches, {}),
    load(args, getReadiness, {}),
    load(args, getBalance, {}),
    load(args, listMerchantOrders, { query: { state: 'awaiting_shipment' } }),
    load(args, listNotifications, { query: { limit: 6 } }),
  ]);
  // Asked only where the switch is still to be turned: it prices products anew.
  const payouts = enrolment.enrolled && board.shop?.state !== 'open' ? await load(args, previewPayouts, { query: { limit: 4 } }) : null;
  return { payouts, enrolment, invitations: invitations.items.filter(({ state }) => state === 'sent'), board, readiness, balance, toShip, news };
}

export async function action(args: Route.ActionArgs) {
  const fields = await readFields(args.request);
  const done = await run();
  return done.ok ? null : { problem: done.problem };

  function run(): Promise<Answer<unknown>> {
    switch (fields.oneOf('intent', ['switch', 'invitation', 'leave', 'rejoin'])) {
      case 'switch':
        return call(args, setSwitch, { body: { state: fields.oneOf('state', ['paused', 'open']), market: marketIn(fields.text('market')) } });
      case 'invitation':
        return call(args, answerInvitation, { params: { invitationId: fields.text('invitationId') }, body: { accept: fields.text('accept') === 'yes' } });
      case 'leave':
        return call(args, leaveProgramme, {});
      case 'rejoin':
        return call(args, rejoinProgramme, {});
    }
  }
}

export default function MerchantHome({ loaderData, actionData }: Route.ComponentProps) {
  const { payouts, enrolment, invitations, board, readiness, balance, toShip, news } = loaderData;
  const t = useMerchantText();
  const price = useMoney();
  const day = useInstant();
  const live = board.markets.reduce((sum, market) => sum + market.live, 0);
  const held = board.markets.reduce((sum, market) => sum + market.held, 0);
  const open = board.shop?.state === 'open';
  return (
    <Stack gap="lg">
      <PageHeader title={t('merchant.home')} />
      <Problem problem={actionData?.problem} />
      {invitations.map((invitation) => (
        <InvitationCard key={invitation.id} invitation={invitation} />
      ))}
      {!enrolment.enrolled && invitations.length === 0 && <EmptyState title={t('merchant.home.notEnrolled')} text={t('merchant.home.notEnrolledText')} />}
      {enrolment.enrolled && (
        <>
          <SwitchCard
            title={t('merchant.switch.title')}
            open={open}
            now={open ? t('merchant.switch.now', { live, held }) : t('merchant.switch.pausedNow')}
            consequence={t('merchant.switch.consequence', { live })}
            preview={payouts === null || payouts.items.length === 0 ? undefined : { label: t('merchant.payout.preview'), content: <PayoutTable items={payouts.items} products={payouts.products} /> }}
          />
          {board.preparing > 0 && <Alert role="status">{t('merchant.preparing', { count: board.preparing })}</Alert>}
          <Stats>
            <Stat label={t('merchant.money.toShip')} value={toShip.nextCursor === null ? toShip.items.length : `${toShip.items.length}+`} tone={toShip.items.length > 0 ? 'warn' : 'plain'} />
            <Stat label={t('merchant.money.balance')} value={price(balance.balance)} hint={balance.nextPayoutOn === null ? undefined : t('merchant.money.next', { day: day(balance.nextPayoutOn, 'day') })} />
            <Stat label={t('merchant.money.onTheWay')} value={price(balance.onTheWay)} />
          </Stats>
        </>
      )}
      <News news={news} />
      {(enrolment.enrolled || readiness.actions.length > 0) && <FirstActions actions={readiness.actions} />}
      <MarketCards board={board} readiness={readiness} enrolled={enrolment.enrolled} />
      <LeaveOrReturn enrolment={enrolment} />
    </Stack>
  );
}
