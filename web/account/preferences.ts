import { redirect } from 'react-router';
import { isLocale, localeCookie } from '../ui/locale.ts';
import { readFields } from '../ui/form.ts';
import { pathWithin } from './next-path.ts';
import type { Route } from './+types/preferences.ts';

/** Remembers the language a visitor chose and goes back to the page they were on. */
export async function action({ request }: Route.ActionArgs) {
  const fields = await readFields(request);
  const chosen = fields.text('locale');
  const headers = new Headers();
  if (isLocale(chosen)) headers.append('Set-Cookie', localeCookie(chosen));
  return redirect(withoutLanguage(pathWithin(fields.text('next'))), { headers, status: 303 });
}

/** The address without `?lang=`, which would outrank the choice just made. */
function withoutLanguage(path: string): string {
  const [pathname = '/', search = ''] = path.split('?', 2);
  const asked = new URLSearchParams(search);
  asked.delete('lang');
  return asked.size === 0 ? pathname : `${pathname}?${asked}`;
}
