import type { ReactNode } from 'react';
import { IntlProvider, useIntl } from 'react-intl';
import type uiMessages from './messages/en.json';
import type { Locale, LocalText } from './shapes.ts';

/** Words of screens. Every area keeps one catalogue per language; ids are typed, so a missing one does not compile. */

export type Catalogue<Id extends string = string> = Readonly<Record<Id, string>>;
export type Catalogues<Id extends string = string> = Readonly<Record<Locale, Catalogue<Id>>>;
export type UiTextId = keyof typeof uiMessages;

type Values = Readonly<Record<string, string | number | boolean | null | undefined>>;
export type Say<Id extends string> = (id: Id | UiTextId, values?: Values) => string;

/** Says a text of the area (or of the kit) in the page's language. An area exports its own: `useText<keyof typeof messages>()`. */
export function useText<Id extends string = never>(): Say<Id> {
  const intl = useIntl();
  return (id, values) => intl.formatMessage({ id }, values);
}

/** The page's language. */
export function useLocale(): Locale {
  const { locale } = useIntl();
  if (locale.startsWith('en')) return 'en';
  return locale.startsWith('zh-Hant') ? 'zh-Hant' : 'zh-Hans';
}

/** Picks the page's language out of a text the API gave in all three. */
export function useLocalText(): (text: LocalText) => string {
  const locale = useLocale();
  return (text) => text[locale];
}

/** Gives a part of the page its catalogue, on top of what is already there. */
export function Texts({ locale, messages, children }: Readonly<{ locale?: Locale; messages: Catalogue; children: ReactNode }>) {
  const outer = useOuterTexts();
  return (
    <IntlProvider locale={locale ?? outer.locale} messages={{ ...outer.messages, ...messages }} onError={ignoreMissing}>
      {children}
    </IntlProvider>
  );
}

/** The outermost catalogue: the kit's own texts. */
export function RootTexts({ locale, messages, children }: Readonly<{ locale: Locale; messages: Catalogue; children: ReactNode }>) {
  return (
    <IntlProvider locale={locale} messages={{ ...messages }} onError={ignoreMissing}>
      {children}
    </IntlProvider>
  );
}

function useOuterTexts(): Readonly<{ locale: Locale; messages: Catalogue }> {
  const intl = useIntl();
  const locale = useLocale();
  const messages: Record<string, string> = {};
  for (const [id, text] of Object.entries(intl.messages)) if (typeof text === 'string') messages[id] = text;
  return { locale, messages };
}

/** A missing text shows its id; that every id exists in every language is proved by a test, not at run time. */
function ignoreMissing(): void {}
