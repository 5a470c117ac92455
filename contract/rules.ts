import { z } from 'zod';
import { CONFIDENCES, RULE_OUTCOMES } from '#core/screening/rule-pack.ts';
import { route } from './route.ts';
import { localText, market, none } from './shapes.ts';

/** The rule pack as anybody may read it: what may not be sold where, and why. */

export const rule = z.object({
  id: z.string(), agency: z.string(), markets: z.array(market), categories: z.array(z.string()).nullable(), outcome: z.enum(RULE_OUTCOMES), confidence: z.enum(CONFIDENCES), from: z.string().nullable(), until: z.string().nullable(), inForce: z.boolean(),
  message: localText, fix: localText, citation: z.string(), sourceUrl: z.string().nullable(), asOf: z.string().nullable(), evidence: z.array(z.object({ kind: z.string(), name: localText })), evidenceMode: z.enum(['all', 'any']),
  words: z.array(z.string()),
});

export const listRules = route({
  id: 'listRules', method: 'GET', path: '/public/rules', audience: 'public', summary: 'The rules in force for a market, by agency: what may not be sold there, why, and what unlocks it.', params: none,
  query: z.object({ market, agency: z.string().max(30).optional(), category: z.string().max(20).optional(), outcome: z.enum(RULE_OUTCOMES).optional(), search: z.string().max(100).optional() }), body: none,
  reply: z.object({ edition: z.string(), agencies: z.array(z.object({ agency: z.string(), name: localText, rules: z.number().int() })), items: z.array(rule) }),
});
export const getRuleText = route({
  id: 'getRuleText', method: 'GET', path: '/operator/rules/{ruleId}/text', audience: 'operator', summary: 'A rule of the edition in force as a draft writes it: where an edit begins.', params: z.object({ ruleId: z.string().max(60).regex(/^[A-Z]{2,5}(?:-[A-Z0-9]+)+$/, 'expected the id of a rule, such as US-CPSC-070') }), query: none, body: none,
  reply: z.object({ ruleId: z.string(), edition: z.string(), text: z.string() }), errors: ['not_found'],
});
