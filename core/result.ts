/** An expected outcome: the value, or a refusal with a stable code and the facts that explain it. Bugs throw; refusals do not. */
export type Result<Value, Problem extends Refusal = Refusal> = Readonly<{ ok: true; value: Value }> | Readonly<{ ok: false; problem: Problem }>;

/** Why something was refused: `code` is stable and documented, `facts` fill its message, `field` names the input at fault. */
export type Refusal<Code extends string = string> = Readonly<{
  code: Code;
  field?: string | undefined;
  facts?: Readonly<Record<string, string | number | boolean | null>> | undefined;
  /** What was written before the refusal stays: the answer is a no, but something has happened. */
  kept?: true | undefined;
}>;

export function ok<Value>(value: Value): Readonly<{ ok: true; value: Value }> {
  return { ok: true, value };
}

export function refuse<Code extends string>(
  code: Code,
  facts?: Refusal['facts'],
  field?: string,
): Readonly<{ ok: false; problem: Refusal<Code> }> {
  return { ok: false, problem: { code, ...(facts && { facts }), ...(field !== undefined && { field }) } };
}

/** The same refusal, with what was written before it kept. */
export function keep<Code extends string>(refused: Readonly<{ ok: false; problem: Refusal<Code> }>): Readonly<{ ok: false; problem: Refusal<Code> }> {
  return { ok: false, problem: { ...refused.problem, kept: true } };
}
