import { describe, expect, test } from 'vitest';
import { UsageError, type Console } from '../command.ts';
import { localizeCommand } from './localize.ts';

async function run(args: readonly string[], input: string): Promise<{ exit: number; out: string[]; err: string[] }> {
  const out: string[] = [];
  const err: string[] = [];
  const stdin = (async function* bytes() {
    yield new TextEncoder().encode(input);
  })();
  const console: Console = { out: (line) => void out.push(line), err: (line) => void err.push(line), stdin };
  const exit = await localizeCommand.run(args, console);
  return { exit, out, err };
}

describe('pilotage localize', () => {
  test('answers one line per product, in order, and goes on after a bad one', async () => {
    const { exit, out, err } = await run(['--to', 'en-US', '--json', '--in', '-'], '{"id":"a","title":"玻璃花瓶30cm"}\n{"id":"b"}\n{"id":"c","title":"纯棉毛巾"}\n');
    expect(out.map((line): { id: string; title?: string; error?: object } => JSON.parse(line))).toMatchObject([{ id: 'a', title: 'Glass Vase, 30 cm (11.8 in)', status: 'ready' }, { id: 'b', error: { field: 'title' } }, { id: 'c', title: 'Cotton Towel' }]);
    expect(exit).toBe(1);
    expect(err[0]).toContain('line 2');
  });

  test('names a target or a market it does not know', async () => {
    await expect(run(['--to', 'fr-FR', '--in', '-'], '')).rejects.toThrow(UsageError);
    await expect(run(['--to', 'en-US', '--market', 'FR', '--in', '-'], '')).rejects.toThrow(/expected US, HK, MO/);
  });
});
