import type { Condition, FactTest, Rule } from './rule-pack.ts';

/** A rule as it is written in a file of a pack: what `parseRule` reads comes out the same. Keys stand in the order of the files. */
export function writeRule(rule: Rule): Record<string, unknown> {
  return {
    id: rule.id,
    markets: rule.markets,
    ...(rule.categories !== null && { categories: rule.categories }),
    outcome: rule.outcome,
    ...(rule.from !== null && { from: rule.from }),
    ...(rule.until !== null && { until: rule.until }),
    when: writeCondition(rule.when),
    ...(rule.softly !== null && { softly: writeCondition(rule.softly) }),
    message: rule.message,
    fix: { kind: rule.fix.kind, ...(rule.fix.target !== null && { target: rule.fix.target }), text: rule.fix.text },
    citation: rule.citation,
    ...(rule.sourceUrl !== null && { sourceUrl: rule.sourceUrl }),
    ...(rule.asOf !== null && { asOf: rule.asOf }),
    ...(rule.evidence.length > 0 && { evidence: rule.evidence }),
    ...(rule.evidenceMode !== 'all' && { evidenceMode: rule.evidenceMode }),
    confidence: rule.confidence,
    ...(rule.owner !== 'merchant' && { owner: rule.owner }),
    ...(rule.transport !== null && { transport: rule.transport }),
    ...(rule.note !== null && { note: rule.note }),
  };
}

function writeCondition(condition: Condition): Record<string, unknown> {
  switch (condition.op) {
    case 'all':
    case 'any':
      return { [condition.op]: condition.of.map(writeCondition) };
    case 'not':
      return { not: writeCondition(condition.of) };
    case 'mentions':
    case 'claims':
    case 'contains':
      return { [condition.op]: condition.words };
    case 'is':
      return { is: condition.kinds.length === 1 ? condition.kinds[0] : condition.kinds };
    case 'category':
      return { category: condition.categories };
    case 'market':
      return { market: condition.markets };
    case 'fact':
      return { fact: condition.fact, ...writeTest(condition.test) };
    case 'madeOf':
      return { madeOf: condition.materials, ...(condition.atLeastPercent !== 1 && { atLeastPercent: condition.atLeastPercent }) };
    case 'hasDocument':
      return { hasDocument: condition.kind };
    case 'since':
    case 'before':
      return { [condition.op]: condition.day };
    default:
      return condition satisfies never;
  }
}

function writeTest(test: FactTest): Record<string, unknown> {
  switch (test.is) {
    case 'known':
      return { known: true };
    case 'unknown':
      return { known: false };
    case 'equals':
      return { equals: test.values.length === 1 ? test.values[0] : test.values };
    case 'within':
      return { within: [test.low, test.high] };
    default:
      return { [test.is]: test.value };
  }
}
