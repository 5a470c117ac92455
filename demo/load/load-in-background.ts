import type { Marketplace } from '#server/open-marketplace.ts';
import { DemoStopped, isDemoLoaded, loadDemo } from './load-demo.ts';

/** Loads the demo beside the running server, telling its progress; `loaded` settles when it has ended, well or not; `stop` ends it between two commands. */
export function loadDemoInBackground(marketplace: Marketplace, say: (line: string) => void): Readonly<{ loaded: Promise<void>; stop: () => Promise<void> }> {
  let stopped = false;
  const load = async () => {
    if (await isDemoLoaded(marketplace)) return;
    const started = performance.now();
    say('Loading the demo marketplace; you can look around meanwhile.');
    await loadDemo(marketplace, { say, stopped: () => stopped });
    say(`The demo marketplace is loaded (${((performance.now() - started) / 1000).toFixed(0)} s).`);
  };
  const loading = load().catch((error: unknown) => {
    if (!(error instanceof DemoStopped)) say(`The demo could not be loaded: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  });
  return {
    loaded: loading,
    stop: async () => {
      stopped = true;
      await loading;
    },
  };
}
