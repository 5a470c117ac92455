import { parseArgs } from 'node:util';
import { classificationAnswers } from '#contract/classification.ts';
import { productInput } from '#contract/product-facts.ts';
import { classify } from '#core/classification/classify.ts';
import { loadHeadingPack, scheduleOf } from '#server/platform/packs/headings.ts';
import { loadTariff, NoSuchTariff } from '#server/platform/packs/tariffs.ts';
import { UsageError, type Command } from '../command.ts';
import { answerLines } from '../json-lines.ts';

const MOST_CANDIDATES = 50;

const classifyInput = productInput.extend({ answers: classificationAnswers.nullish() });

function readTop(text: string | undefined): number {
  const top = Number(text ?? '5');
  if (!Number.isInteger(top) || top < 1 || top > MOST_CANDIDATES) throw new UsageError(`--top is "${String(text)}", expected a whole number from 1 to ${MOST_CANDIDATES}`);
  return top;
}

/** The schedule to take national digits from: an imported one where a folder is named, the starter lines otherwise. */
function readSchedule(directory: string | undefined, edition: string | undefined): ReturnType<typeof scheduleOf> {
  try {
    return scheduleOf(loadTariff({ directory, edition }));
  } catch (cause) {
    if (cause instanceof NoSuchTariff) throw new UsageError(cause.message);
    throw cause;
  }
}

export const classifyCommand: Command = {
  name: 'classify',
  summary: 'HS and US tariff codes of products, with reasons and the one question worth asking',
  usage: 'classify [--top 5] [--data DIR] [--edition NAME] --in FILE',
  run: async (args, console) => {
    const { values } = parseArgs({ args: [...args], options: { in: { type: 'string' }, top: { type: 'string' }, data: { type: 'string' }, edition: { type: 'string' }, json: { type: 'boolean' } } });
    const top = readTop(values.top);
    const schedule = readSchedule(values.data, values.edition);
    const headings = loadHeadingPack();
    return answerLines(values.in, classifyInput, (product) => ({ ok: true, value: { id: product.id, ...classify(product, headings, { top, schedule, answers: product.answers ?? {} }) } }), console);
  },
};
