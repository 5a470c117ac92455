import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { castStaff, DEMO_PASSWORD } from '#demo/load/accounts.ts';
import { walkJourney } from '#demo/journey/journey.ts';
import { NotProved } from '#demo/journey/story.ts';
import { apiAppOf } from '#server/api-app.ts';
import type { Command } from '../command.ts';
import { printLine } from '../json-lines.ts';
import { withMarketplace } from '../open-command-marketplace.ts';

export const journeyCommand: Command = {
  name: 'journey',
  summary: 'Walk the whole story of managed export on the marketplace and prove each step',
  usage: 'journey [--json]',
  run: async (args, console) => {
    const { values } = parseArgs({ args: [...args], options: { json: { type: 'boolean' } } });
    return withMarketplace(console, async (marketplace) => {
      const staff = await castStaff(marketplace);
      const app = apiAppOf(marketplace);
      const login = (email: string | null) => ({ email: email ?? '', password: DEMO_PASSWORD });
      try {
        await walkJourney(async (request) => app.fetch(request), 'http://pilotage.local', { operator: login(staff.operator.email), hub: login(staff.hub.email), creator: login(staff.creator.email) }, randomUUID(), (proof) => {
          if (values.json === true) console.out(printLine(proof));
          else console.out([`${String(proof.step).padStart(2)}. ${proof.title}`, ...proof.proved.map((claim) => `      ✓ ${claim}`)].join('\n'));
        });
      } catch (error) {
        if (!(error instanceof NotProved)) throw error;
        console.err(error.message);
        return 1;
      }
      return 0;
    });
  },
};
