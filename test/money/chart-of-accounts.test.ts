import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { postedAccounts, eventsTable } from './events-table.ts';

const DOCUMENT = readFileSync(join(import.meta.dirname, '../../docs/CHART-OF-ACCOUNTS.md'), 'utf8');

test('the table of events that a bookkeeper reads is what the code posts', () => {
  const [, written = ''] = /<!-- events -->\n([\s\S]*?)<!-- end of events -->/.exec(DOCUMENT) ?? [];
  expect(written.trim()).toBe(eventsTable().trim());
});

test('every account that an event posts to is in the chart', () => {
  const listed = [...DOCUMENT.matchAll(/`([a-z_<>: ]+)`/g)].map((match) => match[1] ?? '');
  for (const account of postedAccounts()) expect([account, listed.includes(account)]).toEqual([account, true]);
});
