import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import { reactRouter } from '@react-router/dev/vite';
import { defineConfig, type Plugin } from 'vite';

const COMPRESSIBLE = /\.(?:js|css|svg|json|txt|webmanifest)$/;
/** Below this many bytes the headers outweigh what compression saves. */
const SMALLEST_WORTH_COMPRESSING = 1_024;

/** Writes `.br` and `.gz` beside every text asset once, so that serving one costs no CPU. */
function precompress(): Plugin {
  return {
    name: 'precompress',
    apply: 'build',
    applyToEnvironment: (environment) => environment.name === 'client',
    async writeBundle({ dir }) {
      if (dir === undefined) return;
      for (const entry of await readdir(dir, { recursive: true })) {
        if (!COMPRESSIBLE.test(entry)) continue;
        const path = join(dir, entry);
        const content = await readFile(path);
        if (content.byteLength < SMALLEST_WORTH_COMPRESSING) continue;
        await Promise.all([
          promisify(brotliCompress)(content).then((packed) => writeFile(`${path}.br`, packed)),
          promisify(gzip)(content, { level: 9 }).then((packed) => writeFile(`${path}.gz`, packed)),
        ]);
      }
    },
  };
}

/** Imports each icon from its own file: reading the whole set of six thousand to keep thirty costs most of a build. */
function singleIcons(): Plugin {
  return {
    name: 'single-icons',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: /\/web\/.*\.tsx$/, code: '@tabler/icons-react' },
      handler: (code) =>
        code.replaceAll(/import \{([^}]+)\} from '@tabler\/icons-react';/g, (_whole, names: string) =>
          names.split(',').map((name) => name.trim()).filter((name) => name !== '').map((name) => `import ${name} from '@tabler/icons-react/dist/esm/icons/${name}.mjs';`).join(' '),
        ),
    },
  };
}

export default defineConfig({
  publicDir: 'web/public',
  plugins: [singleIcons(), reactRouter(), precompress()],
  // Found late, these make the first development load fetch a stale bundle and fail.
  optimizeDeps: { include: ['@mantine/core', '@mantine/charts', '@tabler/icons-react', 'react-intl', 'zod'] },
  build: { target: 'es2023' },
});
