import { IconArrowRight } from '@tabler/icons-react';
import { Link } from 'react-router';
import { Mark } from '../ui/brand.tsx';
import { LanguageMenu } from '../ui/language-menu.tsx';
import { localeOf } from '../ui/locale.ts';
import { Texts } from '../ui/text.tsx';
import type { Route } from './+types/entrance.ts';
import { catalogues } from './catalogues.ts';
import styles from './entrance.module.css';
import { useStorefrontText } from './text.ts';

export function loader({ request }: Route.LoaderArgs) {
  return { messages: catalogues[localeOf(request)] };
}

export default function Entrance({ loaderData }: Route.ComponentProps) {
  return (
    <Texts messages={loaderData.messages}>
      <Doors />
    </Texts>
  );
}

const MARKETS = ['US', 'HK', 'MO'] as const;

function Doors() {
  const t = useStorefrontText();
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <span className={styles.brand}>
          <Mark />
          Pilotage
        </span>
        <LanguageMenu />
      </header>
      <main id="content" className={styles.main}>
        <h1>{t('storefront.entrance.title')}</h1>
        <p>{t('storefront.entrance.lead')}</p>
        <nav className={styles.doors} aria-label={t('ui.market')}>
          {MARKETS.map((market) => (
            <Link key={market} to={`/${market.toLowerCase()}`} className={styles.door}>
              <b>{t(`ui.market.${market}`)}</b>
              <span>{t(`storefront.entrance.${market}`)}</span>
              <IconArrowRight aria-hidden />
            </Link>
          ))}
        </nav>
        <Link to="/merchant" className={styles.merchants}>
          <b>{t('storefront.entrance.merchants')}</b> {t('storefront.entrance.merchantsText')}
        </Link>
        <Link to="/rules" className={styles.merchants}>
          {t('storefront.entrance.rules')}
        </Link>
        <Link to="/tariffs" className={styles.merchants}>
          {t('storefront.entrance.tariffs')}
        </Link>
      </main>
    </div>
  );
}
