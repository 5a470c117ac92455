import { zero } from '../money/money.ts';
import { MARKET_PROFILES } from '../market/market.ts';
import { ok, refuse, type Result } from '../result.ts';
import { column1Layer } from './column1-layer.ts';
import { exciseDuty } from './excise.ts';
import { roundLayers, type ExactLayer } from './layer-sum.ts';
import { caseLayers, programmeLayers } from './programme-layers.ts';
import { postalLayer } from './postal-duty.ts';
import { rowsInForce } from './rows-in-force.ts';
import { isInForce, namesOrigin, type TariffEdition, type TariffLine } from './tariff-edition.ts';
import type { DutyAnswer, DutyQuery } from './duty-query.ts';

/** Origins whose programmes an edition holds. Goods of another origin would silently lose layers, so they are refused. */
const COVERED_ORIGINS: ReadonlySet<string> = new Set(['CN', 'HK', 'MO']);
const HTS_CODE = /^\d{8}(?:\d{2})?$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A code as people write it (`6109.10.00.12`) to its digits. */
export function htsDigits(code: string): string {
  return code.includes('.') || code.includes(' ') ? code.replace(/[.\s]/g, '') : code;
}

function checkQuery(query: DutyQuery, edition: TariffEdition): Result<null> {
  const currency = MARKET_PROFILES[query.market].currency;
  if (!DAY.test(query.at)) return refuse('invalid_date', { value: query.at, expected: 'a day such as 2026-08-15' }, 'at');
  if (query.at < edition.coversFrom) return refuse('date_not_covered', { value: query.at, edition: edition.edition, expected: `${edition.coversFrom} or later` }, 'at');
  if (query.value.currency !== currency) return refuse('wrong_currency', { value: query.value.currency, expected: currency }, 'value.currency');
  if (query.value.minor < 0n) return refuse('negative_value', { value: query.value.minor.toString(), expected: 'zero or more minor units' }, 'value.minor');
  if (query.market === 'US' && !COVERED_ORIGINS.has(query.origin)) return refuse('origin_not_covered', { value: query.origin, edition: edition.edition, expected: 'CN, HK or MO (where the goods were made)' }, 'origin');
  return ok(null);
}

/** The line of a code: itself, or its eight-digit parent where the edition holds no suffixes. */
export function findLine(edition: TariffEdition, code: string): Result<TariffLine> {
  if (!HTS_CODE.test(code)) return refuse('invalid_hts', { value: code, expected: 'eight or ten digits, such as 6109.10.00' }, 'hts');
  const line = edition.lines.get(code) ?? (edition.complete ? undefined : edition.lines.get(code.slice(0, 8)));
  if (line === undefined) return refuse('unknown_hts', { value: code, edition: edition.edition, expected: 'a code that this edition of the schedule holds' }, 'hts');
  return ok(line);
}

function usDuty(query: DutyQuery, edition: TariffEdition): Result<DutyAnswer> {
  const line = findLine(edition, query.hts);
  if (!line.ok) return line;
  const rows = rowsInForce(edition, query.at, query.hts, query.origin);
  const warnings = [...rows.standing];
  const answer = (layers: readonly ExactLayer[]): Result<DutyAnswer> => ok({ ...roundLayers(layers, 'USD'), edition: edition.edition, warnings });
  const mode = query.mode ?? 'parcel';
  if (mode !== 'entry') {
    const exemption = edition.exemptions.find((row) => isInForce(row, query.at) && namesOrigin(row, query.origin) && query.value.minor <= row.limitMinor);
    if (exemption !== undefined) {
      warnings.push({ code: 'low_value_exempt', message: `entered free under ${exemption.code} (${exemption.source.citation})` });
      return ok({ layers: [], total: zero('USD'), edition: edition.edition, warnings });
    }
  }
  const postal = mode === 'post' ? postalLayer(edition, query) : null;
  if (postal !== null) {
    warnings.push(...postal.warnings);
    return answer(postal.layer === null ? [] : [postal.layer]);
  }
  const column1 = column1Layer(line.value, query);
  if (!column1.ok) return column1;
  const programmes = programmeLayers(rows, query, column1.value.ratePpm);
  const cases = caseLayers(edition, rows, query);
  warnings.push(...column1.value.warnings, ...programmes.warnings, ...cases.warnings);
  return answer([...(column1.value.layer === null ? [] : [column1.value.layer]), ...programmes.layers, ...cases.layers]);
}

/**
 * The duty of one tariff line on one day: every layer with its rate, base and source, and their total in the market's currency.
 * The United States charge column 1 plus the programmes of the day; Hong Kong and Macau are free ports with excise on a few goods.
 * Refuses `invalid_hts`, `unknown_hts`, `invalid_date`, `date_not_covered`, `origin_not_covered`, `wrong_currency`, `negative_value`,
 * `quantity_missing`, `rate_not_computable`.
 */
export function computeDuty(asked: DutyQuery, tariff: TariffEdition): Result<DutyAnswer> {
  const hts = htsDigits(asked.hts);
  const query = hts === asked.hts ? asked : { ...asked, hts };
  const checked = checkQuery(query, tariff);
  if (!checked.ok) return checked;
  return query.market === 'US' ? usDuty(query, tariff) : exciseDuty(query, tariff);
}
