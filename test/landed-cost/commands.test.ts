import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { dutyCommand } from '#cli/commands/duty.ts';
import { tariffsCommand } from '#cli/commands/tariffs.ts';
import { UsageError, type Command } from '#cli/command.ts';

const folder = mkdtempSync(join(tmpdir(), 'pilotage-commands-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(command: Command, args: readonly string[], stdin = '') {
  const out: string[] = [];
  const err: string[] = [];
  const exit = await command.run(args, {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    stdin: (async function* () {
      yield new TextEncoder().encode(stdin);
    })(),
  });
  return { exit, out: out.map((line): unknown => (line.startsWith('{') ? JSON.parse(line) : line)), err };
}

const handbag = { id: 'bag', market: 'US', at: '2026-08-15', hts: '4202.22.15', origin: 'CN', shippedFrom: 'HK', value: { minor: '4500', currency: 'USD' }, quantities: { no: 1, kg: 0.6 }, mode: 'parcel' };

test('duty answers one line for one line, with the input\'s id, and goes on after a bad one', async () => {
  const lines = [handbag, { ...handbag, id: 'unknown', hts: '9999.99.99' }, { ...handbag, id: 'knife', hts: '8211.92.20', quantities: {} }, { ...handbag, id: 'early', at: '2019-01-01' }];
  const { exit, out, err } = await run(dutyCommand, ['--in', '-'], `${lines.map((line) => JSON.stringify(line)).join('\n')}\nnot json\n`);
  expect(exit).toBe(1);
  expect(out).toMatchObject([
    { id: 'bag', total: { minor: '2408', currency: 'USD' }, layers: [{ code: 'MFN', ratePpm: 160_000 }, { code: 'S301-L3' }, { code: 'S301-FL' }] },
    { id: 'unknown', error: { code: 'unknown_hts', field: 'hts' } },
    { id: 'knife', error: { code: 'quantity_missing', field: 'quantities.no' } },
    { id: 'early', error: { code: 'date_not_covered', field: 'at' } },
    { id: null, error: { code: 'invalid_json' } },
  ]);
  expect(err).toHaveLength(4);
});

test('a value in the wrong currency and an origin that is not held are refused by name', async () => {
  const lines = [{ ...handbag, value: { minor: '4500', currency: 'HKD' } }, { ...handbag, origin: 'VN' }];
  const { out } = await run(dutyCommand, ['--in', '-'], lines.map((line) => JSON.stringify(line)).join('\n'));
  expect(out).toMatchObject([{ error: { code: 'wrong_currency', field: 'value.currency' } }, { error: { code: 'origin_not_covered', field: 'origin' } }]);
});

test('origin is where the goods were made: China goods from Hong Kong pay the China rates, Hong Kong goods do not', async () => {
  const { out } = await run(dutyCommand, ['--in', '-'], [handbag, { ...handbag, origin: 'HK' }].map((line) => JSON.stringify(line)).join('\n'));
  expect(out).toMatchObject([{ total: { minor: '2408' } }, { total: { minor: '1283' } }]);
});

test('an imported edition is used from its folder, and a folder without one is wrong usage', async () => {
  const file = join(folder, 'schedule.csv');
  writeFileSync(file, 'HTS Number,Indent,Description,Unit of Quantity,General Rate of Duty,Special Rate of Duty,Column 2 Rate of Duty,Quota Quantity,Additional Duties\n"4202.22.15","0","Handbags","","10%","","","",""\n');
  const imported = await run(tariffsCommand, ['import', '--in', file, '--edition', 'small', '--data', folder]);
  expect(imported.exit).toBe(0);
  expect(imported.out[0]).toContain('small: saved; 1 rows read');
  const { out } = await run(dutyCommand, ['--data', folder, '--in', '-'], JSON.stringify(handbag));
  expect(out).toMatchObject([{ edition: 'small', total: { minor: '2138' } }]);
  await expect(run(dutyCommand, ['--data', join(folder, 'none'), '--in', '-'], '')).rejects.toThrow(UsageError);
  await expect(run(tariffsCommand, ['export'])).rejects.toThrow(UsageError);
});
