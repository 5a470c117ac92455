import type { Selectable } from 'kysely';
import { z } from 'zod';
import { type edition, type ruleReading, tariffChange } from '#contract/editions.ts';
import type { RulePack } from '#core/screening/rule-pack.ts';
import type { RuleTextReading } from '#server/platform/packs/rule-text.ts';
import type { EditionTable } from '#server/platform/database/screening-tables.ts';

export type Edition = z.output<typeof edition>;
export type RuleReading = z.output<typeof ruleReading>;
export type EditionRow = Selectable<EditionTable>;

export function presentEdition(row: EditionRow): Edition {
  return {
    id: row.id, kind: row.kind === 'rules' ? 'rules' : 'tariffs', name: row.name, base: row.base, state: row.state, changes: row.kind === 'rules' ? [] : z.array(tariffChange).parse(row.changes), text: row.text, note: row.note, sharePpm: row.sharePpm,
    draftedBy: row.draftedBy, draftedAt: row.draftedAt.toISOString(), publishedAt: row.publishedAt?.toISOString() ?? null, withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
  };
}

/** What the linter says of a draft: its problems, or the rules it touches. */
export function presentReading(reading: RuleTextReading, base: RulePack): RuleReading {
  if (!reading.ok) return { problems: [...reading.problems], touches: [] };
  const known = new Set(base.rules.map((rule) => rule.id));
  const { rules, withdraw } = reading.value.changes;
  return {
    problems: [],
    touches: [...rules.map((rule) => ({ ruleId: rule.id, change: known.has(rule.id) ? ('changed' as const) : ('added' as const) })), ...withdraw.map((ruleId) => ({ ruleId, change: 'withdrawn' as const }))],
  };
}
