import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { money } from '#core/money/money.ts';
import { renderCommercialInvoice, renderPackingList } from './commercial-invoice.ts';
import { customsFormFor, renderCn22, renderCn23, renderCustomsForm } from './customs-form.ts';
import { renderExportLabel } from './export-label.ts';
import { HK_PAPERS, MERCHANT_LABEL, US_PAPERS } from './fixtures/sample-papers.ts';
import { fontFor, splitRuns } from './fonts.ts';
import { renderManifest } from './manifest.ts';
import { renderMerchantLabel, renderMerchantLabels, renderMerchantLabelSheets } from './merchant-label.ts';
import { measureText, points, printPages, wrapText } from './page.ts';

/** Characters of a two-byte encoding between two lead bytes. */
function charactersOf(encoding: string, leads: readonly [number, number], trails: readonly (readonly [number, number])[]): string[] {
  const decoder = new TextDecoder(encoding);
  const found: string[] = [];
  for (let lead = leads[0]; lead <= leads[1]; lead++) {
    for (const [from, to] of trails) for (let trail = from; trail <= to; trail++) found.push(decoder.decode(Uint8Array.of(lead, trail)));
  }
  return found.filter((text) => [...text].length === 1 && text !== '\ufffd' && /\p{Script=Han}/u.test(text));
}

describe('the fonts', () => {
  test('have all common characters of the mainland (GB 2312 level 1) and all but 17 of Big5 level 1’s 5,401, in both weights', () => {
    const simplified = charactersOf('gb2312', [0xb0, 0xd7], [[0xa1, 0xfe]]);
    const traditional = charactersOf('big5', [0xa4, 0xc6], [[0x40, 0x7e], [0xa1, 0xfe]]);
    expect([simplified.length > 3_700, traditional.length > 5_300]).toEqual([true, true]);
    for (const weight of [400, 700] as const) {
      expect(simplified.filter((character) => fontFor(character.codePointAt(0) ?? 0, 'simplified', weight) === null)).toEqual([]);
      expect(traditional.filter((character) => fontFor(character.codePointAt(0) ?? 0, 'traditional', weight) === null)).toHaveLength(17);
    }
  });

  test('print a white square for what none of them has, instead of nothing', () => {
    expect(splitRuns('a\u{1f9ff}b', 'simplified', 400).map((run) => run.text).join('')).toBe('a□b');
  });

  test('keep the apostrophe of a Latin name narrow', () => {
    expect(splitRuns('O’Connor', 'simplified', 400).map((run) => run.text)).toEqual(["O'Connor"]);
  });
});

describe('wrapped text', () => {
  const anyText = fc.array(fc.constantFrom('领航', '集運倉，', '（三区）', 'Chicago ', 'memory-foam', '1234567890', ' ', '。', '埗'), { maxLength: 30 }).map((parts) => parts.join(''));

  test('loses no character and keeps to its width', async () => {
    await printPages({ widthMm: 100, heightMm: 100, script: 'simplified', title: 't', issuedAt: '2026-11-23T00:00:00Z' }, (page) => {
      fc.assert(
        fc.property(anyText, fc.integer({ min: 12, max: 90 }), (text, widthMm) => {
          const lines = wrapText(page, text, widthMm, 10);
          expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
          for (const line of lines) expect(measureText(page, line, 10)).toBeLessThanOrEqual(points(widthMm));
        }),
      );
    });
  });
});

test('a parcel needs the fuller customs form above 2 kg or 300 special drawing rights', () => {
  expect(customsFormFor(money(5_920n, 'USD'), 1_380)).toBe('CN22');
  expect(customsFormFor(money(5_920n, 'USD'), 2_001)).toBe('CN23');
  expect(customsFormFor(money(39_001n, 'USD'), 500)).toBe('CN23');
});

test('the same data prints the same bytes', async () => {
  expect(Buffer.from(await renderMerchantLabel(MERCHANT_LABEL)).equals(Buffer.from(await renderMerchantLabel(MERCHANT_LABEL)))).toBe(true);
});

test('labels printed in bulk have a page each', async () => {
  const bytes = Buffer.from(await renderMerchantLabels([MERCHANT_LABEL, MERCHANT_LABEL, MERCHANT_LABEL]));
  expect(bytes.toString('latin1')).toContain('/Count 3');
});

test('four labels share a sheet of A4, and a fifth begins the next', async () => {
  const sheets = async (count: number) => Buffer.from(await renderMerchantLabelSheets(Array.from({ length: count }, () => MERCHANT_LABEL))).toString('latin1');
  expect(await sheets(4)).toContain('/Count 1');
  expect(await sheets(5)).toContain('/Count 2');
});

test('an invoice of many lines goes on on further pages', async () => {
  const [first] = US_PAPERS.items;
  const bytes = Buffer.from(await renderCommercialInvoice({ ...US_PAPERS, items: [first, ...Array.from({ length: 60 }, () => first)] }));
  expect(bytes.toString('latin1')).not.toContain('/Count 1\n');
});

const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined && spawnSync('pdftoppm', ['-v']).error === undefined;
const hasZbar = spawnSync('zbarimg', ['--version']).error === undefined;

const MANIFEST = { number: 'MF-20261127-US-STANDARD', day: '2026-11-27', lineName: '美国专线（普货）', hubName: '领航深圳集运仓', parcels: [{ code: 'EX1', trackingNumber: 'LK000000011CN', to: 'Portland, OR, US', grossGrams: 500, pieces: 1 }, { code: 'EX2', trackingNumber: 'LK000000025CN', to: 'Oakland, CA, US', grossGrams: 750, pieces: 2 }] };

/** Every kind of paper, with what must be read on it and the barcode that must be decoded. */
const PAPERS = [
  { name: 'merchant label', print: () => renderMerchantLabel(MERCHANT_LABEL), words: ['领航深圳集运仓', '龙泉青瓷', '请在11月26日18:00前寄出'], barcode: MERCHANT_LABEL.parcelCode },
  { name: 'label on A4', print: () => renderMerchantLabelSheets([MERCHANT_LABEL]), words: ['领航深圳集运仓', '龙泉青瓷', '请在11月26日18:00前寄出'], barcode: MERCHANT_LABEL.parcelCode },
  { name: 'US label', print: () => renderExportLabel(US_PAPERS), words: ["MayaO'Connor", '4821NRockwellStApt3F'], barcode: US_PAPERS.trackingNumber },
  { name: 'Hong Kong label', print: () => renderExportLabel(HK_PAPERS), words: ['陳嘉欣', '深水埗欽州街'], barcode: HK_PAPERS.trackingNumber },
  { name: 'US invoice', print: () => renderCommercialInvoice(US_PAPERS), words: ['9404.90.2090', 'USD79.69', '便携U型枕记忆棉护颈枕'], barcode: null },
  { name: 'Hong Kong invoice', print: () => renderCommercialInvoice(HK_PAPERS), words: ['竹骨紙燈籠（體驗裝）', 'HKD710.00'], barcode: null },
  { name: 'packing list', print: () => renderPackingList(US_PAPERS), words: ['320×240×160mm', '1.380kg'], barcode: null },
  { name: 'manifest', print: () => renderManifest(MANIFEST), words: ['交接清单', 'LK000000011CN', '共2个包裹，毛重1.250千克'], barcode: MANIFEST.number },
  { name: 'CN22', print: () => renderCn22(US_PAPERS), words: ['CN22', 'USD59.20', '9404.90.2090'], barcode: US_PAPERS.trackingNumber },
  { name: 'CN23', print: () => renderCn23(HK_PAPERS), words: ['CN23', 'HKD672.00', '9405.61/CN'], barcode: HK_PAPERS.trackingNumber },
] as const;

describe('printed and read back', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'papers-'));
  });
  const save = async (name: string, print: () => Promise<Uint8Array>): Promise<string> => {
    const path = join(folder, `${name}.pdf`);
    writeFileSync(path, await print());
    return path;
  };

  test.skipIf(!hasPoppler).each(PAPERS)('the $name carries its words (skipped without pdftotext)', async ({ name, print, words }) => {
    const text = execFileSync('pdftotext', ['-layout', await save(name, print), '-'], { encoding: 'utf8' }).replaceAll(/\s/g, '');
    for (const word of words) expect(text).toContain(word);
  });

  test.skipIf(!hasPoppler || !hasZbar).each(PAPERS.filter((paper) => paper.barcode !== null))('a scanner reads the barcode of the $name (skipped without zbarimg)', async ({ name, print, barcode }) => {
    const path = await save(name, print);
    execFileSync('pdftoppm', ['-r', '203', '-png', '-singlefile', path, path]);
    expect(readFileSync(`${path}.png`).length).toBeGreaterThan(0);
    expect(execFileSync('zbarimg', ['-q', `${path}.png`], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()).toBe(`CODE-128:${barcode}`);
  });
});

test('the form a parcel needs is chosen by what is in it', async () => {
  expect(Buffer.from(await renderCustomsForm(US_PAPERS)).equals(Buffer.from(await renderCn22(US_PAPERS)))).toBe(true);
  expect(Buffer.from(await renderCustomsForm(HK_PAPERS)).equals(Buffer.from(await renderCn23(HK_PAPERS)))).toBe(true);
});
