import type { LocalText, Market } from '../market/market.ts';
import type { Product } from '../product/product.ts';
import { applyStep } from './apply-step.ts';
import type { CompiledPack } from './compile-rule-pack.ts';
import { countClosed, decideProduct, type Decided } from './decide-product.ts';
import { documentOnFile } from './known-facts.ts';
import { prepareProduct, withDocuments, type PreparedProduct } from './prepare-product.ts';
import { isOpen, type FixStep } from './verdict.ts';

/** Re-screenings one search may cost; past it the answer is irreducible but perhaps not the smallest. */
const MOST_TRIALS = 400;
/** Facts once given may open further questions (what battery, how strong); deeper chains are for a person. */
const MOST_ROUNDS = 4;

/**
 * The smallest set of steps after which the product is open to the market; empty when no set of steps is.
 * Every answer was verified by screening the product again, and no strict part of it is enough.
 */
export function findMinimalFix(prepared: PreparedProduct, market: Market, at: string, compiled: CompiledPack, decided: Decided): FixStep[] {
  let trials = 0;
  const after = productsAfter(prepared, compiled);
  const closed = (steps: readonly FixStep[]): number => {
    trials += 1;
    return countClosed(after(steps), market, at, compiled);
  };
  const opens = (steps: readonly FixStep[]): boolean => closed(steps) === 0;
  const screenAgain = (steps: readonly FixStep[]): Decided => {
    trials += 1;
    return decideProduct(after(steps), market, at, compiled);
  };
  const pool = gatherSteps(decided, prepared.product, at, compiled, { screenAgain, closed });
  if (pool === null) return [];
  const needed = pool.filter((step) => !opens(pool.filter((other) => other !== step)));
  if (opens(needed)) return needed;
  const optional = pool.filter((step) => !needed.includes(step));
  for (let size = 1; size < optional.length; size += 1) {
    for (const chosen of combinations(optional, size)) {
      if (trials >= MOST_TRIALS) return irreducible(pool, opens);
      if (opens([...needed, ...chosen])) return [...needed, ...chosen];
    }
  }
  return irreducible(pool, opens);
}

/** The product after some steps. Documents change no word, so a product is read again only where a step changed its words or facts. */
function productsAfter(prepared: PreparedProduct, compiled: CompiledPack): (steps: readonly FixStep[]) => PreparedProduct {
  const read = new Map([['', prepared]]);
  return (steps) => {
    const product = steps.reduce(applyStep, prepared.product);
    const key = steps.flatMap((step) => (step.kind === 'add_document' ? [] : [`${step.kind} ${step.target ?? ''} ${String(step.value)}`])).join('\n');
    const held = read.get(key) ?? prepareProduct(product, compiled);
    read.set(key, held);
    return withDocuments(held, product);
  };
}

type Trial = Readonly<{ screenAgain: (steps: readonly FixStep[]) => Decided; closed: (steps: readonly FixStep[]) => number }>;

/** All steps that together open the product, or null when even all of them do not. Answers to facts may call for more steps. */
function gatherSteps(decided: Decided, product: Product, at: string, compiled: CompiledPack, trial: Trial): FixStep[] | null {
  let steps: FixStep[] = [];
  let state = decided;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const known = new Set(steps.map(stepKey));
    const next = candidateSteps(state, product, at, compiled).filter((step) => !known.has(stepKey(step)));
    if (next.length === 0) return null;
    const asked = next.filter((step) => step.kind === 'give_fact');
    steps = [...steps, ...next.filter((step) => step.kind !== 'give_fact')];
    for (const options of groupByTarget(asked)) steps = [...steps, bestAnswer(options, steps, trial)];
    state = trial.screenAgain(steps);
    if (isOpen(state.outcome)) return steps;
  }
  return null;
}

/** The answer that leaves the fewest rules closed; the first where several do. */
function bestAnswer(options: readonly [FixStep, ...FixStep[]], steps: readonly FixStep[], trial: Trial): FixStep {
  if (options.length === 1) return options[0];
  let best = options[0];
  let fewest = Number.POSITIVE_INFINITY;
  for (const option of options) {
    const closed = trial.closed([...steps, option]);
    if (closed < fewest) [best, fewest] = [option, closed];
  }
  return best;
}

function groupByTarget(steps: readonly FixStep[]): [FixStep, ...FixStep[]][] {
  const groups = new Map<string | null, [FixStep, ...FixStep[]]>();
  for (const step of steps) {
    const group = groups.get(step.target);
    if (group === undefined) groups.set(step.target, [step]);
    else group.push(step);
  }
  return [...groups.values()];
}

function stepKey(step: FixStep): string {
  return step.kind === 'edit_text' ? `edit_text ${String(step.value)}` : `${step.kind} ${step.target ?? ''}`;
}

/** What could settle each closed finding: its missing documents, its words where wording is the matter, its missing facts. */
function candidateSteps(decided: Decided, product: Product, at: string, compiled: CompiledPack): FixStep[] {
  const steps = new Map<string, FixStep>();
  const add = (step: FixStep): void => {
    const key = step.kind === 'give_fact' ? `${stepKey(step)} ${String(step.value)}` : stepKey(step);
    if (!steps.has(key)) steps.set(key, step);
  };
  for (const { rule, finding } of decided.judgements) {
    if (isOpen(finding.outcome)) continue;
    // Words first: taking out a claim is easier than proving it.
    for (const { span } of rule.fix.kind === 'edit_text' ? finding.because : []) {
      if (span !== undefined) add({ kind: 'edit_text', target: span.field, text: rule.fix.text, value: span.text });
    }
    for (const kind of rule.evidence) {
      if (documentOnFile(product.facts?.documents ?? [], kind, at) === null) add({ kind: 'add_document', target: kind, text: documentText(kind, compiled), value: kind });
    }
  }
  for (const { fact, ask } of decided.questions) {
    const question = compiled.pack.questions.find((entry) => entry.fact === fact);
    for (const value of question?.clearing ?? []) add({ kind: 'give_fact', target: fact, text: ask, value });
  }
  return [...steps.values()];
}

function documentText(kind: string, compiled: CompiledPack): LocalText {
  const name = compiled.pack.documents.find((entry) => entry.kind === kind)?.name ?? { 'zh-Hans': kind, 'zh-Hant': kind, en: kind };
  return { 'zh-Hans': `上传“${name['zh-Hans']}”。`, 'zh-Hant': `上載「${name['zh-Hant']}」。`, en: `Upload: ${name.en}.` };
}

/** Takes steps away one by one while the rest is still enough. */
function irreducible(pool: readonly FixStep[], opens: (steps: readonly FixStep[]) => boolean): FixStep[] {
  let kept = [...pool];
  for (const step of pool) {
    const rest = kept.filter((other) => other !== step);
    if (opens(rest)) kept = rest;
  }
  return kept;
}

function* combinations<Item>(items: readonly Item[], size: number): Generator<readonly Item[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let first = 0; first <= items.length - size; first += 1) {
    const item = items[first];
    if (item === undefined) continue;
    for (const rest of combinations(items.slice(first + 1), size - 1)) yield [item, ...rest];
  }
}
