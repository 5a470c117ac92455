import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { computeDuty } from '#core/landed-cost/duty.ts';
import { readSchedule } from '#core/landed-cost/schedule-rows.ts';
import { loadTariff } from '#server/platform/packs/tariffs.ts';
import { readListFiles, readScheduleFile } from '#server/platform/packs/tariff-files.ts';
import { importTariff } from '#server/platform/packs/tariff-import.ts';
import { folderTariffStore } from '#server/platform/packs/tariff-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'pilotage-tariff-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const HEADER = 'HTS Number,Indent,Description,Unit of Quantity,General Rate of Duty,Special Rate of Duty,Column 2 Rate of Duty,Quota Quantity,Additional Duties';
const SMALL = `\uFEFF${HEADER}\r
"6109","0","T-shirts, knitted:","","","","","",""\r
"6109.10.00","1","Of cotton","","16.5%","","90%","",""\r
"","2","Men's or boys':","","","","","",""\r
"6109.10.00.04","3","T-shirts","[""doz."",""kg""]","","","","",""\r
"6109.90.10.00","1","Of man-made fibers","[""doz."",""kg""]","32%","","90%","",""\r
"9102.11.10","1","Watches","[""No.""]","44¢ each + 6% on the case","","","",""\r
`;

function smallFile(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

function rowsOf(path: string) {
  const rows = readScheduleFile(path);
  if (!rows.ok) throw new Error(JSON.stringify(rows.problem));
  return rows.value;
}

describe('a published schedule', () => {
  const source = { citation: 'test', url: null, asOf: null };
  const reading = readSchedule(rowsOf(smallFile('small.csv', SMALL)), source);
  const line = (code: string) => reading.lines.find((row) => row.code === code);

  test('gives a ten-digit line the rate of its nearest parent', () => {
    expect(line('6109100004')?.rate.text).toBe('16.5%');
    expect(line('6109100004')?.units).toEqual(['doz.', 'kg']);
  });

  test('spells a line out with the words of its parents', () => {
    expect(line('6109100004')?.description).toBe("T-shirts, knitted > Of cotton > Men's or boys' > T-shirts");
  });

  test('makes a lone ten-digit line answer for its eight digits', () => {
    expect(line('61099010')?.rate.text).toBe('32%');
  });

  test('lists a rate that value and quantities cannot express instead of calling it free', () => {
    expect([...reading.notComputable]).toEqual([['44¢ each + 6% on the case', ['91021110']]]);
  });

  test('reads the same out of JSON', () => {
    const json = JSON.stringify([
      { htsno: '6109', indent: '0', description: 'T-shirts, knitted:', units: [], general: '' },
      { htsno: '6109.10.00', indent: '1', description: 'Of cotton', units: [], general: '16.5%' },
      { htsno: '6109.10.00.04', indent: '2', description: 'T-shirts', units: ['doz.', 'kg'], general: '' },
    ]);
    const fromJson = readSchedule(rowsOf(smallFile('small.json', json)), source);
    expect(fromJson.lines.map((row) => [row.code, row.rate.text])).toEqual([['61091000', '16.5%'], ['6109100004', '16.5%']]);
  });

  test('names the line of a row that does not have the published shape', () => {
    const broken = readScheduleFile(smallFile('broken.csv', SMALL.replace('"1","Of cotton"', '"one","Of cotton"')));
    expect(broken).toMatchObject({ ok: false, problem: { code: 'invalid_row', field: 'Indent', facts: { line: 3 } } });
  });
});

describe('an import', () => {
  const asked = (edition: string, text = SMALL) => ({ edition, rows: rowsOf(smallFile(`${edition}.csv`, text)), lists: null, base: loadTariff() });

  test('changes nothing the second time', async () => {
    const store = folderTariffStore(join(folder, 'twice'));
    const first = await importTariff(asked('one'), store);
    const second = await importTariff(asked('one'), store);
    expect(first.ok && first.value.saved).toBe(true);
    expect(second.ok && second.value.saved).toBe(false);
    expect(second.ok && second.value.changes).toEqual([]);
  });

  test('refuses another content under a name that is taken', async () => {
    const store = folderTariffStore(join(folder, 'taken'));
    await importTariff(asked('same'), store);
    const other = await importTariff(asked('same', SMALL.replace('16.5%', '17%')), store);
    expect(other).toMatchObject({ ok: false, problem: { code: 'edition_exists' } });
  });

  test('says line by line what changed against the edition before', async () => {
    const store = folderTariffStore(join(folder, 'changes'));
    await importTariff(asked('before'), store);
    const after = await importTariff(asked('after', SMALL.replace('16.5%', '17%')), store);
    expect(after.ok && after.value.changes).toEqual([
      { kind: 'rate', code: '61091000', before: '16.5%', after: '17%' },
      { kind: 'rate', code: '6109100004', before: '16.5%', after: '17%' },
    ]);
  });

  test('refuses a suffix that the complete edition does not hold', async () => {
    const store = folderTariffStore(join(folder, 'complete'));
    await importTariff(asked('complete'), store);
    const tariff = loadTariff({ directory: join(folder, 'complete') });
    const duty = (hts: string) => computeDuty({ market: 'US', at: '2026-08-15', hts, origin: 'CN', value: { minor: 1_200n, currency: 'USD' } }, tariff);
    expect(duty('6109.10.00.04')).toMatchObject({ ok: true, value: { total: { minor: 438n }, edition: 'complete' } });
    expect(duty('6109.10.00.99')).toMatchObject({ ok: false, problem: { code: 'unknown_hts' } });
    expect(duty('9102.11.10')).toMatchObject({ ok: false, problem: { code: 'rate_not_computable' } });
  });
});

const shared = join(process.env['PILOTAGE_SHARED'] ?? join(import.meta.dirname, '../../../shared'), 'data/hts');
const published = join(shared, 'hts_2026_rev4.csv.gz');

describe.skipIf(!existsSync(published))('the whole published schedule of 2026, revision 4 (skipped where the shared data is absent)', () => {
  const directory = join(folder, 'whole');
  let elapsedMs = 0;
  let report: Awaited<ReturnType<typeof importTariff>>;

  beforeAll(async () => {
    const start = performance.now();
    const lists = readListFiles(join(shared, 'programs'));
    report = await importTariff({ edition: 'hts-2026-rev4', rows: rowsOf(published), lists, base: loadTariff() }, folderTariffStore(directory));
    elapsedMs = performance.now() - start;
  });

  test('is read whole, in less than ten seconds, with every rate parsed or listed', () => {
    if (!report.ok) throw new Error(JSON.stringify(report.problem));
    expect(report.value.rows).toBe(35_733);
    expect(report.value.problems).toEqual([]);
    expect(report.value.lines.tenDigit).toBeGreaterThan(19_800);
    expect(elapsedMs).toBeLessThan(10_000);
  });

  test('agrees with the shipped starter lines: no rate of theirs changes', () => {
    expect(report.ok && report.value.changes.filter((change) => change.kind === 'rate')).toEqual([]);
  });

  test('takes none of the rows that put a line on a second list', () => {
    if (!report.ok) throw new Error(JSON.stringify(report.problem));
    expect(report.value.lists.contradicting.length).toBeGreaterThan(1_000);
    const whole = loadTariff({ directory });
    const rates = (hts: string) => {
      const duty = computeDuty({ market: 'US', at: '2026-08-15', hts, origin: 'CN', value: { minor: 10_000n, currency: 'USD' }, mode: 'entry' }, whole);
      return duty.ok ? duty.value.layers.map((layer) => [layer.code, Number(layer.ratePpm)]) : duty.problem;
    };
    expect(rates('8443.32.10')).toEqual([['S301-L4A', 75_000], ['S301-FL', 125_000]]);
    expect(rates('8507.60.00.90')).toEqual([['MFN', 34_000], ['S301-4YR', 250_000], ['S301-FL', 125_000]]);
  });

  test('tells the suffixes of a split line apart', () => {
    const whole = loadTariff({ directory });
    const list = (hts: string) => {
      const duty = computeDuty({ market: 'US', at: '2026-08-15', hts, origin: 'CN', value: { minor: 10_000n, currency: 'USD' } }, whole);
      return duty.ok ? { codes: duty.value.layers.map((layer) => layer.code), warnings: duty.value.warnings.map((warning) => warning.code) } : duty.problem;
    };
    expect(list('8517.62.00.90')).toEqual({ codes: ['S301-L4A'], warnings: [] });
    expect(list('8517.62.00.10')).toEqual({ codes: ['S301-L3'], warnings: [] });
    expect(list('8517.62.00')).toEqual({ codes: ['S301-L4A'], warnings: ['suffix_needed'] });
    expect(list('9403.70.80.03')).toEqual({ codes: ['S301-FL'], warnings: [] });
    expect(list('6307.90.98.70')).toEqual({ codes: ['MFN', 'S301-4YR', 'S301-FL'], warnings: [] });
    expect(list('9403.20.00.75')).toMatchObject({ codes: ['S301-L3', 'S232-MET'] });
  });
});
