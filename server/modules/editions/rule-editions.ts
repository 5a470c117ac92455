import type { MerchantId } from '#core/ids/id.ts';
import { isInShare, WHOLE_SHARE_PPM } from '#core/screening/edition-share.ts';
import type { RulePack } from '#core/screening/rule-pack.ts';
import type { Tx } from '#server/platform/database/connection.ts';
import type { Packs } from '#server/platform/packs/packs.ts';
import { readRuleText } from '#server/platform/packs/rule-text.ts';
import { loadRulePack, RulePackError } from '#server/platform/packs/rules.ts';

/** The rules in force for a merchant, and those of any edition that a verdict was ever made under. */

/** The newest published edition and the share of merchants it is for. `base` is null where it is the one that ships. */
export type RuleHead = Readonly<{ name: string; base: string | null; sharePpm: number }>;

export async function ruleHead(tx: Tx, packs: Packs): Promise<RuleHead> {
  const row = await tx.selectFrom('edition').select(['name', 'base', 'sharePpm']).where('kind', '=', 'rules').where('state', '=', 'published').orderBy('publishedAt', 'desc').orderBy('id', 'desc').limit(1).executeTakeFirst();
  return row ?? { name: packs.rules.edition, base: null, sharePpm: WHOLE_SHARE_PPM };
}

/** The edition of a merchant: the newest one, or what it is based on while that one is for a share without this merchant. */
export function editionFor(head: RuleHead, merchantId: MerchantId | null): string {
  if (head.base === null) return head.name;
  const whole = head.sharePpm >= WHOLE_SHARE_PPM;
  return whole || (merchantId !== null && isInShare(merchantId, head.name, head.sharePpm)) ? head.name : head.base;
}

/** The rules a merchant's products are decided under; without a merchant, those in force for everybody. */
export async function rulesFor(tx: Tx, packs: Packs, merchantId: MerchantId | null): Promise<RulePack> {
  const name = editionFor(await ruleHead(tx, packs), merchantId);
  const pack = await rulesAt(tx, packs, name);
  if (pack === null) throw new Error(`the rule edition in force, ${name}, is not here`);
  return pack;
}

/** Editions by name. They never change, so what was read once stays right. */
const READ = new WeakMap<Packs, Map<string, RulePack>>();

/** The rules as they stood under an edition: shipped, published here, or taken back since. Null when no such edition is here. */
export async function rulesAt(tx: Tx, packs: Packs, edition: string): Promise<RulePack | null> {
  if (edition === packs.rules.edition) return packs.rules;
  const read = READ.get(packs) ?? new Map<string, RulePack>();
  READ.set(packs, read);
  const known = read.get(edition) ?? (await readPublished(tx, packs, edition)) ?? readShipped(edition);
  if (known !== null) read.set(edition, known);
  return known;
}

async function readPublished(tx: Tx, packs: Packs, edition: string): Promise<RulePack | null> {
  const row = await tx.selectFrom('edition').select(['base', 'text']).where('kind', '=', 'rules').where('name', '=', edition).where('state', '<>', 'draft').executeTakeFirst();
  const base = row === undefined ? null : await rulesAt(tx, packs, row.base);
  if (row === undefined || base === null) return null;
  const reading = readRuleText(row.text ?? '', base, edition);
  if (!reading.ok) throw new Error(`published edition ${edition} can no longer be read: ${reading.problems[0]?.message ?? ''}`);
  return reading.value.pack;
}

function readShipped(edition: string): RulePack | null {
  try {
    return loadRulePack({ edition });
  } catch (error) {
    if (error instanceof RulePackError) return null;
    throw error;
  }
}
