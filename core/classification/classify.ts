import type { LocalText } from '../market/market.ts';
import type { Product } from '../product/product.ts';
import { explainBranch, explainNationalLine, explainNeighbour, explainScheduleText, nameBranch } from './because.ts';
import type { Answers, Candidate, Classification } from './classification.ts';
import { listConfidences, type FirstEvidence } from './confidence.ts';
import { findGoods, type GoodsEvidence } from './goods-evidence.ts';
import type { HeadingPack } from './heading-pack.ts';
import { chooseNationalLine, lineQuery, type NationalLine } from './national-line.ts';
import { findNearGoods } from './near-names.ts';
import { passagesOf } from './passages.ts';
import { chooseQuestion, HEADING_QUESTION, type Rival } from './question.ts';
import { rankBranches, type RankedBranch } from './rank-headings.ts';
import { matchScheduleText, type Schedule } from './schedule.ts';
import { readStatedFacts, type StatedFacts } from './stated-facts.ts';
import type { Token } from './terms.ts';

export type { Answers, Candidate, Classification, Question, QuestionOption } from './classification.ts';

export type ClassifyOptions = Readonly<{ top?: number | undefined; schedule?: Schedule | null | undefined; answers?: Answers | undefined }>;

const DEFAULT_TOP = 5;
/** Evidence at which the pack's word and the schedule's own text weigh the same; chosen on the development halves of the public sets, 2026-11. */
const SCHEDULE_EQUALS_PACK = 0.22;
const SCHEDULE_HEADINGS = 24;

/** A heading in the running: the likeliest branch that leads there, if the pack named it, and the evidence together. */
type Running = Readonly<{ hs6: string; probability: number; branch: RankedBranch | null; neighbour: boolean }>;

function gatherHeadings(ranked: readonly RankedBranch[], product: Product, schedule: Schedule | null): readonly Running[] {
  const held = schedule?.complete !== true ? ranked : ranked.filter((entry) => schedule.lines.has(entry.branch.hs6));
  const packShare = held.reduce((sum, entry) => sum + entry.probability, 0);
  const strength = held[0]?.evidence.score ?? 0;
  const texts = schedule?.complete !== true ? [] : matchScheduleText(product.title, schedule, SCHEDULE_HEADINGS);
  const textShare = texts.reduce((sum, text) => sum + text.score ** 3, 0);
  const packWeight = packShare === 0 ? 0 : textShare === 0 ? 1 : strength / (strength + SCHEDULE_EQUALS_PACK * (texts[0]?.score ?? 0));
  const running = new Map<string, Running>();
  for (const entry of held) {
    const known = running.get(entry.branch.hs6);
    const probability = (packWeight * entry.probability) / packShare;
    running.set(entry.branch.hs6, { hs6: entry.branch.hs6, probability: probability + (known?.probability ?? 0), branch: known?.branch ?? entry, neighbour: false });
  }
  for (const text of texts) {
    const known = running.get(text.hs6);
    const probability = ((1 - packWeight) * text.score ** 3) / textShare;
    running.set(text.hs6, { hs6: text.hs6, probability: probability + (known?.probability ?? 0), branch: known?.branch ?? null, neighbour: false });
  }
  return [...running.values()].sort((a, b) => b.probability - a.probability || a.hs6.localeCompare(b.hs6));
}

/** What a neighbour under the same four digits is worth beside the heading that was found: codes are more often missed by the last two digits than by all. */
const NEIGHBOUR = 0.012;
const NEIGHBOURS_OF = 5;

/** Adds the neighbours of the first headings, so that a list of five holds what a person would look at next. */
function addNeighbours(running: readonly Running[], headings: HeadingPack, schedule: Schedule | null): readonly Running[] {
  const known = new Set(running.map((entry) => entry.hs6));
  const added = running.slice(0, NEIGHBOURS_OF).flatMap((entry) => {
    const four = entry.hs6.slice(0, 4);
    const held = schedule?.complete === true ? schedule.headings.get(four) : undefined;
    const named = [...(headings.headings.get(four)?.keys() ?? [])].filter((hs6) => held === undefined || held.includes(hs6));
    const fresh = [...new Set([...named, ...(held ?? [])])].filter((hs6) => !known.has(hs6)).sort((a, b) => Number(b.endsWith('9') || b.endsWith('90')) - Number(a.endsWith('9') || a.endsWith('90')));
    fresh.forEach((hs6) => known.add(hs6));
    return fresh.map((hs6, index) => ({ hs6, probability: (entry.probability * NEIGHBOUR) / (1 + index), branch: null, neighbour: true }));
  });
  return [...running, ...added].sort((a, b) => b.probability - a.probability || a.hs6.localeCompare(b.hs6));
}

/** Strength of the words met at which names that are only like the title's weigh the same; chosen on the read half of the postal items, 2026-11. */
const NEAR_EQUALS_MET = 0.1;

/** Headings by the names that are met and, behind them, by names that are only like the title's: those decide where nothing is met and fill the list elsewhere. */
function rankMetAndNear(met: readonly GoodsEvidence[], title: string, facts: StatedFacts, headings: HeadingPack): readonly RankedBranch[] {
  const kinds = new Set(met.map(({ kind }) => kind));
  const near = rankBranches(findNearGoods(title, headings.near).filter(({ kind }) => !kinds.has(kind)), facts, headings);
  const ranked = rankBranches(met, facts, headings);
  if (ranked.length === 0 || near.length === 0) return [...ranked, ...near];
  const nearShare = NEAR_EQUALS_MET / (NEAR_EQUALS_MET + (met[0]?.score ?? 0));
  const mixed = [...ranked.map((entry) => ({ ...entry, probability: entry.probability * (1 - nearShare) })), ...near.map((entry) => ({ ...entry, probability: entry.probability * nearShare }))];
  return mixed.sort((a, b) => b.probability - a.probability || a.branch.hs6.localeCompare(b.branch.hs6));
}

/** An answer "it is this heading" puts that heading first; "none of these" leaves the order. */
function heedHeadingAnswer(running: readonly Running[], answers: Answers): readonly Running[] {
  const answer = answers[HEADING_QUESTION];
  const chosen = running.find((entry) => entry.hs6 === answer);
  if (chosen === undefined) return running;
  return [{ ...chosen, probability: 1 }, ...running.filter((entry) => entry !== chosen).map((entry) => ({ ...entry, probability: 0 }))];
}

/** How many words a title has; a Chinese word is two characters, near enough. */
function wordsIn(tokens: readonly Token[]): number {
  const characters = tokens.filter(({ chinese }) => chinese).length;
  return tokens.length - characters / 2;
}

/** Everything the texts say, before it is shown: facts, named goods, and the headings in the running. */
function weigh(product: Product, headings: HeadingPack, schedule: Schedule | null, answers: Answers): Readonly<{ facts: StatedFacts; ranked: readonly RankedBranch[]; running: readonly Running[]; evidence: Omit<FirstEvidence, 'share'> }> {
  const passages = passagesOf(product);
  const facts = readStatedFacts(product, passages, headings, answers);
  const goods = findGoods(passages, headings);
  const ranked = rankMetAndNear(goods, product.title, facts, headings);
  const running = heedHeadingAnswer(addNeighbours(gatherHeadings(ranked, product, schedule), headings, schedule), answers);
  return { facts, ranked, running, evidence: { strength: goods[0]?.score ?? 0, length: wordsIn(passages[0]?.tokens ?? []) } };
}

/** What speaks for the first heading: what the confidence curve is fitted on. Null where the texts lead nowhere. */
export function evidenceOfFirst(product: Product, headings: HeadingPack, schedule: Schedule | null): Readonly<{ hs6: string; evidence: FirstEvidence }> | null {
  const { running, evidence } = weigh(product, headings, schedule, {});
  const first = running[0];
  return first === undefined ? null : { hs6: first.hs6, evidence: { ...evidence, share: first.probability } };
}

/**
 * Which HS heading and national line a product belongs under: ranked candidates with calibrated confidence and reasons in words,
 * and the one question that would settle most. Pure; answers given earlier come in `answers`. With a complete schedule every code is one it holds;
 * a partial one adds national digits where it holds the line; without one only six digits are given. An empty list of candidates means that nothing in the texts names goods the pack knows.
 */
export function classify(product: Product, headings: HeadingPack, options: ClassifyOptions = {}): Classification {
  const { top = DEFAULT_TOP, answers = {} } = options;
  const schedule = options.schedule ?? null;
  const { facts, ranked, running, evidence } = weigh(product, headings, schedule, answers);
  const query = lineQuery(product, facts);
  const shown = running.slice(0, Math.max(top, 1));
  const confidences = listConfidences(shown.map((entry) => entry.probability), evidence, headings.confidence, answers[HEADING_QUESTION] === shown[0]?.hs6);
  const chosen = shown.map((entry, index) => present(entry, confidences[index] ?? 0, chooseNationalLine(entry.hs6, schedule, query, headings), facts, headings));
  const question = chooseQuestion(ranked, chosen.map(({ rival }) => rival), headings, Object.keys(answers));
  const edition = schedule === null ? headings.edition : `${headings.edition}+${schedule.edition}`;
  return { candidates: chosen.map(({ candidate }) => candidate), question, edition };
}

/** A heading in the running as the caller sees it, and as a rival for the question. */
function present(entry: Running, confidence: number, line: NationalLine, facts: StatedFacts, headings: HeadingPack): Readonly<{ candidate: Candidate; rival: Rival }> {
  const { hs6, probability, branch } = entry;
  const why = branch !== null ? explainBranch(branch, facts, headings) : [entry.neighbour ? explainNeighbour(hs6) : explainScheduleText(line.path)];
  const because = line.path.length > 0 && (branch !== null || entry.neighbour) ? [...why, explainNationalLine(line.path)] : why;
  const name = branch === null ? nameOf(hs6, line.path, headings) : nameBranch(branch.kind.name, branch.branch, headings.values);
  return { candidate: { hs6, hts8: line.hts8, hts10: line.hts10, confidence, because }, rival: { hs6, probability, dutyPpm: line.dutyPpm, name } };
}

function nameOf(hs6: string, path: readonly string[], headings: HeadingPack): LocalText {
  const known = headings.headings.get(hs6.slice(0, 4))?.get(hs6);
  const text = path.length === 0 ? hs6 : path.slice(0, 2).join(' › ');
  return known ?? { 'zh-Hans': text, 'zh-Hant': text, en: text };
}
