import { redirect } from 'react-router';
import { type PageArgs, send } from '../ui/api.ts';
import { pathWithin } from './next-path.ts';

export type SignInRefusal = 'account.signIn.wrong' | 'account.signIn.many';

/** Signs in and goes on, or says why not. The session cookie reaches the browser with the reply. */
export async function signIn(args: PageArgs, who: Readonly<{ email: string; password: string; next: string }>): Promise<Response | SignInRefusal> {
  const reply = await send(args, '/api/auth/sign-in/email', { email: who.email, password: who.password });
  if (reply.ok) return redirect(pathWithin(who.next, '/start'), 303);
  return reply.status === 429 ? 'account.signIn.many' : 'account.signIn.wrong';
}
