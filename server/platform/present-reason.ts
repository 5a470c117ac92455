import type { z } from 'zod';
import type { reasonShape } from '#contract/shapes.ts';
import type { Reason } from '#core/decision/decision.ts';

/** A reason on the wire. Core's readonly lists become plain ones; nothing is added or dropped. */
export function presentReason(reason: Reason): z.output<typeof reasonShape> {
  return {
    code: reason.code, text: reason.text, owner: reason.owner,
    because: reason.because.map((fact) => ({ fact: fact.fact, value: fact.value, source: fact.source, ...(fact.span && { span: fact.span }) })),
    source: reason.source === null ? null : { ...reason.source },
    fix: reason.fix === null ? null : { kind: reason.fix.kind, target: reason.fix.target, text: reason.fix.text },
  };
}
