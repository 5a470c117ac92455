import { Alert } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { Problem as ProblemDetails } from './api.ts';
import { CopyId } from './copy-id.tsx';
import { useText } from './text.tsx';

/** A refusal of the API where it happened: its words, and for a fault of ours the id it was recorded under. Takes the focus, so that it is heard. */
export function Problem({ problem }: Readonly<{ problem: ProblemDetails | null | undefined }>) {
  const t = useText();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problem) place.current?.focus();
  }, [problem]);
  if (!problem) return null;
  const requestId = problem.facts['requestId'];
  return (
    <Alert ref={place} tabIndex={-1} role="alert" color="red" title={t('ui.problem')}>
      {problem.detail}
      {typeof requestId === 'string' && <CopyId id={requestId} />}
    </Alert>
  );
}

/** What to show at a field: the problem's words when it names that field, nothing otherwise. */
export function problemAt(problem: ProblemDetails | null | undefined, field: string): string | null {
  if (!problem?.field) return null;
  return problem.field === field || problem.field.endsWith(`.${field}`) ? problem.detail : null;
}
