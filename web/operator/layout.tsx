import { IconBook2, IconBuildingStore, IconGauge, IconGavel, IconHistory, IconMessageReport, IconPackage, IconReportMoney, IconScale, IconShieldDollar, IconUsersGroup } from '@tabler/icons-react';
import { Outlet, type ShouldRevalidateFunctionArgs } from 'react-router';
import { ConsoleShell, type Place } from '../ui/console-shell.tsx';
import { ErrorPage } from '../ui/error-page.tsx';
import { localeOf } from '../ui/locale.ts';
import { languageMayChange } from '../ui/revalidate.ts';
import { loadSessionOf } from '../ui/session.ts';
import { Texts } from '../ui/text.tsx';
import type { Route } from './+types/layout.ts';
import { catalogues } from './catalogues.ts';
import { type OperatorTextId, useOperatorText } from './text.ts';

export async function loader(args: Route.LoaderArgs) {
  return { session: await loadSessionOf(args, 'operator'), messages: catalogues[localeOf(args.request)] };
}

export function shouldRevalidate(move: ShouldRevalidateFunctionArgs): boolean {
  return languageMayChange(move);
}

export default function OperatorLayout({ loaderData }: Route.ComponentProps) {
  return (
    <Texts messages={loaderData.messages}>
      <Frame {...loaderData} />
    </Texts>
  );
}

/** A new screen: list its route in `routes.ts`, name it here with its letter, put its words in `messages/`. */
const PLACES: readonly (Omit<Place, 'label'> & { label: OperatorTextId })[] = [
  { to: '/operator', label: 'operator.home', icon: <IconGauge aria-hidden />, key: 'h', end: true },
  { to: '/operator/cohorts', label: 'operator.cohorts', icon: <IconUsersGroup aria-hidden />, key: 'c' },
  { to: '/operator/merchants', label: 'operator.merchants', icon: <IconBuildingStore aria-hidden />, key: 'm' },
  { to: '/operator/reviews', label: 'operator.reviews', icon: <IconGavel aria-hidden />, key: 'r' },
  { to: '/operator/rules', label: 'operator.rules', icon: <IconBook2 aria-hidden />, key: 'u' },
  { to: '/operator/editions', label: 'operator.editions', icon: <IconScale aria-hidden />, key: 't' },
  { to: '/operator/orders', label: 'operator.orders', icon: <IconPackage aria-hidden />, key: 'o' },
  { to: '/operator/claims', label: 'operator.claims', icon: <IconMessageReport aria-hidden />, key: 'l' },
  { to: '/operator/statements', label: 'operator.statements', icon: <IconReportMoney aria-hidden />, key: 's' },
  { to: '/operator/money', label: 'operator.money', icon: <IconShieldDollar aria-hidden />, key: 'y' },
  { to: '/operator/history', label: 'operator.history', icon: <IconHistory aria-hidden />, key: 'i' },
];

function Frame({ session }: Pick<Route.ComponentProps['loaderData'], 'session'>) {
  const t = useOperatorText();
  return (
    <ConsoleShell area={t('operator.area')} who={t('operator.marketplace')} session={session} places={PLACES.map((place) => ({ ...place, label: t(place.label) }))}>
      <Outlet />
    </ConsoleShell>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <ErrorPage error={error} home="/operator" />;
}
