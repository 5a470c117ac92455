import { IconLanguage } from '@tabler/icons-react';
import { Form, useLocation } from 'react-router';
import { LOCALE_NAMES } from './locale.ts';
import { Menu, menuItem } from './menu.tsx';
import { useLocale, useText } from './text.tsx';

/** Chooses the language of pages; remembered in a cookie. Works without script. */
export function LanguageMenu({ up = false }: Readonly<{ up?: boolean }>) {
  const t = useText();
  const locale = useLocale();
  const { pathname, search } = useLocation();
  return (
    <Menu label={t('ui.language')} summary={<><IconLanguage size={18} aria-hidden />{SHORT_NAMES[locale]}</>} up={up}>
      <Form method="post" action="/preferences" replace>
        <input type="hidden" name="next" value={pathname + search} />
        {Object.entries(LOCALE_NAMES).map(([code, name]) => (
          <button key={code} name="locale" value={code} lang={code} className={menuItem} aria-current={code === locale ? 'true' : undefined}>
            {name}
          </button>
        ))}
      </Form>
    </Menu>
  );
}

const SHORT_NAMES = { en: 'EN', 'zh-Hant': '繁', 'zh-Hans': '简' } as const;
