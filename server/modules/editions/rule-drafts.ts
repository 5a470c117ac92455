import { canonicalJson } from '#core/decision/canonical-json.ts';
import type { IdOf } from '#core/ids/id.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import type { RulePack } from '#core/screening/rule-pack.ts';
import { recordEvent } from '#server/platform/events.ts';
import type { Context } from '#server/platform/operation.ts';
import { readRuleText, type RuleTextReading } from '#server/platform/packs/rule-text.ts';
import { presentEdition, presentReading, type Edition, type EditionRow, type RuleReading } from './present.ts';
import { ruleHead, rulesAt } from './rule-editions.ts';

/** Drafts of rule editions: written like a file of the pack, linted as they are written. */

type Drafted = Readonly<{ edition: Edition; reading: RuleReading }>;

/** The newest edition: what a draft is read against. */
export async function draftBase({ tx, system }: Context): Promise<RulePack> {
  const head = await ruleHead(tx, system.packs);
  const base = await rulesAt(tx, system.packs, head.name);
  if (base === null) throw new Error(`the rule edition in force, ${head.name}, is not here`);
  return base;
}

/** What the linter says. Nothing is stored. */
export async function lintRules(context: Context, text: string): Promise<RuleReading> {
  const base = await draftBase(context);
  return presentReading(readRuleText(text, base, 'draft'), base);
}

/** Drafts an edition of the rules. Fails with `name_taken`. */
export async function draftRules(context: Context, input: Readonly<{ name: string; note: string; text: string }>): Promise<Result<Drafted>> {
  const { tx, at, actor, ids } = context;
  const base = await draftBase(context);
  const taken = await tx.selectFrom('edition').select('id').where('name', '=', input.name).executeTakeFirst();
  if (taken !== undefined || (await rulesAt(tx, context.system.packs, input.name)) !== null) return refuse('name_taken', { name: input.name }, 'name');
  const reading = presentReading(readRuleText(input.text, base, input.name), base);
  const row = await tx
    .insertInto('edition')
    .values({ id: ids.next('edition', at), kind: 'rules', name: input.name, base: base.edition, state: 'draft', changes: canonicalJson([]), text: input.text, note: input.note, draftedBy: actor.name, draftedAt: at })
    .returningAll()
    .executeTakeFirstOrThrow();
  await recordEvent(context, { kind: 'rules_drafted', subject: row.id, data: { name: input.name, rules: reading.touches.length } });
  return ok({ edition: presentEdition(row), reading });
}

/** Rewrites a draft. Fails with `not_found`, `wrong_state`. */
export async function editRules(context: Context, id: IdOf<'edition'>, input: Readonly<{ text: string; note?: string | undefined }>): Promise<Result<Drafted>> {
  const found = await loadDraft(context, id, 'edit');
  if (!found.ok) return found;
  const row = await context.tx.updateTable('edition').set({ text: input.text, ...(input.note !== undefined && { note: input.note }) }).where('id', '=', id).returningAll().executeTakeFirstOrThrow();
  const base = await draftBase(context);
  return ok({ edition: presentEdition(row), reading: presentReading(readRuleText(input.text, base, row.name), base) });
}

/** A draft of rules, locked. Fails with `not_found`, `wrong_state`. */
export async function loadDraft({ tx }: Context, id: IdOf<'edition'>, move: string): Promise<Result<EditionRow>> {
  const row = await tx.selectFrom('edition').selectAll().where('id', '=', id).where('kind', '=', 'rules').forUpdate().executeTakeFirst();
  if (row === undefined) return refuse('not_found', { what: 'edition' });
  return row.state === 'draft' ? ok(row) : refuse('wrong_state', { state: row.state, move });
}

/** The pack a draft makes. Fails with `pack_error`, naming the first problem and its line. */
export function packOfDraft(row: Pick<EditionRow, 'text' | 'name'>, base: RulePack): Result<RulePack> {
  const reading: RuleTextReading = readRuleText(row.text ?? '', base, row.name);
  if (reading.ok) return ok(reading.value.pack);
  const [first] = reading.problems;
  return refuse('pack_error', { detail: `line ${first?.line ?? 1}: ${first?.message ?? ''}`, problems: reading.problems.length }, 'text');
}
