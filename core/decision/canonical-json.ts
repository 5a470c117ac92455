/**
 * JSON with sorted keys, bigint as decimal strings and absent keys dropped: one text for one value, on any machine.
 * Stored decisions are compared by it on replay, so it must not depend on the order in which objects were built.
 */
export function canonicalJson(value: unknown): string {
  if (value === undefined) return 'null';
  if (typeof value === 'bigint') return JSON.stringify(value.toString());
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  // Every decision is written and compared through here, so it builds one text and no lists of pairs.
  let text = '';
  for (const key of Object.keys(value).sort()) {
    const field: unknown = Reflect.get(value, key);
    if (field !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(field)}`;
  }
  return `{${text}}`;
}
