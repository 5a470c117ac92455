import { z } from 'zod';
import { route } from './route.ts';
import { day, idOf, instant, localText, market, moneyShape, none } from './shapes.ts';

/** Dated, immutable editions of tariffs and rules. A draft shows what it would change before it is published. */

const sourceText = z.string().trim().min(5, 'name the legal text or notice').max(300);

/** One change against the edition in force: the rate of an additional duty from a day on, or the column 1 rate of a line. */
export const tariffChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('programme_rate'), heading: z.string().min(4).max(40), ratePpm: z.number().int().min(0).max(10_000_000), from: day, source: sourceText }),
  z.object({ kind: z.literal('line_rate'), hts: z.string().regex(/^[\d.]{8,13}$/, 'expected 8 or 10 digits, such as 6109.10.00'), rate: z.string().trim().min(1).max(60), source: sourceText }),
]);
export type TariffChange = z.output<typeof tariffChange>;

const sharePpm = z.number().int().min(1, 'expected at least one merchant in a million').max(1_000_000);

/** `changes` are those of a tariff edition; the rules of a rule edition stand in `text`, written like a file of the pack. */
export const edition = z.object({
  id: idOf('edition'), kind: z.enum(['tariffs', 'rules']), name: z.string(), base: z.string(), state: z.enum(['draft', 'published', 'withdrawn']),
  changes: z.array(tariffChange), text: z.string().nullable(), note: z.string(), sharePpm: z.number().int(), draftedBy: z.string(), draftedAt: z.string(), publishedAt: z.string().nullable(), withdrawnAt: z.string().nullable(),
});

/**
 * What changes of a tariff do to stored prices, as of the moment from which all of them hold: of `checked` prices `touched` can be reached,
 * listings come out otherwise, are held, of those some for their floor price, or can sell again. Samples show what goes off first, then the dearest rise.
 */
export const impact = z.object({
  at: instant, checked: z.number().int(), touched: z.number().int(), changed: z.number().int(), held: z.number().int(), belowFloor: z.number().int(), reopened: z.number().int(), merchants: z.number().int(),
  buyerDelta: z.array(moneyShape), payoutDelta: moneyShape,
  samples: z.array(z.object({
    listingId: idOf('listing'), productId: idOf('product'), title: z.string(), ownTitle: z.string(), market, before: moneyShape.nullable(), after: moneyShape.nullable(),
    payoutBefore: moneyShape.nullable(), payoutAfter: moneyShape.nullable(), belowFloor: z.boolean(), why: localText,
    lines: z.array(z.object({ label: localText, before: moneyShape.nullable(), after: moneyShape.nullable() })),
  })),
});

/** A duty on top of column 1 that is in force, as scenarios name it. */
export const programme = z.object({ heading: z.string(), code: z.string(), name: localText, ratePpm: z.number().int(), from: day });

const editionParams = z.object({ editionId: idOf('edition') });

export const listEditions = route({
  id: 'listEditions', method: 'GET', path: '/operator/editions', audience: 'operator', summary: 'Every edition: those that ship with the packs and those drafted here.',
  params: none, query: none, body: none,
  reply: z.object({ packs: z.array(z.object({ kind: z.string(), name: z.string(), entries: z.number().int(), current: z.boolean() })), items: z.array(edition), rulesInForce: z.string(), programmes: z.array(programme) }),
});
/** What the linter finds in a draft of rules: problems with their lines, or the rules it changes. */
export const ruleReading = z.object({
  problems: z.array(z.object({ line: z.number().int(), place: z.string(), message: z.string() })),
  touches: z.array(z.object({ ruleId: z.string(), change: z.enum(['added', 'changed', 'withdrawn']) })),
});

const flip = z.object({ productId: idOf('product'), listingId: idOf('listing'), merchantId: idOf('merchant'), shopName: z.string(), title: z.string(), market, before: z.string(), after: z.string(), ruleId: z.string(), live: z.boolean() });
const trade = z.object({ orders: z.number().int(), amounts: z.array(moneyShape) });

/** A replay of the catalogue and the last 90 days of orders under a draft. It runs in slices; `done` of `total` products and order lines are behind it. */
export const editionReplay = z.object({
  id: idOf('replay'), state: z.enum(['running', 'done']), done: z.number().int(), total: z.number().int(), sharePpm: z.number().int(), at: z.string(), fresh: z.boolean(),
  touched: z.number().int(), flips: z.number().int(), closes: z.number().int(), opens: z.number().int(), goesLive: z.number().int(), goesOff: z.number().int(), merchants: z.number().int(),
  byRule: z.array(z.object({ ruleId: z.string(), flips: z.number().int() })),
  byMerchant: z.array(z.object({ merchantId: idOf('merchant'), shopName: z.string(), flips: z.number().int() })),
  trade, samples: z.array(flip),
});

export const draftEdition = route({
  id: 'draftEdition', method: 'POST', path: '/operator/editions', audience: 'operator', summary: 'Drafts a tariff edition as changes to the one in force.',
  params: none, query: none, body: z.object({ name: z.string().trim().min(3).max(60), note: z.string().trim().max(500).default(''), changes: z.array(tariffChange).min(1).max(500) }),
  reply: edition, errors: ['name_taken', 'invalid_change'],
});
export const previewEdition = route({
  id: 'previewEdition', method: 'GET', path: '/operator/editions/{editionId}/impact', audience: 'operator', summary: 'What publishing a draft would change, over every live and held listing.',
  params: editionParams, query: none, body: none, reply: impact, errors: ['not_found'],
});
export const listTariffProgrammes = route({
  id: 'listTariffProgrammes', method: 'GET', path: '/merchant/tariff-programmes', audience: 'merchant', summary: 'The additional duties in force, for asking what would change.',
  params: none, query: none, body: none, reply: z.object({ items: z.array(programme) }),
});
export const runTariffScenario = route({
  id: 'runTariffScenario', method: 'POST', path: '/merchant/tariff-scenario', audience: 'merchant', command: false, summary: 'What changes of the tariff would do to the prices of my shop. Nothing is stored.',
  params: none, query: none, body: z.object({ changes: z.array(tariffChange).min(1).max(20) }), reply: impact, errors: ['invalid_change'],
});
const published = z.object({ edition, changed: z.number().int(), decided: z.number().int() });
export const publishEdition = route({
  id: 'publishEdition', method: 'POST', path: '/operator/editions/{editionId}/publication', audience: 'operator', summary: 'Publishes a draft, rules for a share of merchants first if wished, and decides again what it touches: `changed` quotes or verdicts of `decided` products.',
  params: editionParams, query: none, body: z.object({ sharePpm: sharePpm.default(1_000_000) }), reply: published, idempotent: true, errors: ['not_found', 'wrong_state', 'pack_error'],
});
export const getEdition = route({
  id: 'getEdition', method: 'GET', path: '/operator/editions/{editionId}', audience: 'operator', summary: 'One edition: of rules with what the linter says and its last replay.',
  params: editionParams, query: none, body: none, reply: z.object({ edition, reading: ruleReading.nullable(), replay: editionReplay.nullable(), inForce: z.boolean() }), errors: ['not_found'],
});
const ruleText = z.string().max(200_000);
export const lintRules = route({
  id: 'lintRules', method: 'POST', path: '/operator/editions/rules/lint', audience: 'operator', command: false, summary: 'Checks the text of a draft of rules against the edition in force. Nothing is stored.',
  params: none, query: none, body: z.object({ text: ruleText }), reply: ruleReading,
});
export const draftRules = route({
  id: 'draftRules', method: 'POST', path: '/operator/editions/rules', audience: 'operator', summary: 'Drafts an edition of the rules on the one in force: `rules` that replace or add, `withdraw` with ids. An unfinished draft is kept with its problems.',
  params: none, query: none, body: z.object({ name: z.string().trim().min(3).max(60), note: z.string().trim().max(500).default(''), text: ruleText }), reply: z.object({ edition, reading: ruleReading }), errors: ['name_taken'],
});
export const editRules = route({
  id: 'editRules', method: 'PUT', path: '/operator/editions/{editionId}/text', audience: 'operator', summary: 'Rewrites a draft of rules.',
  params: editionParams, query: none, body: z.object({ text: ruleText, note: z.string().trim().max(500).optional() }), reply: z.object({ edition, reading: ruleReading }), errors: ['not_found', 'wrong_state'],
});
export const replayEdition = route({
  id: 'replayEdition', method: 'POST', path: '/operator/editions/{editionId}/replay', audience: 'operator', summary: 'Replays the catalogue and the last 90 days of orders under a draft of rules, a slice a call: call again until it is done. A replay whose draft, base or share has changed begins anew.',
  params: editionParams, query: none, body: z.object({ sharePpm: sharePpm.default(1_000_000), again: z.boolean().default(false) }), reply: editionReplay, errors: ['not_found', 'wrong_state', 'pack_error'],
});
export const widenEdition = route({
  id: 'widenEdition', method: 'PUT', path: '/operator/editions/{editionId}/share', audience: 'operator', summary: 'Changes the share of merchants a published edition of rules is for, and decides again what that touches.',
  params: editionParams, query: none, body: z.object({ sharePpm }), reply: published, idempotent: true, errors: ['not_found', 'wrong_state'],
});
export const withdrawEdition = route({
  id: 'withdrawEdition', method: 'POST', path: '/operator/editions/{editionId}/withdrawal', audience: 'operator', summary: 'Takes back the newest edition of the rules; what it had changed is decided again under the one before.',
  params: editionParams, query: none, body: none, reply: published, idempotent: true, errors: ['not_found', 'wrong_state'],
});
