import { Link, Outlet } from 'react-router';
import { Mark } from '../ui/brand.tsx';
import { LanguageMenu } from '../ui/language-menu.tsx';
import { localeOf } from '../ui/locale.ts';
import { Texts } from '../ui/text.tsx';
import type { Route } from './+types/layout.ts';
import { catalogues } from './catalogues.ts';
import styles from './layout.module.css';

export function loader({ request }: Route.LoaderArgs) {
  return { messages: catalogues[localeOf(request)] };
}

export default function AccountLayout({ loaderData }: Route.ComponentProps) {
  return (
    <Texts messages={loaderData.messages}>
      <div className={styles.page}>
        <header className={styles.head}>
          <Link to="/" className={styles.brand}>
            <Mark />
            Pilotage
          </Link>
          <LanguageMenu />
        </header>
        <main id="content" className={styles.main}>
          <Outlet />
        </main>
      </div>
    </Texts>
  );
}
