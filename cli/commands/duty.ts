import { parseArgs } from 'node:util';
import type { z } from 'zod';
import { dutyInput } from '#contract/landed-cost.ts';
import { computeDuty } from '#core/landed-cost/duty.ts';
import type { DutyQuery } from '#core/landed-cost/duty-query.ts';
import type { Refusal } from '#core/result.ts';
import type { TariffEdition } from '#core/landed-cost/tariff-edition.ts';
import { loadTariff, NoSuchTariff } from '#server/platform/packs/tariffs.ts';
import { UsageError, type Command } from '../command.ts';
import { answerLines, type LineAnswer, type LineError } from '../json-lines.ts';

type DutyLine = z.output<typeof dutyInput>;

/** A refusal of the landed-cost modules in words: which field, which value, what was expected. */
export function refusedLine(problem: Refusal): LineError {
  const { value, expected, ...rest } = problem.facts ?? {};
  const about = Object.entries(rest).map(([name, fact]) => `${name} ${String(fact)}`).join(', ');
  const parts = [
    problem.code.replaceAll('_', ' '),
    value === undefined ? null : `got "${String(value)}"`,
    about === '' ? null : about,
    expected === undefined ? null : `expected ${String(expected)}`,
  ];
  return { code: problem.code, field: problem.field ?? null, message: parts.filter((part) => part !== null).join('; ') };
}

/** Null and absent mean the same on the wire; the query knows only absent. */
export function statedQuantities(quantities: Readonly<Record<string, bigint | null | undefined>> | null | undefined): Record<string, bigint> {
  return Object.fromEntries(Object.entries(quantities ?? {}).flatMap(([unit, micro]) => (micro === null || micro === undefined ? [] : [[unit, micro]])));
}

function queryOf(line: DutyLine): DutyQuery {
  return {
    market: line.market,
    at: line.at,
    hts: line.hts,
    origin: line.origin,
    value: line.value,
    quantities: statedQuantities(line.quantities),
    mode: line.mode ?? undefined,
    postalMethod: line.postalMethod ?? undefined,
    abvPpm: line.abvPercent,
    metal: line.metal ? { kind: line.metal.kind, weightPpm: line.metal.weightPercent, value: line.metal.value } : null,
    cases: line.cases?.map((deposit) => ({ case: deposit.case, ratePpm: deposit.ratePercent })),
  };
}

function answer(line: DutyLine, tariff: TariffEdition): LineAnswer {
  const duty = computeDuty(queryOf(line), tariff);
  if (!duty.ok) return { ok: false, error: refusedLine(duty.problem) };
  const layers = duty.value.layers.map((layer) => ({ ...layer, ratePpm: Number(layer.ratePpm) }));
  return { ok: true, value: { id: line.id, ...duty.value, layers } };
}

/** The edition a command was asked to use; a folder or a name that holds none is wrong usage. */
export function tariffOf(asked: Readonly<{ directory?: string | undefined; edition?: string | undefined }>): TariffEdition {
  try {
    return loadTariff(asked);
  } catch (cause) {
    if (cause instanceof NoSuchTariff) throw new UsageError(cause.message);
    throw cause;
  }
}

export const dutyCommand: Command = {
  name: 'duty',
  summary: 'Duty of tariff lines, layer by layer, on any date',
  usage: 'duty --in FILE [--data DIR] [--edition NAME]',
  run: async (args, console) => {
    const { values } = parseArgs({ args: [...args], options: { in: { type: 'string' }, data: { type: 'string' }, edition: { type: 'string' }, json: { type: 'boolean' } } });
    const tariff = tariffOf({ directory: values.data, edition: values.edition });
    return answerLines(values.in, dutyInput, (line) => answer(line, tariff), console);
  },
};
