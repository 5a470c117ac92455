import { z } from 'zod';
import { productFacts } from '#contract/product-facts.ts';
import { ok, refuse, type Result } from '#core/result.ts';

/** What a merchant may answer: a value of the shape that the fact has in the contract. A fact the contract does not name takes any scalar. */

type Nested = { [key: string]: Nested | unknown };

function nest(path: readonly string[], value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  const nested: Nested = { [key]: nest(rest, value) };
  return nested;
}

/** `37`, `true` and `null` typed into a form are what they look like. */
function fromText(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  if (/^-?\d+(\.\d+)?$/.test(value.trim())) return Number(value);
  if (value === 'true') return true;
  return value === 'false' ? false : value;
}

/** `battery.wattHours` alone is checked as part of a battery whose kind is not asked again. */
const battery = productFacts.shape.battery.unwrap().unwrap().partial();
const shape = productFacts.extend({ battery: battery.nullish() });

/** Checks an answer against the fact's shape; tries the value as it is, then as the number or truth it spells. Fails with `invalid_input`. */
export function checkFact(fact: string, value: unknown): Result<unknown> {
  const path = fact.split('.');
  for (const candidate of [value, fromText(value)]) {
    const parsed = shape.safeParse(nest(path, candidate));
    if (parsed.success) return ok(candidate);
  }
  const error = shape.safeParse(nest(path, fromText(value))).error;
  return refuse('invalid_input', { detail: error instanceof z.ZodError ? (error.issues[0]?.message ?? 'not a value of this fact') : 'not a value of this fact', value: String(value) }, fact);
}
