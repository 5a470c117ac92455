import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Real data stands beside the repository, never in it. The folder, or null where it is absent and tests that read it are skipped. */
export function sharedData(folder: string): string | null {
  const path = join(process.env['PILOTAGE_SHARED'] ?? join(import.meta.dirname, '../../../shared'), 'data', folder);
  return existsSync(path) ? path : null;
}
