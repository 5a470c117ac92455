/** Exit codes of every command: 0 done, 1 refused (reasons on stderr), 2 wrong usage. */
export type ExitCode = 0 | 1 | 2;

/** Where a command reads and writes; tests pass their own. */
export type Console = Readonly<{
  out: (line: string) => void;
  err: (line: string) => void;
  stdin: AsyncIterable<Uint8Array>;
}>;

/** One command of `pilotage`. `run` gets the arguments after the command's name. */
export type Command = Readonly<{
  name: string;
  summary: string;
  usage: string;
  run: (args: readonly string[], console: Console) => Promise<ExitCode>;
}>;

/** Wrong usage: printed with the command's usage line, exit 2. */
export class UsageError extends Error {}
