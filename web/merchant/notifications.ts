import { redirect } from 'react-router';
import { readNotifications } from '#contract/accounts.ts';
import { load } from '../ui/api.ts';
import type { Route } from './+types/notifications.ts';

/** Marks every notification as read and goes back to the home screen. */
export async function action(args: Route.ActionArgs) {
  await load(args, readNotifications, {});
  return redirect('/merchant', 303);
}
