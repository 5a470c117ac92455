import { ZenEngine } from '@gorules/zen-engine';
import { Engine, type RuleProperties } from 'json-rules-engine';
import type { Fact } from '#core/decision/decision.ts';
import type { Product } from '#core/product/product.ts';
import { MARKETS } from '#core/market/market.ts';
import { compiledPack } from '#core/screening/compile-rule-pack.ts';
import { decideProduct } from '#core/screening/decide-product.ts';
import { prepareProduct } from '#core/screening/prepare-product.ts';
import type { Condition, Rule, RulePack } from '#core/screening/rule-pack.ts';
import { screenMarkets } from '#core/screening/screen.ts';
import type { Finding } from '#core/screening/verdict.ts';
import { loadRulePack } from '#server/platform/packs/rules.ts';
import { demoProducts } from '#demo/catalogue.ts';
import { productInputOf } from '#demo/products/product.ts';
import type { Measure } from './landed-cost.ts';

const AT = '2026-11-23';
const PRODUCTS = 100_000;
/** Products that also carry an attribute of their own. */
const FRESH = 30_000;
/** The engines beside ours are asked this many products: enough for a steady figure, few enough to wait for. */
const COMPARED = 2_000;
/** Products the timed passes are warmed with: the compiler works beside us until then, and its time would be counted as ours. */
const WARM = 60_000;

/** The demo's products again and again under new names. Their attributes come again too: what was read once is remembered. */
function catalogue(count: number): Product[] {
  const inputs = demoProducts.map((product) => productInputOf(product));
  return Array.from({ length: count }, (_, index): Product => {
    const input = inputs[index % inputs.length];
    if (input === undefined) throw new Error('the demo has products');
    return { ...input, id: `b${index}`, title: `${input.title} ${index}`, variants: [] };
  });
}

/** The same products with an attribute more that stands on no other: one in five, where two in five are new among a thousand products of OpenBG. */
function withNewAttribute(products: readonly Product[]): Product[] {
  return products.map((product, index) => ({ ...product, attributes: { ...product.attributes, 款号: `A${index}` } }));
}

/** Seconds of processor time, so that what else the machine does is not counted. */
function seconds(work: () => void): number {
  const started = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1_000_000;
}

function wholePack(pack: RulePack, products: readonly Product[]): Measure[] {
  const compiled = compiledPack(pack);
  let findings = 0;
  const decide = (list: readonly Product[]): void => {
    for (const product of list) {
      const prepared = prepareProduct(product, compiled);
      for (const market of MARKETS) findings += decideProduct(prepared, market, AT, compiled).findings.length;
    }
  };
  const sign = (list: readonly Product[]): void => {
    for (const product of list) screenMarkets(product, MARKETS, AT, pack);
  };
  decide(products.slice(0, WARM));
  findings = 0;
  const deciding = seconds(() => decide(products));
  const found = findings;
  const memory = Math.round(process.resourceUsage().maxRSS / 1_024);
  const fresh = withNewAttribute(products.slice(0, FRESH));
  const decidingFresh = seconds(() => decide(fresh));
  sign(products.slice(0, WARM / 10));
  const signing = seconds(() => sign(products));
  const decisions = products.length * MARKETS.length;
  return [
    { measure: `decisions with full reasons, ${pack.rules.length} rules, ${found.toLocaleString('en')} findings`, value: Math.round(decisions / deciding), unit: 'per second', aim: 150_000 },
    { measure: 'the same with one attribute in five that no other product has', value: Math.round((fresh.length * MARKETS.length) / decidingFresh), unit: 'per second', aim: null },
    { measure: 'the same with the smallest fix and the fingerprint of the inputs', value: Math.round(decisions / signing), unit: 'per second', aim: null },
    { measure: `most memory held, ${products.length.toLocaleString('en')} products in it`, value: memory, unit: 'MB', aim: 500 },
  ];
}

/** Twenty rules simple enough that every engine can say them: ten of words in the title, ten of recorded figures. */
const WORDS: readonly (readonly string[])[] = [
  ['充电宝'], ['面霜', '精华'], ['玩具', '积木'], ['茶'], ['陶瓷', '瓷'], ['银', '金'], ['香薰', '蜡烛'], ['包'], ['笔', '本'], ['猫', '狗'],
];
const FIGURES: readonly Readonly<{ fact: string; over: number }>[] = [
  { fact: 'weightGrams', over: 100 }, { fact: 'weightGrams', over: 500 }, { fact: 'weightGrams', over: 2_000 }, { fact: 'lengthMm', over: 200 }, { fact: 'lengthMm', over: 600 },
  { fact: 'widthMm', over: 150 }, { fact: 'heightMm', over: 50 }, { fact: 'heightMm', over: 300 }, { fact: 'liquidMl', over: 0 }, { fact: 'liquidMl', over: 100 },
];
type Flat = Readonly<Record<string, string | number>>;

/** What all engines are asked about: a title, and figures of which none is missing. */
function flatOf({ title, facts }: Product): Flat {
  const figure = (name: string): number => Number(facts?.[name] ?? 0);
  return { title, weightGrams: figure('weightGrams'), lengthMm: figure('lengthMm'), widthMm: figure('widthMm'), heightMm: figure('heightMm'), liquidMl: figure('liquidMl') };
}

function handWritten(flat: Flat): number[] {
  const matched: number[] = [];
  const title = String(flat['title']);
  WORDS.forEach((words, rule) => {
    if (words.some((word) => title.includes(word))) matched.push(rule);
  });
  FIGURES.forEach(({ fact, over }, place) => {
    if (Number(flat[fact]) > over) matched.push(WORDS.length + place);
  });
  return matched;
}

/** The same by hand with what ours answers besides: the words and where they stand, and the findings made of them. */
function handWrittenReasons(flat: Flat, rules: readonly Rule[]): Finding[] {
  const title = String(flat['title']);
  const findings: Finding[] = [];
  const find = (number: number, because: Finding['because']): void => {
    const rule = rules[number];
    if (rule === undefined) return;
    const { id, message, fix, citation, sourceUrl, evidence, owner, confidence } = rule;
    findings.push({ ruleId: id, outcome: 'allowed_with_conditions', message, because, fix: { ...fix }, minimalFix: [], citation, sourceUrl, evidence, owner, confidence });
  };
  WORDS.forEach((words, number) => {
    const because: Fact[] = [];
    for (const word of words) {
      for (let start = title.indexOf(word); start >= 0; start = title.indexOf(word, start + 1)) because.push({ fact: 'title', value: word, source: 'merchant', span: { field: 'title', start, text: word } });
    }
    if (because.length > 0) find(number, because);
  });
  FIGURES.forEach(({ fact, over }, place) => {
    const value = Number(flat[fact]);
    if (value > over) find(WORDS.length + place, [{ fact, value, source: 'merchant' }]);
  });
  return findings;
}

/** The twenty rules as a pack of ours, its vocabulary empty, because the other engines cannot deny or mask. */
function subset(pack: RulePack): RulePack {
  const [like] = pack.rules;
  if (like === undefined) throw new Error('the pack has rules');
  const rule = (number: number, when: Condition): Rule => ({
    ...like, id: ruleId(number), markets: MARKETS, categories: null, outcome: 'warn', from: null, until: null, evidence: [], transport: null, softly: null, when,
  });
  const conditions: Condition[] = [
    ...WORDS.map((words): Condition => ({ op: 'mentions', words })),
    ...FIGURES.map(({ fact, over }): Condition => ({ op: 'fact', fact, test: { is: 'over', value: over } })),
  ];
  const vocabulary = { ...pack.vocabulary, masks: [], deniers: [], claimDeniers: [], heads: [], glue: [], signs: [], materials: {}, families: {} };
  return { edition: 'bench', kinds: [], questions: [], documents: [], vocabulary, rules: conditions.map((when, number) => rule(number, when)) };
}

function ruleId(number: number): string {
  return `R${String(number).padStart(2, '0')}`;
}

function jsonRulesEngine(): (flat: Flat) => Promise<number[]> {
  const engine = new Engine();
  engine.addOperator<string, string[]>('mentions', (title, words) => words.some((word) => title.includes(word)));
  const properties: RuleProperties[] = [
    ...WORDS.map((words, number) => ({ conditions: { all: [{ fact: 'title', operator: 'mentions', value: words }] }, event: { type: ruleId(number) } })),
    ...FIGURES.map(({ fact, over }, place) => ({ conditions: { all: [{ fact, operator: 'greaterThan', value: over }] }, event: { type: ruleId(WORDS.length + place) } })),
  ];
  for (const one of properties) engine.addRule(one);
  return async (flat) => (await engine.run(flat)).events.map(({ type }) => Number(type.slice(1)));
}

/** The twenty rules as one expression node, each its own expression: what zen's own guide advises for independent checks. */
function zenEngine(): (flat: Flat) => Promise<number[]> {
  const expressions = [
    ...WORDS.map((words) => words.map((word) => `contains(title, "${word}")`).join(' or ')),
    ...FIGURES.map(({ fact, over }) => `${fact} > ${over}`),
  ].map((value, number) => ({ id: ruleId(number), key: ruleId(number), value }));
  const decision = new ZenEngine().createDecision({
    nodes: [
      { id: 'in', type: 'inputNode', name: 'in', position: { x: 0, y: 0 } },
      { id: 'rules', type: 'expressionNode', name: 'rules', position: { x: 0, y: 0 }, content: { expressions } },
      { id: 'out', type: 'outputNode', name: 'out', position: { x: 0, y: 0 } },
    ],
    edges: [{ id: 'a', sourceId: 'in', targetId: 'rules', type: 'edge' }, { id: 'b', sourceId: 'rules', targetId: 'out', type: 'edge' }],
  });
  return async (flat) => {
    const { result } = await decision.evaluate(flat);
    return expressions.flatMap(({ key }, number) => (result[key] === true ? [number] : []));
  };
}

/** Passes over the same products, at least so many and for so long; the best counts, because whatever else the machine does only ever slows one down. */
const PASSES = 12;
const LEAST_MS = 1_000;

/** Products a second of one engine at its best, wall clock: zen works on threads of its own, which processor time would count against it. */
async function rate(products: readonly Product[], answer: (product: Product) => readonly number[] | Promise<readonly number[]>, truth: readonly string[], name: string): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  const begun = performance.now();
  for (let pass = 0; pass < PASSES || performance.now() - begun < LEAST_MS; pass += 1) {
    const replies: (readonly number[])[] = [];
    const started = performance.now();
    for (const product of products) {
      const reply = answer(product);
      replies.push(reply instanceof Promise ? await reply : reply);
    }
    best = Math.min(best, performance.now() - started);
    for (const [place, matched] of replies.entries()) {
      const said = matched.toSorted((one, other) => one - other).join(' ');
      if (said !== truth[place]) throw new Error(`${name} (pass ${pass}) says "${said}" of ${products[place]?.title}; the predicates say "${truth[place] ?? ''}"`);
    }
  }
  return Math.round(products.length / (best / 1_000));
}

async function besideOthers(pack: RulePack, sample: readonly Product[]): Promise<Measure[]> {
  const small = subset(pack);
  const compiled = compiledPack(small);
  const recorded = sample.map((product): Product => {
    const { title, ...facts } = flatOf(product);
    return { id: product.id, title: String(title), facts };
  });
  const truth = recorded.map((product) => handWritten(flatOf(product)).join(' '));
  const [json, zen] = [jsonRulesEngine(), zenEngine()];
  const ours = (product: Product): number[] => decideProduct(prepareProduct(product, compiled), 'US', AT, compiled).findings.map(({ ruleId: id }) => Number(id.slice(1)));
  const rates = [
    ['ours, with full reasons', await rate(recorded, ours, truth, 'ours')],
    ['hand-written predicates, with full reasons', await rate(recorded, (product) => handWrittenReasons(flatOf(product), small.rules).map(({ ruleId: id }) => Number(id.slice(1))), truth, 'predicates with reasons')],
    ['hand-written predicates, which rules only', await rate(recorded, (product) => handWritten(flatOf(product)), truth, 'predicates')],
    ['json-rules-engine, which rules only', await rate(recorded, (product) => json(flatOf(product)), truth, 'json-rules-engine')],
    ['@gorules/zen-engine, which rules only', await rate(recorded, (product) => zen(flatOf(product)), truth, 'zen-engine')],
  ] as const;
  return rates.map(([name, value]) => ({ measure: `twenty simple rules: ${name}`, value, unit: 'products per second', aim: null }));
}

/** The whole pack over 100,000 products and three markets on one core, and twenty simple rules beside three other ways of deciding them. */
export async function run(): Promise<readonly Measure[]> {
  const pack = loadRulePack();
  const whole = wholePack(pack, catalogue(PRODUCTS));
  return [...whole, ...(await besideOthers(pack, catalogue(COMPARED)))];
}
