import { IconNotes, IconPencilPlus } from '@tabler/icons-react';
import { Outlet, type ShouldRevalidateFunctionArgs } from 'react-router';
import { ConsoleShell, type Place } from '../ui/console-shell.tsx';
import { ErrorPage } from '../ui/error-page.tsx';
import { localeOf } from '../ui/locale.ts';
import { languageMayChange } from '../ui/revalidate.ts';
import { loadSessionOf } from '../ui/session.ts';
import { Texts } from '../ui/text.tsx';
import type { Route } from './+types/layout.ts';
import { catalogues } from './catalogues.ts';
import { type CreatorTextId, useCreatorText } from './text.ts';

export async function loader(args: Route.LoaderArgs) {
  return { session: await loadSessionOf(args, 'creator'), messages: catalogues[localeOf(args.request)] };
}

export function shouldRevalidate(move: ShouldRevalidateFunctionArgs): boolean {
  return languageMayChange(move);
}

export default function CreatorLayout({ loaderData }: Route.ComponentProps) {
  return (
    <Texts messages={loaderData.messages}>
      <Frame {...loaderData} />
    </Texts>
  );
}

/** A new screen: list its route in `routes.ts`, name it here with its letter, put its words in `messages/`. */
const PLACES: readonly (Omit<Place, 'label'> & { label: CreatorTextId })[] = [
  { to: '/creator', label: 'creator.home', icon: <IconNotes aria-hidden />, key: 'h', end: true },
  { to: '/creator/new', label: 'creator.new', icon: <IconPencilPlus aria-hidden />, key: 'n' },
];

function Frame({ session }: Pick<Route.ComponentProps['loaderData'], 'session'>) {
  const t = useCreatorText();
  return (
    <ConsoleShell area={t('creator.area')} who={session.name ?? ''} session={session} places={PLACES.map((place) => ({ ...place, label: t(place.label) }))}>
      <Outlet />
    </ConsoleShell>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <ErrorPage error={error} home="/creator" />;
}
