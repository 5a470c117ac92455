import { money, type Money } from '../money/money.ts';
import type { LocalText } from '../market/market.ts';
import type { DutyQuery, DutyWarning } from './duty-query.ts';
import { exactPortion, type ExactLayer } from './layer-sum.ts';
import type { RowsInForce } from './rows-in-force.ts';
import type { Programme, TariffEdition } from './tariff-edition.ts';

/** Chapters of which the whole article is metal, so that note 16(c) asks no share of weight (HTS 2026 Rev. 6). */
const METAL_CHAPTERS: ReadonlySet<string> = new Set(['72', '73', '74', '76']);

export type ProgrammeLayers = Readonly<{ layers: readonly ExactLayer[]; warnings: readonly DutyWarning[] }>;

/** How much of the value a Section 232 row takes; null when the metal test frees the article. */
function covered(row: Programme, query: DutyQuery, warnings: DutyWarning[]): Money | null {
  const share = query.metal?.weightPpm ?? null;
  if (row.minimumMetalPpm !== null && !METAL_CHAPTERS.has(query.hts.slice(0, 2))) {
    if (share === null) {
      warnings.push({ code: 'metal_share_assumed', message: `${row.heading} asks for at least ${row.minimumMetalPpm / 10_000n} % of metal by weight; the share was not given and is assumed to reach it` });
    } else if (share < row.minimumMetalPpm) return null;
  }
  if (row.basis !== 'metal') return query.value;
  const metal = query.metal?.value ?? null;
  if (metal === null) {
    warnings.push({ code: 'metal_value_missing', message: `${row.heading} is charged on the value of the metal content, which was not given (metal.value); that layer is left out` });
    return null;
  }
  return metal.minor > query.value.minor ? query.value : metal;
}

function rateOf(row: Programme, column1Ppm: bigint): bigint {
  if (row.topUpToPpm === null) return row.ratePpm;
  return row.topUpToPpm > column1Ppm ? row.topUpToPpm - column1Ppm : 0n;
}

function layerOf(row: Programme, ratePpm: bigint, base: Money): ExactLayer {
  return {
    layer: { code: row.code, name: row.name, basis: row.basis, basisAmount: base, ratePpm, specific: null, heading: row.heading, source: row.source },
    exact: exactPortion(base, ratePpm),
  };
}

/**
 * The additional duties of one line on one day. Section 232 is decided first, because the emergency, Section 122 and
 * forced-labour duties are charged only on what it leaves (notes 2(v), 2(aa) and 52); Section 301 lists never yield to it.
 */
export function programmeLayers({ programmes }: RowsInForce, query: DutyQuery, column1Ppm: bigint): ProgrammeLayers {
  const warnings: DutyWarning[] = [];
  const metals = programmes.find((row) => row.group === 'S232');
  const taken = metals === undefined ? null : covered(metals, query, warnings);
  const left = taken === null ? query.value : money(query.value.minor - taken.minor, query.value.currency);
  const layers: ExactLayer[] = [];
  for (const row of programmes) {
    const base = row === metals ? taken : row.basis === 'not_under_232' ? left : query.value;
    if (base === null || base.minor === 0n) continue;
    const ratePpm = rateOf(row, column1Ppm);
    if (ratePpm > 0n) layers.push(layerOf(row, ratePpm, base));
  }
  return { layers, warnings };
}

/** Antidumping and countervailing deposits are layers of their own, at the rate the importer states; without one, the cases that may reach the line are named. */
export function caseLayers(edition: TariffEdition, { possibleCases }: RowsInForce, query: DutyQuery): ProgrammeLayers {
  const stated = query.cases ?? [];
  if (stated.length === 0) return { layers: [], warnings: possibleCases };
  const layers = stated.map((deposit): ExactLayer => {
    const scope = edition.caseScopes.find((row) => row.case === deposit.case);
    return {
      layer: {
        code: 'ADCVD', name: scope?.name ?? CASE_NAME, basis: 'value', basisAmount: query.value, ratePpm: deposit.ratePpm, specific: null, heading: deposit.case,
        source: scope?.source ?? { citation: '19 USC 1671-1677', url: null, asOf: null },
      },
      exact: exactPortion(query.value, deposit.ratePpm),
    };
  });
  return { layers, warnings: [] };
}

const CASE_NAME: LocalText = { 'zh-Hans': '反倾销/反补贴保证金', 'zh-Hant': '反傾銷/反補貼保證金', en: 'Antidumping or countervailing deposit' };
