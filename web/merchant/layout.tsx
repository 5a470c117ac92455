import { IconBox, IconChecklist, IconCoins, IconFileCertificate, IconHistory, IconHome2, IconMessageReport, IconScale, IconTruckDelivery } from '@tabler/icons-react';
import { Outlet, type ShouldRevalidateFunctionArgs } from 'react-router';
import { ConsoleShell, type Place } from '../ui/console-shell.tsx';
import { ErrorPage } from '../ui/error-page.tsx';
import { localeOf } from '../ui/locale.ts';
import { languageMayChange } from '../ui/revalidate.ts';
import { loadSessionOf } from '../ui/session.ts';
import { Texts } from '../ui/text.tsx';
import type { Route } from './+types/layout.ts';
import { catalogues } from './catalogues.ts';
import { type MerchantTextId, useMerchantText } from './text.ts';

export async function loader(args: Route.LoaderArgs) {
  return { session: await loadSessionOf(args, 'merchant'), messages: catalogues[localeOf(args.request)] };
}

export function shouldRevalidate(move: ShouldRevalidateFunctionArgs): boolean {
  return languageMayChange(move);
}

export default function MerchantLayout({ loaderData }: Route.ComponentProps) {
  return (
    <Texts messages={loaderData.messages}>
      <Frame {...loaderData} />
    </Texts>
  );
}

const PLACES: readonly (Omit<Place, 'label'> & { label: MerchantTextId })[] = [
  { to: '/merchant', label: 'merchant.home', icon: <IconHome2 aria-hidden />, key: 'h', end: true },
  { to: '/merchant/products', label: 'merchant.products', icon: <IconBox aria-hidden />, key: 'p' },
  { to: '/merchant/readiness', label: 'merchant.readiness', icon: <IconChecklist aria-hidden />, key: 'n' },
  { to: '/merchant/documents', label: 'merchant.documents', icon: <IconFileCertificate aria-hidden />, key: 'd' },
  { to: '/merchant/appeals', label: 'merchant.appeals', icon: <IconScale aria-hidden />, key: 'a' },
  { to: '/merchant/orders', label: 'merchant.orders', icon: <IconTruckDelivery aria-hidden />, key: 'o' },
  { to: '/merchant/claims', label: 'merchant.claims', icon: <IconMessageReport aria-hidden />, key: 'c' },
  { to: '/merchant/statements', label: 'merchant.statements', icon: <IconCoins aria-hidden />, key: 's' },
  { to: '/merchant/history', label: 'merchant.history', icon: <IconHistory aria-hidden />, key: 'r' },
];

function Frame({ session }: Pick<Route.ComponentProps['loaderData'], 'session'>) {
  const t = useMerchantText();
  return (
    <ConsoleShell area={t('merchant.area')} who={session.merchant?.shopName ?? ''} session={session} places={PLACES.map((place) => ({ ...place, label: t(place.label) }))} menu={[{ to: '/merchant/tariffs', label: t('merchant.tariffs') }, { to: '/merchant/rules', label: t('merchant.rules') }, { to: '/merchant/members', label: t('merchant.members') }, { to: '/merchant/api-keys', label: t('merchant.keys') }, { to: '/merchant/webhooks', label: t('merchant.webhooks') }]}>
      <Outlet />
    </ConsoleShell>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <ErrorPage error={error} home="/merchant" />;
}
