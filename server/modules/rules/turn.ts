import { canonicalJson } from '#core/decision/canonical-json.ts';
import type { MerchantId } from '#core/ids/id.ts';
import type { LocalText } from '#core/market/market.ts';
import { packOfRules, rulesTurningOn } from '#core/screening/rule-changes.ts';
import type { RulePack } from '#core/screening/rule-pack.ts';
import { editionFor, ruleHead, rulesAt, rulesFor } from '#server/modules/editions/rule-editions.ts';
import { allTouched, reachOf, redecide, type Redecided, type Shift } from '#server/modules/editions/touched-products.ts';
import { recordEvent } from '#server/platform/events.ts';
import type { Context } from '#server/platform/operation.ts';

/** What a new day does to verdicts: rules that begin or end on it, and nothing else, decide again what they touch. */

const DAY_KEY = 'screening_day';
const DAY_MS = 86_400_000;

/** Brings verdicts to today. Days on which it did not run are made up for in one go; running it again the same day does nothing. */
export async function turnRules(context: Context): Promise<Redecided> {
  const today = context.at.toISOString().slice(0, 10);
  const last = await lastDay(context);
  if (last === null || last >= today) return { decided: 0, flips: 0 };
  const done = await turn(context, last, today);
  const value = canonicalJson(today);
  await context.tx.insertInto('setting').values({ key: DAY_KEY, value }).onConflict((conflict) => conflict.column('key').doUpdateSet({ value })).execute();
  if (done.decided > 0) await recordEvent(context, { kind: 'rules_turned', subject: DAY_KEY, data: { day: today, decided: done.decided, changed: done.flips } });
  return done;
}

/** The day verdicts were last brought to; before the first time, the day of the oldest one; null while there are none. */
async function lastDay({ tx }: Context): Promise<string | null> {
  const row = await tx.selectFrom('setting').select('value').where('key', '=', DAY_KEY).forUpdate().executeTakeFirst();
  if (row !== undefined) return String(row.value);
  const oldest = await tx.selectFrom('verdict').select((select) => select.fn.min('at').as('at')).where('supersededAt', 'is', null).executeTakeFirst();
  return oldest?.at === null || oldest?.at === undefined ? null : oldest.at.toISOString().slice(0, 10);
}

async function turn(context: Context, last: string, today: string): Promise<Redecided> {
  const { tx, system } = context;
  const days = daysAfter(last, today);
  const head = await ruleHead(tx, system.packs);
  const packs = [await rulesFor(tx, system.packs, null), await rulesAt(tx, system.packs, head.name)].filter((pack) => pack !== null);
  const turning = new Map(packs.map((pack) => [pack.edition, packOfRules(pack, rulesTurningOn(pack, days))]));
  if ([...turning.values()].every((pack) => pack.rules.length === 0)) return { decided: 0, flips: 0 };
  const shiftOf = async (merchantId: MerchantId): Promise<Shift | null> => {
    const rules = turning.get(editionFor(head, merchantId));
    return rules === undefined || rules.rules.length === 0 ? null : { before: { rules, day: last }, after: { rules, day: today } };
  };
  const touched = await allTouched(context, shiftOf, reachOf([...turning.values()]));
  return redecide(context, touched, (ruleId) => causeOf(ruleId, packs, today));
}

function daysAfter(last: string, today: string): ReadonlySet<string> {
  const days = new Set<string>();
  for (let time = Date.parse(last) + DAY_MS; time <= Date.parse(today); time += DAY_MS) days.add(new Date(time).toISOString().slice(0, 10));
  return days;
}

function causeOf(ruleId: string, packs: readonly RulePack[], today: string): LocalText {
  const rule = packs.flatMap((pack) => pack.rules).find((one) => one.id === ruleId);
  if (rule?.until !== null && rule?.until !== undefined && rule.until <= today) return { 'zh-Hans': `规则 ${ruleId} 自 ${rule.until} 失效`, 'zh-Hant': `規則 ${ruleId} 自 ${rule.until} 失效`, en: `rule ${ruleId} ended on ${rule.until}` };
  const from = rule?.from ?? today;
  return { 'zh-Hans': `规则 ${ruleId} 自 ${from} 生效`, 'zh-Hant': `規則 ${ruleId} 自 ${from} 生效`, en: `rule ${ruleId} in force from ${from}` };
}
