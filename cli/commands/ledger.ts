import { parseArgs } from 'node:util';
import { closeBooks, verifyDailyCloses } from '#contract/money.ts';
import { randomUUID } from 'node:crypto';
import { SYSTEM_ACTOR } from '#server/platform/actor.ts';
import { explain } from '#server/platform/errors.ts';
import type { Marketplace } from '#server/open-marketplace.ts';
import { UsageError, type Command, type Console, type ExitCode } from '../command.ts';
import { printLine } from '../json-lines.ts';
import { withMarketplace } from '../open-command-marketplace.ts';

export const ledgerCommand: Command = {
  name: 'ledger',
  summary: 'Close the books of every day that has ended, or prove from the postings alone that what was closed is still there',
  usage: 'ledger close|verify [--json]',
  run: async (args, console) => {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: { json: { type: 'boolean' } } });
    const [what] = positionals;
    if (what !== 'close' && what !== 'verify') throw new UsageError('say what to do: close or verify');
    return withMarketplace(console, (marketplace) => (what === 'close' ? close(marketplace, console, values.json === true) : verify(marketplace, console, values.json === true)));
  },
};

function perform({ system, operations }: Marketplace, id: string) {
  const operation = operations.find((one) => one.route.id === id);
  if (operation === undefined) throw new Error(`the operation ${id} is missing`);
  return operation.perform(system, { params: {}, query: {}, body: {}, actor: SYSTEM_ACTOR, locale: 'en', requestId: 'cli', idempotencyKey: randomUUID() });
}

async function close(marketplace: Marketplace, console: Console, json: boolean): Promise<ExitCode> {
  const result = await perform(marketplace, closeBooks.id);
  if (!result.ok) {
    console.err(explain(result.problem));
    return 1;
  }
  const { days, through } = closeBooks.reply.parse(result.value.reply);
  console.out(json ? printLine({ days, through }) : days === 0 ? `nothing to close up to ${through}` : `${days} days closed, through ${through}`);
  return 0;
}

/** Exit 1 when a day does not come out as it was closed, or the ledger does not balance: a script should notice. */
async function verify(marketplace: Marketplace, console: Console, json: boolean): Promise<ExitCode> {
  const result = await perform(marketplace, verifyDailyCloses.id);
  if (!result.ok) {
    console.err(explain(result.problem));
    return 1;
  }
  const proof = verifyDailyCloses.reply.parse(result.value.reply);
  if (json) console.out(printLine(proof));
  else {
    console.out(`${proof.days} closed days${proof.from === null ? '' : ` from ${proof.from} to ${proof.to}`}, ${proof.transactions} transactions, last hash ${proof.lastHash ?? '–'}`);
    console.out(proof.balanced ? 'the ledger balances in every currency' : 'THE LEDGER DOES NOT BALANCE');
    for (const fault of proof.faults) console.err(`${fault.day}: ${fault.what} is not what was closed`);
    if (proof.verified) console.out('every closed day comes out the same, and the chain of hashes holds');
  }
  return proof.verified ? 0 : 1;
}
