import { parseArgs } from 'node:util';
import { run as runClassification } from './classification.ts';
import { run as runLandedCost, type Measure } from './landed-cost.ts';
import { run as runRuleEdition } from './rule-edition.ts';
import { run as runScreening } from './screening.ts';
import { run as runScreeningTitles } from './screening-titles.ts';
import { run as runCheckout } from './checkout.ts';
import { run as runWordingTitles } from './wording-titles.ts';

/** `npm run bench [-- name …]`: each benchmark prints its figure beside a ceiling or a peer, measured in the same run. */
const BENCHES: Readonly<Record<string, () => Promise<readonly Measure[] | void> | void>> = { 'landed-cost': runLandedCost, screening: runScreening, 'rule-edition': runRuleEdition, 'screening-titles': runScreeningTitles, checkout: runCheckout, 'wording-titles': runWordingTitles, classification: runClassification };

const { positionals } = parseArgs({ allowPositionals: true });
const unknown = positionals.filter((name) => BENCHES[name] === undefined);
if (unknown.length > 0) {
  process.stderr.write(`there is no benchmark ${unknown.join(', ')}; there are ${Object.keys(BENCHES).join(', ')}\n`);
  process.exit(2);
}
for (const [name, bench] of Object.entries(BENCHES)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  process.stdout.write(`\n${name}\n`);
  const measures = (await bench()) ?? [];
  for (const { measure, value, unit, aim } of measures) process.stdout.write(`  ${value.toLocaleString('en')} ${unit}  ${measure}${aim === null ? '' : `  (aim ${aim.toLocaleString('en')})`}\n`);
}
