import '@mantine/core/styles.layer.css';
import './ui/theme.css';
import { ColorSchemeScript, MantineProvider, mantineHtmlProps } from '@mantine/core';
import type { ReactNode } from 'react';
import { data, Links, Meta, Outlet, Scripts, ScrollRestoration, type ShouldRevalidateFunctionArgs, useRouteLoaderData } from 'react-router';
import type { Route } from './+types/root.ts';
import { ErrorPage } from './ui/error-page.tsx';
import { localeCookie, localeOf } from './ui/locale.ts';
import english from './ui/messages/en.json' with { type: 'json' };
import hans from './ui/messages/zh-Hans.json' with { type: 'json' };
import hant from './ui/messages/zh-Hant.json' with { type: 'json' };
import { languageMayChange } from './ui/revalidate.ts';
import { NavigationBar } from './ui/navigation-bar.tsx';
import { RootTexts } from './ui/text.tsx';
import { theme } from './ui/theme.ts';
import type { Locale } from './ui/shapes.ts';

const MESSAGES = { en: english, 'zh-Hans': hans, 'zh-Hant': hant };

/** The texts travel with the page, one language only; the catalogues themselves stay on the server. */
export function loader({ request }: Route.LoaderArgs) {
  const locale = localeOf(request);
  // A link that names a language is followed by pages whose links do not: the choice is remembered as if it had been made here.
  const asked = new URL(request.url).searchParams.get('lang') === locale;
  return data({ locale, messages: MESSAGES[locale] }, asked ? { headers: { 'Set-Cookie': localeCookie(locale) } } : undefined);
}

/** The language changes only by a form, by `?lang=`, or on the way into another area. */
export function shouldRevalidate(move: ShouldRevalidateFunctionArgs): boolean {
  return languageMayChange(move) || move.currentUrl.pathname.split('/')[1] !== move.nextUrl.pathname.split('/')[1];
}

export const meta: Route.MetaFunction = () => [{ title: 'Pilotage' }];

/** The document. Dark pages are styled before the first paint; without script every page is light and works. */
export function Layout({ children }: Readonly<{ children: ReactNode }>) {
  const said = useRouteLoaderData<typeof loader>('root');
  const locale: Locale = said?.locale ?? 'en';
  return (
    <html lang={locale} {...mantineHtmlProps}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <ColorSchemeScript defaultColorScheme="auto" />
        <Meta />
        <Links />
      </head>
      <body>
        <MantineProvider theme={theme} defaultColorScheme="auto">
          <RootTexts locale={locale} messages={said?.messages ?? {}}>
            {children}
          </RootTexts>
        </MantineProvider>
        <ScrollRestoration />
        <Scripts />
      </body>
    </html>
  );
}

export default function App() {
  return (
    <>
      <NavigationBar />
      <Outlet />
    </>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <ErrorPage error={error} />;
}
