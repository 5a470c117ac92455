import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadRulePack, ruleEditions } from './rules.ts';

function folderWith(yaml: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'rules-'));
  mkdirSync(join(folder, '2026-01-01'));
  writeFileSync(join(folder, '2026-01-01', 'us.yaml'), yaml);
  return folder;
}

describe('loading the rules', () => {
  test('takes the newest edition and says its name', () => {
    expect(loadRulePack().edition).toBe(ruleEditions().at(-1));
  });

  test('names the editions there are when one is not', () => {
    expect(() => loadRulePack({ edition: '1999-01-01' })).toThrow(/no edition "1999-01-01".*2026-11-23/);
  });

  test('names file and line of a wrong condition', () => {
    const folder = folderWith('rules:\n  - id: A\n    markets: [US]\n    when:\n      mention: [枪]\n');
    expect(() => loadRulePack({ folder })).toThrow(/2026-01-01\/us\.yaml:5: rules\.0\.when\.mention/);
  });

  test('names the line of broken YAML', () => {
    expect(() => loadRulePack({ folder: folderWith('rules:\n  - id: "A\n') })).toThrow(/us\.yaml:\d+/);
  });
});
