import { measuresOf, type Measure } from './infer-measures.ts';
import type { Condition, RulePack } from './rule-pack.ts';

/** What of a text is worth reading: a fact that no rule of the pack asks for is not looked for. */
export type FactNeeds = Readonly<{ battery: boolean; age: boolean; voltage: boolean; materials: boolean; measures: readonly Measure[] }>;

/** The readings a pack needs, by the facts its rules and their kinds speak of. */
export function factNeeds(pack: RulePack): FactNeeds {
  const read = factsRead(pack);
  const some = (starts: string): boolean => [...read].some((fact) => fact.startsWith(starts));
  return { battery: some('battery.'), age: read.has('minimumAgeMonths'), voltage: some('voltage'), materials: read.has('materials'), measures: measuresOf(read) };
}

function factsRead(pack: RulePack): ReadonlySet<string> {
  const kinds = new Map(pack.kinds.map((kind) => [kind.name, kind.when]));
  const read = new Set<string>();
  const seen = new Set<string>();
  const open: Condition[] = pack.rules.flatMap((rule) => (rule.softly === null ? [rule.when] : [rule.when, rule.softly]));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.op === 'all' || next.op === 'any') open.push(...next.of);
    else if (next.op === 'not') open.push(next.of);
    else if (next.op === 'fact') read.add(next.fact);
    else if (next.op === 'madeOf') read.add('materials');
    else if (next.op === 'is') {
      for (const name of next.kinds) {
        const when = seen.has(name) ? undefined : kinds.get(name);
        seen.add(name);
        if (when !== undefined) open.push(when);
      }
    }
  }
  return read;
}
