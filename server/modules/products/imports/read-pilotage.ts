import { productInput } from '#contract/product-facts.ts';
import type { ImportRow } from './import-row.ts';

/** The project's own format: one product a line, as in the contract of product facts. */
export function readPilotage(text: string): ImportRow[] {
  return text.replace(/^\uFEFF/, '').split(/\r?\n/).flatMap((content, index) => (content.trim() === '' ? [] : [readLine(content, index + 1)]));
}

function readLine(content: string, line: number): ImportRow {
  let raw: unknown;
  try {
    raw = JSON.parse(content);
  } catch (cause) {
    return { ok: false, line, id: null, field: null, code: 'invalid_json', message: cause instanceof Error ? cause.message : 'not JSON' };
  }
  const parsed = productInput.safeParse(raw);
  if (parsed.success) return { ok: true, line, product: parsed.data };
  const issue = parsed.error.issues[0];
  const id = typeof raw === 'object' && raw !== null && 'id' in raw && typeof raw.id === 'string' ? raw.id : null;
  return { ok: false, line, id, field: issue?.path.map(String).join('.') ?? null, code: 'invalid_input', message: issue?.message ?? 'does not have the expected shape' };
}
