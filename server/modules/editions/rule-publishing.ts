import { sql } from 'kysely';
import type { IdOf, MerchantId } from '#core/ids/id.ts';
import type { LocalText } from '#core/market/market.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import { WHOLE_SHARE_PPM } from '#core/screening/edition-share.ts';
import { differingRules } from '#core/screening/rule-changes.ts';
import type { RulePack } from '#core/screening/rule-pack.ts';
import { recordEvent } from '#server/platform/events.ts';
import type { Context } from '#server/platform/operation.ts';
import { presentEdition, type Edition, type EditionRow } from './present.ts';
import { draftBase, loadDraft, packOfDraft } from './rule-drafts.ts';
import { editionFor, ruleHead, rulesAt, type RuleHead } from './rule-editions.ts';
import { allTouched, reachOf, redecide, shiftOfRules, type Redecided, type Shift, type ShiftOf } from './touched-products.ts';

/** Publishing rules, for all merchants or a share first, and taking them back: each decides again exactly what it touches. */

type Published = Readonly<{ edition: Edition; changed: number; decided: number }>;

/** What moves for each merchant when one head follows another. Packs are found by name; shifts are made once for each pair of editions. */
export function shiftBetween(before: RuleHead, after: RuleHead, packAt: (name: string) => Promise<RulePack>, day: string): ShiftOf {
  const shifts = new Map<string, Shift | null>();
  return async (merchantId: MerchantId) => {
    const one = editionFor(before, merchantId);
    const other = editionFor(after, merchantId);
    if (one === other) return null;
    const key = `${one}\n${other}`;
    if (!shifts.has(key)) {
      const [from, to] = [await packAt(one), await packAt(other)];
      shifts.set(key, shiftOfRules(from, to, differingRules(from, to), day));
    }
    return shifts.get(key) ?? null;
  };
}

/** Finds editions by name, a draft among them. */
export function packsBy({ tx, system }: Context, draft: RulePack | null): (name: string) => Promise<RulePack> {
  return async (name) => {
    const pack = draft?.edition === name ? draft : await rulesAt(tx, system.packs, name);
    if (pack === null) throw new Error(`the rule edition ${name} is not here`);
    return pack;
  };
}

/** While an edition is for a share only, it is widened or taken back before another follows. Fails with `wrong_state`. */
export function mayFollow(head: RuleHead): Result<null> {
  return head.sharePpm < WHOLE_SHARE_PPM ? refuse('wrong_state', { state: `${head.name} for a share of merchants`, move: 'publish another edition' }) : ok(null);
}

/** One edition moves at a time: two drafts published side by side would each be read against rules that the other changes. */
async function holdHead({ tx }: Context): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('rule editions'))`.execute(tx);
}

/** Publishes a draft of rules. Fails with `not_found`, `wrong_state`, `pack_error`. */
export async function publishRules(context: Context, id: IdOf<'edition'>, sharePpm: number): Promise<Result<Published>> {
  await holdHead(context);
  const found = await loadDraft(context, id, 'publish');
  if (!found.ok) return found;
  const before = await ruleHead(context.tx, context.system.packs);
  const free = mayFollow(before);
  if (!free.ok) return free;
  const base = await draftBase(context);
  const pack = packOfDraft(found.value, base);
  if (!pack.ok) return pack;
  const after: RuleHead = { name: found.value.name, base: base.edition, sharePpm };
  const touched = await touchedBetween(context, before, after, base, pack.value);
  const row = await context.tx.updateTable('edition').set({ state: 'published', publishedAt: context.at, base: base.edition, sharePpm }).where('id', '=', id).returningAll().executeTakeFirstOrThrow();
  const done = await redecide(context, touched, causeOfRule(row.name));
  await recordEvent(context, { kind: 'rules_published', subject: id, data: { name: row.name, changed: done.flips, decided: done.decided, percent: sharePpm / 10_000 } });
  return answer(context, row, done);
}

async function touchedBetween(context: Context, before: RuleHead, after: RuleHead, one: RulePack, other: RulePack) {
  const ids = differingRules(one, other);
  const reach = reachOf([one, other].map((pack) => ({ ...pack, rules: pack.rules.filter((rule) => ids.includes(rule.id)) })));
  const packAt = packsBy(context, [one, other].find((pack) => pack.edition === after.name) ?? null);
  return allTouched(context, shiftBetween(before, after, packAt, context.at.toISOString().slice(0, 10)), reach);
}

/** Changes the share of merchants the newest edition is for. Fails with `not_found`, `wrong_state`. */
export async function widenEdition(context: Context, id: IdOf<'edition'>, sharePpm: number): Promise<Result<Published>> {
  return moveHead(context, id, 'widen', (head) => ({ ...head, sharePpm }), { sharePpm }, 'rules_widened');
}

/** Takes the newest edition back. Fails with `not_found`, `wrong_state`. */
export async function withdrawEdition(context: Context, id: IdOf<'edition'>): Promise<Result<Published>> {
  return moveHead(context, id, 'take back', (head) => ({ ...head, sharePpm: 0 }), { state: 'withdrawn', withdrawnAt: context.at }, 'rules_withdrawn');
}

type HeadEdit = Readonly<Partial<{ sharePpm: number; state: 'withdrawn'; withdrawnAt: Date }>>;

/** Moves the newest published edition: only it can be widened or taken back, for others rest on the ones before. */
async function moveHead(context: Context, id: IdOf<'edition'>, move: string, next: (head: RuleHead) => RuleHead, edit: HeadEdit, kind: 'rules_widened' | 'rules_withdrawn'): Promise<Result<Published>> {
  const { tx, system } = context;
  await holdHead(context);
  const row = await tx.selectFrom('edition').selectAll().where('id', '=', id).where('kind', '=', 'rules').forUpdate().executeTakeFirst();
  if (row === undefined) return refuse('not_found', { what: 'edition' });
  const head = await ruleHead(tx, system.packs);
  if (row.state !== 'published' || head.name !== row.name || head.base === null) return refuse('wrong_state', { state: row.state === 'published' ? 'followed by another edition' : row.state, move });
  const packAt = packsBy(context, null);
  const touched = await touchedBetween(context, head, next(head), await packAt(head.base), await packAt(head.name));
  const changed = await tx.updateTable('edition').set(edit).where('id', '=', id).returningAll().executeTakeFirstOrThrow();
  const done = await redecide(context, touched, kind === 'rules_withdrawn' ? causeOfWithdrawal(row.name) : causeOfRule(row.name));
  await recordEvent(context, { kind, subject: id, data: { name: row.name, changed: done.flips, decided: done.decided, percent: changed.sharePpm / 10_000 } });
  return answer(context, changed, done);
}

function answer({ system }: Context, row: EditionRow, { decided, flips }: Redecided): Result<Published> {
  system.metrics.decisions.inc({ kind: 'edition', outcome: row.state });
  return ok({ edition: presentEdition(row), changed: flips, decided });
}

/** The words by which listings say that a rule of an edition changed them. */
export function causeOfRule(edition: string): (ruleId: string) => LocalText {
  return (ruleId) => ({ 'zh-Hans': `规则 ${ruleId}（版本 ${edition}）`, 'zh-Hant': `規則 ${ruleId}（版本 ${edition}）`, en: `rule ${ruleId} (edition ${edition})` });
}

function causeOfWithdrawal(edition: string): (ruleId: string) => LocalText {
  return (ruleId) => ({ 'zh-Hans': `规则 ${ruleId}（撤回版本 ${edition}）`, 'zh-Hant': `規則 ${ruleId}（撤回版本 ${edition}）`, en: `rule ${ruleId} (edition ${edition} taken back)` });
}
