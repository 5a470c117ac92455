import { redirect } from 'react-router';
import { getSession } from '#contract/session.ts';
import { load } from '../ui/api.ts';
import type { Session } from '../ui/shapes.ts';
import type { Route } from './+types/start.ts';

const HOMES: Readonly<Record<Session['kind'], string>> = {
  guest: '/', buyer: '/', merchant: '/merchant', operator: '/operator', hub: '/hub', creator: '/creator',
};

/** Leads whoever has just signed in to where they work. */
export async function loader(args: Route.LoaderArgs) {
  const session = await load(args, getSession, {});
  return redirect(HOMES[session.kind]);
}
