import { IconKeyboard, IconLogout, IconMoon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Form, Link, NavLink } from 'react-router';
import { Mark } from './brand.tsx';
import styles from './console-shell.module.css';
import { LanguageMenu } from './language-menu.tsx';
import { Menu, menuItem } from './menu.tsx';
import { Shortcuts } from './shortcuts.tsx';
import type { Session } from './shapes.ts';
import { useText } from './text.tsx';
import { useColorScheme } from './use-color-scheme.ts';

/** One place of a console. `key` is the letter that follows `g` to go there. */
export type Place = Readonly<{ to: string; label: string; icon: ReactNode; key: string; end?: boolean; badge?: number }>;

type Props = Readonly<{
  /** The area's name, such as "Merchant console". */
  area: string;
  /** Who works here: the shop, the hub, the marketplace. */
  who: string;
  session: Session;
  places: readonly Place[];
  /** Places visited rarely, kept in the account menu. */
  menu?: readonly Readonly<{ to: string; label: string }>[];
  children: ReactNode;
}>;

/** The frame of a console: places at the side (at the foot on a phone), who is signed in, `?` for the shortcuts. */
export function ConsoleShell({ area, who, session, places, menu = [], children }: Props) {
  const t = useText();
  return (
    <div className={styles.shell}>
      <a href="#content" className="skip-link">
        {t('ui.skip')}
      </a>
      <header className={styles.side}>
        <div className={styles.brand}>
          <Mark />
          <div>
            <strong>{who}</strong>
            <span>{area}</span>
          </div>
        </div>
        <nav aria-label={area} className={styles.places}>
          {places.map((place) => (
            <NavLink key={place.to} to={place.to} end={place.end ?? false} className={styles.place ?? ''} prefetch="intent">
              {place.icon}
              <span>{place.label}</span>
              {place.badge !== undefined && place.badge > 0 && <b className={styles.badge}>{place.badge}</b>}
            </NavLink>
          ))}
        </nav>
        <div className={styles.foot}>
          <LanguageMenu up />
          <AccountMenu session={session} menu={menu} />
        </div>
      </header>
      <main id="content" tabIndex={-1} className={styles.content}>
        {children}
      </main>
      <Shortcuts places={places} />
    </div>
  );
}

function AccountMenu({ session, menu }: Readonly<{ session: Session; menu: NonNullable<Props['menu']> }>) {
  const t = useText();
  const { cycle, label } = useColorScheme();
  return (
    <Menu label={t('ui.account')} summary={<span className={styles.person}>{(session.name ?? '?').slice(0, 1)}</span>} up>
      <div className={styles.signedIn}>
        <strong>{session.name}</strong>
        <span>{session.email}</span>
      </div>
      {menu.map((place) => (
        <Link key={place.to} to={place.to} className={menuItem}>
          {place.label}
        </Link>
      ))}
      <button type="button" className={menuItem} onClick={cycle}>
        {t(label)}
        <IconMoon size={18} aria-hidden />
      </button>
      <button type="button" className={menuItem} onClick={() => document.dispatchEvent(new Event('show-shortcuts'))}>
        {t('ui.shortcuts')}
        <IconKeyboard size={18} aria-hidden />
      </button>
      <Form method="post" action="/sign-out">
        <button className={menuItem}>
          {t('ui.signOut')}
          <IconLogout size={18} aria-hidden />
        </button>
      </Form>
    </Menu>
  );
}
