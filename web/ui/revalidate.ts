import type { ShouldRevalidateFunctionArgs } from 'react-router';

type Move = Pick<ShouldRevalidateFunctionArgs, 'formAction' | 'currentUrl' | 'nextUrl'>;

/** True when a move may change the language: the language menu was used, or the next address names another. Layouts keep their words otherwise. */
export function languageMayChange({ formAction, currentUrl, nextUrl }: Move): boolean {
  return formAction === '/preferences' || currentUrl.searchParams.get('lang') !== nextUrl.searchParams.get('lang');
}
