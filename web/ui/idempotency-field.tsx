import { IDEMPOTENCY_FIELD } from './form.ts';

/** Makes a form safe to send twice. `value` comes from the loader (`newKey()`), one for every rendering of the form. */
export function IdempotencyField({ value }: Readonly<{ value: string }>) {
  return <input type="hidden" name={IDEMPOTENCY_FIELD} value={value} />;
}
