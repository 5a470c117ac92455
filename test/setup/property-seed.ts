import fc from 'fast-check';

/** `npm test` draws the same cases every time, so that it says the same of the same code; `npm run prove` draws new ones and prints the seed of a failure. PILOTAGE_SEED repeats a draw. */
const given = process.env['PILOTAGE_SEED'];
if (given !== undefined && !/^-?\d+$/.test(given)) throw new Error(`PILOTAGE_SEED is ${given}; an integer was expected`);
if (given !== undefined) fc.configureGlobal({ seed: Number(given) });
else if (process.env['PILOTAGE_TEST_KIND'] !== 'prove') fc.configureGlobal({ seed: 20_261_127 });
