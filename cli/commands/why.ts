import { parseArgs } from 'node:util';
import { whyChain, whyOperator } from '#contract/accounts.ts';
import { SYSTEM_ACTOR } from '#server/platform/actor.ts';
import { explain } from '#server/platform/errors.ts';
import { UsageError, type Command } from '../command.ts';
import { printLine } from '../json-lines.ts';
import { withMarketplace } from '../open-command-marketplace.ts';

const REPLAY = { true: 'recomputed, the same', false: 'RECOMPUTED, NOT THE SAME', null: '' } as const;

export const whyCommand: Command = {
  name: 'why',
  summary: 'Print the chain of reasons of a listing, verdict, quote, order or payout, recomputed',
  usage: 'why ID [--json]',
  run: async (args, console) => {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: { json: { type: 'boolean' } } });
    const [id] = positionals;
    if (id === undefined) throw new UsageError('an id is missing, such as lst_01…');
    return withMarketplace(console, async ({ system, operations }) => {
      const operation = operations.find((one) => one.route.id === whyOperator.id);
      if (operation === undefined) throw new Error('the why operation is missing');
      const result = await operation.perform(system, { params: { id }, query: {}, body: {}, actor: SYSTEM_ACTOR, locale: 'en', requestId: 'cli', idempotencyKey: null });
      if (!result.ok) {
        console.err(`${id}: ${explain(result.problem)}`);
        return 1;
      }
      const chain = whyChain.parse(result.value.reply);
      if (values.json === true) console.out(printLine(chain));
      else {
        for (const step of chain.steps) {
          console.out(`${step.kind} ${step.id}: ${step.outcome}${step.edition === null ? '' : `  [${step.edition}]`}  ${REPLAY[`${step.replayed}`]}`);
          for (const reason of step.reasons) console.out(`    ${reason.en}`);
        }
      }
      // A decision that does not come out the same is a bug, and a script should notice.
      return chain.replayed ? 0 : 1;
    });
  },
};
