import { defineConfig } from 'vitest/config';

/** `npm run prove` runs the long proofs, `npm test` everything else. */
const kind = process.env['PILOTAGE_TEST_KIND'] === 'prove' ? 'prove' : 'test';

/** Files of one project: pure ones must not wait for a database server. */
function filesOf(...folders: string[]): string[] {
  return folders.map((folder) => `${folder}/**/*.${kind}.{ts,tsx}`);
}

const exclude = ['**/node_modules/**', 'build/**'];

export default defineConfig({
  test: {
    testTimeout: kind === 'prove' ? 600_000 : 30_000,
    hookTimeout: 60_000,
    setupFiles: ['test/setup/property-seed.ts'],
    projects: [
      { extends: true, test: { name: 'core', exclude, include: filesOf('core', 'contract', 'packs', 'demo', 'cli', 'bench') } },
      {
        extends: true,
        test: { name: 'database', exclude, include: filesOf('server', 'test', 'web', 'bin'), globalSetup: ['test/setup/test-server.ts'] },
      },
    ],
  },
});
