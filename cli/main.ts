import type { Command, Console, ExitCode } from './command.ts';
import { UsageError } from './command.ts';

/** `pilotage`: one command line over the same services as the server. Commands load when asked for, so that each starts fast. */

const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  screen: async () => (await import('./commands/screen.ts')).screenCommand,
  classify: async () => (await import('./commands/classify.ts')).classifyCommand,
  duty: async () => (await import('./commands/duty.ts')).dutyCommand,
  price: async () => (await import('./commands/price.ts')).priceCommand,
  localize: async () => (await import('./commands/localize.ts')).localizeCommand,
  import: async () => (await import('./commands/import.ts')).importCommand,
  tariffs: async () => (await import('./commands/tariffs.ts')).tariffsCommand,
  why: async () => (await import('./commands/why.ts')).whyCommand,
  ledger: async () => (await import('./commands/ledger.ts')).ledgerCommand,
  screenshots: async () => (await import('./commands/screenshots.ts')).screenshotsCommand,
  journey: async () => (await import('./commands/journey.ts')).journeyCommand,
};

const terminal: Console = {
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
  stdin: process.stdin,
};

async function printUsage(): Promise<void> {
  terminal.err('usage: pilotage COMMAND …   (every command takes --json; exit 0 done, 1 refused, 2 wrong usage)\n');
  for (const load of Object.values(COMMANDS)) {
    const command = await load();
    terminal.err(`  ${command.usage}\n      ${command.summary}`);
  }
}

function isUsageProblem(error: unknown): error is Error {
  return error instanceof UsageError || (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'));
}

async function main([name, ...args]: readonly string[]): Promise<ExitCode> {
  const load = name === undefined ? undefined : COMMANDS[name];
  if (load === undefined) {
    if (name !== undefined && name !== '--help' && name !== 'help') terminal.err(`pilotage: there is no command "${name}"`);
    await printUsage();
    return name === '--help' || name === 'help' ? 0 : 2;
  }
  const command = await load();
  try {
    return await command.run(args, terminal);
  } catch (error) {
    if (!isUsageProblem(error)) throw error;
    terminal.err(`pilotage ${command.name}: ${error.message}\nusage: pilotage ${command.usage}`);
    return 2;
  }
}

// A reader that stops early (`| head`) closes the pipe; that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
process.exitCode = await main(process.argv.slice(2));
