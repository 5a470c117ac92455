import type { LocalText } from '../market/market.ts';
import type { Question, QuestionOption } from './classification.ts';
import type { HeadingPack } from './heading-pack.ts';
import type { RankedBranch } from './rank-headings.ts';

/** A heading in the running, with the duty its national line carries. */
export type Rival = Readonly<{ hs6: string; probability: number; dutyPpm: number | null; name: LocalText }>;

/** The id of the question "which of these is it", whose answer is a heading. */
export const HEADING_QUESTION = 'heading';

const WHICH: LocalText = { 'zh-Hans': '它最接近下面哪一种？', 'zh-Hant': '它最接近下面哪一種？', en: 'Which of these is it?' };
const NONE: LocalText = { 'zh-Hans': '都不是', 'zh-Hant': '都不是', en: 'None of these' };
const NONE_VALUE = 'none';

/** Below this much expected gain a question is not worth a merchant's time. */
const WORTH_ASKING = 0.02;
/** Rates this far apart make a doubt count double; 100 000 ppm is ten percent of the value. */
const DUTY_THAT_DOUBLES_PPM = 100_000;
const MOST_OPTIONS = 6;

/** Spread of duty between the rivals, as a factor of what their confusion costs. */
function dutyFactor(rivals: readonly Rival[]): number {
  const duties = rivals.flatMap((rival) => (rival.dutyPpm === null ? [] : [rival.dutyPpm]));
  if (duties.length < 2) return 1;
  return 1 + (Math.max(...duties) - Math.min(...duties)) / DUTY_THAT_DOUBLES_PPM;
}

/** How much likelier the first choice becomes, on average, once the answer is known. */
function gain(rivals: readonly Rival[], options: readonly QuestionOption[]): number {
  const first = Math.max(0, ...rivals.map((rival) => rival.probability));
  const after = options.reduce((sum, option) => sum + Math.max(0, ...rivals.filter((rival) => option.leadsTo.includes(rival.hs6)).map((rival) => rival.probability)), 0);
  return after - first;
}

/** A question about one fact: its options are the values that the likeliest kinds' branches tell apart. */
function factQuestions(ranked: readonly RankedBranch[], pack: HeadingPack): readonly Question[] {
  const likely = ranked.filter((entry) => entry.probability > 0.01);
  const conditions = likely.flatMap((entry) => entry.branch.conditions.map((condition) => ({ condition, hs6: entry.branch.hs6 })));
  return [...Map.groupBy(conditions, ({ condition }) => condition.dimension)].flatMap(([dimension, entries]) => {
    const ask = pack.questions.get(dimension);
    const values = [...new Set(entries.flatMap(({ condition }) => condition.anyOf))].slice(0, MOST_OPTIONS);
    if (ask === undefined || values.length === 0) return [];
    const options = values.flatMap((value) => {
      const known = pack.values.get(value);
      const leadsTo = [...new Set(entries.filter(({ condition }) => condition.anyOf.includes(value)).map(({ hs6 }) => hs6))];
      return known === undefined ? [] : [{ value, text: known.name, leadsTo }];
    });
    const named = new Set(options.flatMap((option) => option.leadsTo));
    const rest = [...new Set(likely.map((entry) => entry.branch.hs6))].filter((hs6) => !named.has(hs6));
    return [{ id: dimension, ask, options: [...options, { value: NONE_VALUE, text: NONE, leadsTo: rest }] }];
  });
}

function headingQuestion(rivals: readonly Rival[]): Question {
  const options = rivals.slice(0, MOST_OPTIONS).map((rival) => ({ value: rival.hs6, text: rival.name, leadsTo: [rival.hs6] }));
  return { id: HEADING_QUESTION, ask: WHICH, options: [...options, { value: NONE_VALUE, text: NONE, leadsTo: [] }] };
}

/**
 * The one question worth asking: the largest expected gain of certainty, times the spread of duty it settles.
 * Null when the first candidate is as good as sure or nothing asked would help.
 */
export function chooseQuestion(ranked: readonly RankedBranch[], rivals: readonly Rival[], pack: HeadingPack, answered: readonly string[]): Question | null {
  if (rivals.length < 2 || answered.includes(HEADING_QUESTION)) return null;
  const asked = [...factQuestions(ranked, pack), headingQuestion(rivals)].filter((question) => !answered.includes(question.id));
  const weighed = asked.map((question) => {
    const touched = rivals.filter((rival) => question.options.some((option) => option.leadsTo.includes(rival.hs6)));
    return { question, worth: gain(rivals, question.options) * dutyFactor(touched) };
  });
  const best = weighed.reduce((a, b) => (b.worth > a.worth ? b : a));
  return best.worth < WORTH_ASKING ? null : best.question;
}
