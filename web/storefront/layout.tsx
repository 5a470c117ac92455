import { Anchor, Group, Text } from '@mantine/core';
import { Link, Outlet, type ShouldRevalidateFunctionArgs } from 'react-router';
import { getSession } from '#contract/session.ts';
import { load } from '../ui/api.ts';
import { DemoBanner } from '../ui/demo-banner.tsx';
import { ErrorPage } from '../ui/error-page.tsx';
import { localeOf } from '../ui/locale.ts';
import { languageMayChange } from '../ui/revalidate.ts';
import { StorefrontShell } from '../ui/storefront-shell.tsx';
import { Texts } from '../ui/text.tsx';
import type { Route } from './+types/layout.ts';
import { catalogues } from './catalogues.ts';
import { marketOf, marketPath } from './market.ts';
import { useStorefrontText } from './text.ts';

export async function loader(args: Route.LoaderArgs) {
  const market = marketOf(args.params);
  const session = await load(args, getSession, {});
  return { market, demo: session.demo, signedIn: session.kind === 'guest' ? null : session.name, messages: catalogues[localeOf(args.request)] };
}

export function shouldRevalidate(move: ShouldRevalidateFunctionArgs): boolean {
  return languageMayChange(move) || move.currentParams['market'] !== move.nextParams['market'];
}

export default function StorefrontLayout({ loaderData }: Route.ComponentProps) {
  return (
    <Texts messages={loaderData.messages}>
      <Frame {...loaderData} />
    </Texts>
  );
}

function Frame({ market, signedIn, demo }: Omit<Route.ComponentProps['loaderData'], 'messages'>) {
  const t = useStorefrontText();
  return (
    <StorefrontShell
      market={market}
      places={[
        { to: marketPath(market), label: t('storefront.discover'), end: true },
        { to: marketPath(market, '/shop'), label: t('storefront.shop') },
      ]}
      searchPath={marketPath(market, '/shop')}
      ordersPath={marketPath(market, '/orders')}
      ordersLabel={t('storefront.orders')}
      signedIn={signedIn}
      footer={
        <Group justify="space-between" gap="md">
          <div>
            <Text fw={620}>{t('storefront.footer.promise')}</Text>
            <Text c="dimmed" size="sm">
              {t('storefront.footer.promiseText')}
            </Text>
          </div>
          <Group gap="lg">
            <Anchor component={Link} to={marketPath(market, '/claim-policy')}>
              {t('storefront.footer.claims')}
            </Anchor>
            <Anchor component={Link} to="/merchant">
              {t('storefront.footer.merchants')}
            </Anchor>
          </Group>
        </Group>
      }
    >
      <Outlet />
      {demo && <DemoBanner />}
    </StorefrontShell>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <ErrorPage error={error} />;
}
