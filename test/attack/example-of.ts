import { z } from 'zod';

/** Inputs made from the contract itself: one that fits a schema, and many that nearly do. */

type Json = Readonly<Record<string, unknown>>;

/** Texts for the patterns of the contract; the first that fits is taken. */
const TEXTS = ['sample', '9900', 'CN', '9404.90.20', 'US-9610-A', 'weightGrams'];
const FORMATS: Readonly<Record<string, string>> = { email: 'attack@demo.example', date: '2026-11-23', 'date-time': '2026-11-23T08:00:00Z' };

/** A value that fits a schema. `known` gives values for names, such as the ids of things that exist. */
export function exampleOf(schema: z.ZodType, known: Json = {}): unknown {
  return build(toJson(schema), '', known);
}

function toJson(schema: z.ZodType): Json {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function build(schema: Json, name: string, known: Json): unknown {
  if (Object.hasOwn(known, name)) return known[name];
  if ('const' in schema) return schema['const'];
  for (const list of ['anyOf', 'oneOf', 'allOf'] as const) {
    const options = schema[list];
    if (Array.isArray(options)) return build(options.find((one) => isJson(one) && one['type'] !== 'null') ?? {}, name, known);
  }
  if (Array.isArray(schema['enum'])) return schema['enum'][0];
  switch (schema['type']) {
    case 'object': return buildObject(schema, known);
    case 'array': return Array.from({ length: Math.max(1, Number(schema['minItems'] ?? 0)) }, () => build(isJson(schema['items']) ? schema['items'] : {}, name, known));
    case 'integer': case 'number': return Math.max(1, Number(schema['minimum'] ?? 1));
    case 'boolean': return true;
    case 'string': return buildText(schema);
    default: return 'sample';
  }
}

function buildObject(schema: Json, known: Json): Json {
  const properties = isJson(schema['properties']) ? schema['properties'] : {};
  return Object.fromEntries(Object.entries(properties).map(([name, inner]) => [name, build(isJson(inner) ? inner : {}, name, known)]));
}

function buildText(schema: Json): string {
  const { example, format, pattern } = schema;
  if (typeof example === 'string') return example;
  if (typeof format === 'string' && FORMATS[format] !== undefined) return FORMATS[format];
  const fitting = typeof pattern === 'string' ? TEXTS.find((text) => new RegExp(pattern).test(text)) : undefined;
  return (fitting ?? 'sample').padEnd(Number(schema['minLength'] ?? 0), 'x');
}

/** What nobody should send in place of a value. */
const WRONG: readonly unknown[] = [null, '', 'x'.repeat(9_000), -1, 1e308, 0.5, true, [], {}, [[[]]], '９９', '%', "' or 1=1 --", '\u202E'];

/**
 * A fitting value with one thing wrong in it, for each field at every depth: left out, or replaced by what nobody should send.
 * Fields take turns with the wrong values, two each, so that every value stands in many places without standing in all.
 */
export function spoiled(value: unknown): readonly Readonly<{ what: string; value: unknown }>[] {
  let turn = 0;
  const spoil = (whole: unknown, path: readonly string[]): { what: string; value: unknown }[] => {
    if (typeof whole !== 'object' || whole === null) return [];
    return Object.entries(whole).flatMap(([key, field]) => {
      const put = (replacement: unknown) => (Array.isArray(whole) ? whole.map((one, index) => (String(index) === key ? replacement : one)) : { ...whole, [key]: replacement });
      const at = [...path, key].join('.');
      const wrong = [WRONG[turn++ % WRONG.length], WRONG[turn++ % WRONG.length]];
      return [
        { what: `without ${at}`, value: put(undefined) },
        ...wrong.map((one) => ({ what: `${at} = ${JSON.stringify(one).slice(0, 20)}`, value: put(one) })),
        ...spoil(field, [...path, key]).map((inner) => ({ what: inner.what, value: put(inner.value) })),
      ];
    });
  };
  return spoil(value, []);
}
