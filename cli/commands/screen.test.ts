import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { printVerdict, verdict } from '#contract/screening.ts';
import { screen } from '#core/screening/screen.ts';
import { loadRulePack } from '#server/platform/packs/rules.ts';
import { UsageError } from '../command.ts';
import { screenCommand } from './screen.ts';

async function run(lines: readonly string[], ...args: string[]) {
  const file = join(mkdtempSync(join(tmpdir(), 'screen-')), 'in.jsonl');
  writeFileSync(file, lines.join('\n'));
  const out: string[] = [];
  const err: string[] = [];
  const exit = await screenCommand.run([...args, '--in', file], { out: (line) => out.push(line), err: (line) => err.push(line), stdin: (async function* () {})() });
  return { exit, out, err };
}

const straws = { id: 's1', title: '纸吸管一次性', category: '家居/餐厨', originCountry: 'CN', facts: { materials: [{ name: 'polypropylene', percent: 100 }] } };

describe('pilotage screen', () => {
  test('answers one line per product in the contract’s shape, and goes on after a bad line', async () => {
    const { exit, out, err } = await run([JSON.stringify(straws), '{"id":"s2"}', '{oops', JSON.stringify({ ...straws, id: 's3' })], '--market', 'HK', '--at', '2026-12-01');
    expect(exit).toBe(1);
    expect(out.map((line) => JSON.parse(line).id)).toEqual(['s1', 's2', null, 's3']);
    const [first] = out.map((line) => JSON.parse(line));
    expect(first).toMatchObject({ id: 's1', market: 'HK', outcome: 'blocked', at: '2026-12-01' });
    expect(first.findings[0]).toMatchObject({ ruleId: 'HK-PLAS-038', owner: 'merchant' });
    expect(Object.keys(first.findings[0])).toEqual(expect.arrayContaining(['ruleId', 'outcome', 'because', 'fix', 'minimalFix', 'citation', 'sourceUrl', 'evidence', 'owner']));
    expect(err.join()).toContain('line 2: title');
  });

  test('prints the very bytes the server prints', async () => {
    const { out } = await run([JSON.stringify(straws)], '--market', 'HK', '--at', '2026-12-01');
    expect(out[0]).toBe(JSON.stringify(printVerdict('s1', screen(straws, 'HK', '2026-12-01', loadRulePack()))));
  });

  test('keeps the shape of the contract', () => {
    const decided = screen(straws, 'HK', '2026-12-01', loadRulePack());
    expect(verdict.parse(JSON.parse(JSON.stringify(decided)))).toEqual(JSON.parse(JSON.stringify(decided)));
  });

  test.each([[['--market', 'EU']], [['--market', 'US', '--at', 'soon']], [['--market', 'US', '--colour', 'red']], [[]]])('refuses wrong usage %j', async (args) => {
    await expect(run(['{}'], ...args)).rejects.toThrow(UsageError);
  });
});
