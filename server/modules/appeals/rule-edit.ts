import { parseDocument } from 'yaml';
import { canonicalJson } from '#core/decision/canonical-json.ts';
import type { IdOf } from '#core/ids/id.ts';
import type { Rule } from '#core/screening/rule-pack.ts';
import { draftBase } from '#server/modules/editions/rule-drafts.ts';
import { recordEvent } from '#server/platform/events.ts';
import type { Context } from '#server/platform/operation.ts';
import { writeRuleText } from '#server/platform/packs/rule-text.ts';
import type { AppealRow } from './store.ts';

/** A rule that an appeal showed to be wrong goes into the draft that gathers such rules, with the appeal's words above it. */

/** The draft of appeals that is open now, or a new one. */
export async function proposeRuleEdit(context: Context, rule: Rule, appeal: AppealRow, reason: string): Promise<IdOf<'edition'>> {
  const { tx, at, ids, actor } = context;
  const open = await tx.selectFrom('edition').select(['id', 'text']).where('kind', '=', 'rules').where('state', '=', 'draft').where('note', '=', NOTE).orderBy('id', 'desc').limit(1).forUpdate().executeTakeFirst();
  if (open !== undefined) {
    await tx.updateTable('edition').set({ text: withRule(open.text ?? '', rule, appeal, reason) }).where('id', '=', open.id).execute();
    return open.id;
  }
  const id = ids.next('edition', at);
  const name = `${at.toISOString().slice(0, 10)}-appeals-${id.slice(-4)}`;
  const base = await draftBase(context);
  await tx.insertInto('edition').values({ id, kind: 'rules', name, base: base.edition, state: 'draft', changes: canonicalJson([]), text: withRule('', rule, appeal, reason), note: NOTE, draftedBy: actor.name, draftedAt: at }).execute();
  await recordEvent(context, { kind: 'rules_drafted', subject: id, data: { name, rules: 1 } });
  return id;
}

const NOTE = '申诉带出的规则修改 · Rules that appeals showed to need an edit';

/** The draft with the rule in it as it stands, ready to be edited; a rule that is in it already gets the words alone. */
function withRule(text: string, rule: Rule, appeal: AppealRow, reason: string): string {
  const said = [appeal.words, reason].map((words) => words.replaceAll(/\s+/g, ' '));
  const comment = `# ${rule.id}, ${appeal.id}: ${said[0] ?? ''} | ${said[1] ?? ''}`;
  const held: unknown = text.trim() === '' ? {} : parseDocument(text).toJS();
  const listed = typeof held === 'object' && held !== null && 'rules' in held && Array.isArray(held.rules) ? held.rules : [];
  if (listed.some((one: unknown) => typeof one === 'object' && one !== null && 'id' in one && one.id === rule.id)) return `${comment}\n${text}`;
  const written = writeRuleText([rule]);
  const block = written.replace(/^rules:\n/, '');
  return text.trim() === '' ? `${comment}\n${written}` : `${comment}\n${text.replace(/^rules:\s*\n/m, (found) => `${found}${block}`)}`;
}
