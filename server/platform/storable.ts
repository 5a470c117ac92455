/**
 * What can never be stored: PostgreSQL keeps no null byte in a text and no half of a surrogate pair in JSON, and nothing
 * of ours nests deeper than a few levels. Found before a command runs, so that the answer names the field.
 */

const DEPTH_MAX = 64;

/** Where a value from outside cannot be stored, and why; null when all of it can. Walks without recursion, however deep the value is. */
export function findUnstorable(value: unknown): Readonly<{ field: string; detail: string }> | null {
  const open: { path: readonly string[]; value: unknown }[] = [{ path: [], value }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { path } = next;
    const detail = typeof next.value === 'string' ? textFault(next.value) : null;
    if (detail !== null) return { field: path.join('.'), detail };
    if (typeof next.value !== 'object' || next.value === null || next.value instanceof Uint8Array) continue;
    if (path.length >= DEPTH_MAX) return { field: path.slice(0, 3).join('.'), detail: `expected at most ${DEPTH_MAX} levels` };
    for (const [key, inner] of Object.entries(next.value)) {
      const fault = textFault(key);
      if (fault !== null) return { field: path.join('.'), detail: `${fault} (in a name)` };
      open.push({ path: [...path, key], value: inner });
    }
  }
  return null;
}

function textFault(text: string): string | null {
  if (text.includes('\u0000')) return 'expected text without null characters';
  return text.isWellFormed() ? null : 'expected well-formed Unicode; half of a surrogate pair stands alone';
}
