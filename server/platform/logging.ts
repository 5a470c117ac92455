import { pino } from 'pino';

export type Logger = Readonly<{
  info: (facts: object, message: string) => void;
  warn: (facts: object, message: string) => void;
  error: (facts: object, message: string) => void;
}>;

/** One JSON line an event on standard error, so that standard output stays free for what a command prints. */
export function openLogger(level: string): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, redact: ['*.password', '*.secret', '*.authorization'] }, pino.destination(2));
}

export const SILENT: Logger = { info: () => undefined, warn: () => undefined, error: () => undefined };
