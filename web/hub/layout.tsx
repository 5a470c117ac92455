import { IconArrowBackUp, IconScan, IconTruckLoading } from '@tabler/icons-react';
import { Outlet, type ShouldRevalidateFunctionArgs } from 'react-router';
import { ConsoleShell, type Place } from '../ui/console-shell.tsx';
import { ErrorPage } from '../ui/error-page.tsx';
import { localeOf } from '../ui/locale.ts';
import { languageMayChange } from '../ui/revalidate.ts';
import { loadSessionOf } from '../ui/session.ts';
import { Texts } from '../ui/text.tsx';
import type { Route } from './+types/layout.ts';
import { catalogues } from './catalogues.ts';
import { QueueBanner } from './queue-banner.tsx';
import { type HubTextId, useHubText } from './text.ts';

export async function loader(args: Route.LoaderArgs) {
  return { session: await loadSessionOf(args, 'hub'), messages: catalogues[localeOf(args.request)] };
}

export function shouldRevalidate(move: ShouldRevalidateFunctionArgs): boolean {
  return languageMayChange(move);
}

export default function HubLayout({ loaderData }: Route.ComponentProps) {
  return (
    <Texts messages={loaderData.messages}>
      <Frame {...loaderData} />
    </Texts>
  );
}

/** A new screen: list its route in `routes.ts`, name it here with its letter, put its words in `messages/`. */
const PLACES: readonly (Omit<Place, 'label'> & { label: HubTextId })[] = [
  { to: '/hub', label: 'hub.home', icon: <IconScan aria-hidden />, key: 'h', end: true },
  { to: '/hub/manifests', label: 'hub.manifests', icon: <IconTruckLoading aria-hidden />, key: 'm' },
  { to: '/hub/returns', label: 'hub.returns', icon: <IconArrowBackUp aria-hidden />, key: 'r' },
];

function Frame({ session }: Pick<Route.ComponentProps['loaderData'], 'session'>) {
  const t = useHubText();
  return (
    <ConsoleShell area={t('hub.area')} who={session.name ?? ''} session={session} places={PLACES.map((place) => ({ ...place, label: t(place.label) }))}>
      <QueueBanner />
      <Outlet />
    </ConsoleShell>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <ErrorPage error={error} home="/hub" />;
}
