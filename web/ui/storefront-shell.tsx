import { IconMapPin, IconPackage, IconSearch, IconUser } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Form, Link, NavLink } from 'react-router';
import { Mark } from './brand.tsx';
import { LanguageMenu } from './language-menu.tsx';
import { Menu, menuItem } from './menu.tsx';
import type { Market } from './shapes.ts';
import styles from './storefront-shell.module.css';
import { useText } from './text.tsx';

type Props = Readonly<{
  market: Market;
  /** Labels and addresses of the places in the header. */
  places: readonly Readonly<{ to: string; label: string; end?: boolean }>[];
  searchPath: string;
  ordersPath: string;
  ordersLabel: string;
  signedIn: string | null;
  footer: ReactNode;
  children: ReactNode;
}>;

const MARKETS: readonly Market[] = ['US', 'HK', 'MO'];

/** The frame of the storefront: places, search, market and language, orders. */
export function StorefrontShell({ market, places, searchPath, ordersPath, ordersLabel, signedIn, footer, children }: Props) {
  const t = useText();
  return (
    <div className={styles.shell}>
      <a href="#content" className="skip-link">
        {t('ui.skip')}
      </a>
      <header className={styles.header}>
        <div className={styles.bar}>
          <Link to={`/${market.toLowerCase()}`} className={styles.brand} aria-label="Pilotage">
            <Mark />
            <span>Pilotage</span>
          </Link>
          <nav className={styles.places} aria-label={t('ui.menu')}>
            {places.map((place) => (
              <NavLink key={place.to} to={place.to} end={place.end ?? false} className={styles.place ?? ''} prefetch="intent">
                {place.label}
              </NavLink>
            ))}
          </nav>
          <Form action={searchPath} role="search" className={styles.search}>
            <IconSearch size={18} aria-hidden />
            <input type="search" name="q" placeholder={t('ui.search')} aria-label={t('ui.search')} enterKeyHint="search" />
          </Form>
          <div className={styles.tools}>
            <Menu label={t('ui.market')} summary={<><IconMapPin size={18} aria-hidden /><span className={styles.wide}>{t(`ui.market.${market}`)}</span><span className={styles.narrow}>{market}</span></>}>
              {MARKETS.map((other) => (
                <a key={other} href={`/${other.toLowerCase()}`} className={menuItem} aria-current={other === market ? 'true' : undefined}>
                  {t(`ui.market.${other}`)}
                </a>
              ))}
            </Menu>
            <LanguageMenu />
            <Link to={ordersPath} className={styles.icon} aria-label={ordersLabel} title={ordersLabel}>
              <IconPackage size={21} aria-hidden />
            </Link>
            {signedIn === null ? (
              <Link to="/sign-in" className={styles.icon} aria-label={t('ui.signIn')} title={t('ui.signIn')}>
                <IconUser size={21} aria-hidden />
              </Link>
            ) : (
              <Menu label={t('ui.account')} summary={<IconUser size={21} aria-hidden />}>
                <p className={styles.signedIn}>{signedIn}</p>
                <Link to={ordersPath} className={menuItem}>
                  {ordersLabel}
                </Link>
                <Form method="post" action="/sign-out">
                  <button className={menuItem}>{t('ui.signOut')}</button>
                </Form>
              </Menu>
            )}
          </div>
        </div>
      </header>
      <main id="content" tabIndex={-1} className={styles.content}>
        {children}
      </main>
      <footer className={styles.footer}>{footer}</footer>
    </div>
  );
}
