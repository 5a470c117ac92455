import { redirect } from 'react-router';
import { send } from '../ui/api.ts';
import type { Route } from './+types/sign-out.ts';

/** Ends the session. */
export async function action(args: Route.ActionArgs) {
  await send(args, '/api/auth/sign-out', {});
  return redirect('/sign-in', 303);
}
