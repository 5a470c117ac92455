import type { Fact } from './shapes.ts';

type Span = NonNullable<Fact['span']>;

/** Characters of the field shown before the first and after the last of the words. */
const CONTEXT = 14;

/** The merchant's own words that facts were read from, marked where they stand in one field. `text` is that field; without it, or where the words no longer stand there, they stand alone. */
export function OwnWords({ spans, text }: Readonly<{ spans: readonly Span[]; text?: string | undefined }>) {
  const marks = apart(spans);
  const standing = text !== undefined && marks.every((span) => text.slice(span.start, span.start + span.text.length) === span.text);
  if (!standing) {
    return (
      <q lang="zh-Hans">
        {marks.map((span) => (
          <mark key={span.start}>{span.text}</mark>
        ))}
      </q>
    );
  }
  const first = marks[0]?.start ?? 0;
  const from = Math.max(0, first - CONTEXT);
  const last = marks.at(-1);
  const end = last === undefined ? 0 : last.start + last.text.length;
  return (
    <q lang="zh-Hans">
      {from > 0 && '…'}
      {marks.map((span, index) => {
        const before = marks[index - 1];
        return (
          <span key={span.start}>
            {text.slice(before === undefined ? from : before.start + before.text.length, span.start)}
            <mark>{span.text}</mark>
          </span>
        );
      })}
      {text.slice(end, end + CONTEXT)}
      {end + CONTEXT < text.length && '…'}
    </q>
  );
}

/** Spans in order, the longer of two that overlap. */
export function apart(spans: readonly Span[]): readonly Span[] {
  const byStart = spans.toSorted((a, b) => a.start - b.start || b.text.length - a.text.length);
  const kept: Span[] = [];
  for (const span of byStart) {
    const before = kept.at(-1);
    if (before === undefined || span.start >= before.start + before.text.length) kept.push(span);
  }
  return kept;
}
