import { useRef } from 'react';
import type { RuleReading } from '../ui/shapes.ts';
import styles from './rule-text-field.module.css';
import { useOperatorText } from './text.ts';

type Props = Readonly<{ text: string; onText: (text: string) => void; problems: RuleReading['problems']; readOnly?: boolean }>;

/** The text of a draft with its line numbers; lines with problems are marked, and a problem leads to its line. */
export function RuleTextField({ text, onText, problems, readOnly = false }: Props) {
  const t = useOperatorText();
  const field = useRef<HTMLTextAreaElement>(null);
  const gutter = useRef<HTMLPreElement>(null);
  const wrong = new Set(problems.map((problem) => problem.line));
  const lines = text.split('\n');
  const goTo = (line: number): void => {
    const place = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
    field.current?.focus();
    field.current?.setSelectionRange(place, place + (lines[line - 1]?.length ?? 0));
    if (field.current) field.current.scrollTop = Math.max(0, (line - 4) * 21);
  };
  return (
    <div>
      <div className={styles.editor}>
        <pre ref={gutter} className={styles.gutter} aria-hidden>
          {lines.map((_line, index) => (
            <span key={index} data-wrong={wrong.has(index + 1)}>
              {index + 1}
              {'\n'}
            </span>
          ))}
        </pre>
        <textarea
          ref={field} name="text" aria-label={t('operator.rules.text')} spellCheck={false} wrap="off" rows={Math.min(30, Math.max(12, lines.length + 1))} value={text} readOnly={readOnly} aria-invalid={problems.length > 0}
          onChange={(event) => onText(event.currentTarget.value)}
          onScroll={(event) => {
            if (gutter.current) gutter.current.scrollTop = event.currentTarget.scrollTop;
          }}
        />
      </div>
      {problems.length > 0 && (
        <ul className={styles.problems} role="status">
          {problems.map((problem) => (
            <li key={`${problem.line} ${problem.place} ${problem.message}`}>
              <button type="button" onClick={() => goTo(problem.line)}>
                {t('operator.rules.line', { line: problem.line })}
              </button>
              <code>{problem.place}</code> {problem.message}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
