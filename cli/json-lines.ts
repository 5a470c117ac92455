import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import type { z } from 'zod';
import { canonicalJson } from '#core/decision/canonical-json.ts';
import { UsageError, type Console, type ExitCode } from './command.ts';

/** What one line answers: a value that is printed with the input's id, or an error that names the field. */
export type LineAnswer = Readonly<{ ok: true; value: object }> | Readonly<{ ok: false; error: LineError }>;
export type LineError = Readonly<{ code: string; field: string | null; message: string }>;

/** Opens `--in FILE` or `--in -`. */
function openInput(path: string, console: Console): Readable {
  return path === '-' ? Readable.from(console.stdin) : createReadStream(path);
}

/** The words of a Zod problem: which field, which value was wrong, what was expected. */
export function explainIssue(error: z.ZodError): LineError {
  const issue = error.issues[0];
  return {
    code: 'invalid_input',
    field: issue === undefined || issue.path.length === 0 ? null : issue.path.map(String).join('.'),
    message: issue?.message ?? 'the line does not have the expected shape',
  };
}

/**
 * Reads one JSON object a line, answers one line each in order, and goes on after a bad one.
 * Exit 1 when any line was refused.
 */
export async function answerLines<Shape extends z.ZodType>(
  path: string | undefined,
  shape: Shape,
  answer: (input: z.output<Shape>) => LineAnswer | Promise<LineAnswer>,
  console: Console,
): Promise<ExitCode> {
  if (path === undefined) throw new UsageError('--in FILE is missing (use --in - for standard input)');
  let refused = false;
  let lineNumber = 0;
  const input = openInput(path, console);
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    lineNumber += 1;
    const line = lineNumber === 1 ? text.replace(/^\uFEFF/, '') : text;
    if (line.trim() === '') continue;
    const { id, result } = await answerLine(line, shape, answer);
    if (result.ok) {
      console.out(printLine(result.value));
    } else {
      refused = true;
      console.out(printLine({ id, error: result.error }));
      console.err(`line ${lineNumber}: ${result.error.field ?? '(line)'}: ${result.error.message}`);
    }
  }
  return refused ? 1 : 0;
}

async function answerLine<Shape extends z.ZodType>(
  line: string,
  shape: Shape,
  answer: (input: z.output<Shape>) => LineAnswer | Promise<LineAnswer>,
): Promise<{ id: unknown; result: LineAnswer }> {
  let raw: unknown;
  try {
    raw = JSON.parse(line);
  } catch (cause) {
    return { id: null, result: { ok: false, error: { code: 'invalid_json', field: null, message: String(cause) } } };
  }
  const id = typeof raw === 'object' && raw !== null && 'id' in raw ? raw.id : null;
  const parsed = shape.safeParse(raw);
  if (!parsed.success) return { id, result: { ok: false, error: explainIssue(parsed.error) } };
  return { id, result: await answer(parsed.data) };
}

/** One line of JSON; bigint becomes a decimal string as everywhere on the wire. */
export function printLine(value: object): string {
  return JSON.stringify(value, (_key, field: unknown) => (typeof field === 'bigint' ? field.toString() : field));
}

/** Byte-identical across machines; used where outputs are compared. */
export const printCanonical = canonicalJson;
