import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const FILES = globSync('{core,contract,server,web,cli,demo}/**/*.{ts,tsx}', { cwd: ROOT }).filter((file) => !/\.(test|prove)\.tsx?$/.test(file));

/** Every module a file names, as a path from the root, or a package name. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const named = /^(?:import|export)\b[^;']*?\bfrom '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm;
  const names = [...text.matchAll(named)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
  return names.map((name) => (name.startsWith('#') ? name.slice(1) : name.startsWith('.') ? normalize(join(dirname(file), name)) : name));
}

const EDGES = FILES.flatMap((file) => importsOf(file).map((target) => ({ file, target })));
const area = (path: string) => path.split('/')[0] ?? '';

describe('the arrows of the house', () => {
  test('core imports nothing of ours but core, and of others only the hash function', () => {
    const strays = EDGES.filter(({ file, target }) => area(file) === 'core' && area(target) !== 'core' && !(file === 'core/decision/fingerprint.ts' && target === 'node:crypto'));
    expect(strays).toEqual([]);
  });

  test('contract imports core and its schema library only', () => {
    expect(EDGES.filter(({ file, target }) => area(file) === 'contract' && !['core', 'contract', 'zod'].includes(area(target)))).toEqual([]);
  });

  test('web reaches the server only through the contract', () => {
    expect(EDGES.filter(({ file, target }) => area(file) === 'web' && ['server', 'cli', 'demo', 'core', 'packs'].includes(area(target)))).toEqual([]);
  });

  test('server does not know web, cli or demo; only the composition at its root does', () => {
    const strays = EDGES.filter(({ file, target }) => area(file) === 'server' && ['web', 'cli', 'demo'].includes(area(target)));
    expect(strays.filter(({ file }) => !['server/main.ts', 'server/media.ts'].includes(file) && !file.startsWith('server/web/'))).toEqual([]);
  });

  test('platform does not know modules', () => {
    expect(EDGES.filter(({ file, target }) => file.startsWith('server/platform/') && target.startsWith('server/modules/'))).toEqual([]);
  });
});

test('nothing in core is asserted to be what it is not', () => {
  const asserted = FILES.filter((file) => file.startsWith('core/')).flatMap((file) =>
    readFileSync(join(ROOT, file), 'utf8').split('\n').flatMap((line, index) => (/^[^/*']*\)? as (?!const\b)[A-Z{]/.test(line) && !/^\s*(import|export)\b/.test(line) ? [`${file}:${index + 1}: ${line.trim()}`] : [])),
  );
  expect(asserted).toEqual([]);
});
