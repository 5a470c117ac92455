import { data, redirect } from 'react-router';
import { getSession } from '#contract/session.ts';
import { load, type PageArgs, signInPath } from './api.ts';
import type { Session } from './shapes.ts';

/** The session of a console's visitor. Somebody not signed in is sent to sign in; another role gets the "wrong account" page. */
export async function loadSessionOf(args: PageArgs, kind: Session['kind']): Promise<Session> {
  const session = await load(args, getSession, {});
  if (session.kind === kind) return session;
  if (session.kind === 'guest') throw redirect(signInPath(args.request));
  throw data({ code: 'wrong_audience' }, { status: 403 });
}
