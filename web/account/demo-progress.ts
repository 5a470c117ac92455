import { demoProgress } from '#contract/session.ts';
import { call } from '../ui/api.ts';
import type { DemoProgress } from '../ui/demo-banner.tsx';
import type { Route } from './+types/demo-progress.ts';

/** How far the demo marketplace has loaded, for the banner. */
export async function loader(args: Route.LoaderArgs): Promise<DemoProgress> {
  const progress = await call(args, demoProgress, {});
  return progress.ok ? progress.value : { loading: false, step: '', done: 0, total: 0 };
}
