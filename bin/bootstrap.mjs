// The first thing every command runs. Plain JavaScript, because it must run on any Node from 20 on, before anything is
// installed: it installs what is missing, finds a Node that can run the rest, and hands over.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import module from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** The oldest Node that both runs TypeScript as it is and is accepted by React Router 8.4 (its `engines`, 2026-11). */
const OLDEST_NODE = [22, 22];

const PLATFORM = process.platform === 'win32' ? 'win' : process.platform;

/**
 * Runs a TypeScript entry of ours with its arguments, here or in a Node that can. Does not return: the entry ends the
 * process, or its exit code becomes ours.
 * @param {string} entry path from the repository root
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string> }} [options] env: only for the entry, not for the installation before it
 */
export async function runEntry(entry, args, options = {}) {
  await ensureInstalled();
  Object.assign(process.env, options.env, { PATH: pathWithOurs() });
  const file = join(root, entry);
  if (!existsSync(file)) stopWith(`${entry} is not part of this installation`);
  // What was compiled once is kept: a fifth of every later start. Where it cannot be written, Node does without.
  process.env['NODE_COMPILE_CACHE'] ??= join(root, 'node_modules/.cache/compiled');
  if (canRunTypeScript()) {
    module.enableCompileCache?.(process.env['NODE_COMPILE_CACHE']);
    followParent();
    process.argv = [process.execPath, file, ...args];
    await import(pathToFileURL(file).href);
    return;
  }
  process.exitCode = await runAttached(findNode(), [file, ...args]);
}

/** Installs the packages of the lock file unless they are there. Says so only when it does. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  const [command, before] = npmCommand();
  // --include=dev: NODE_ENV=production would leave out what builds the pages.
  const args = [...before, 'ci', '--include=dev', '--loglevel=error', '--no-audit', '--no-fund'];
  await runStep('Installing packages (once, about half a minute)', command, args);
}

/** Whether every package that the lock file asks for is there in its version; optional ones depend on the machine. */
function isInstalled() {
  const wanted = readPackages(join(root, 'package-lock.json'));
  const present = readPackages(join(root, 'node_modules/.package-lock.json'));
  if (wanted === null) stopWith('package-lock.json is missing: this is not a complete copy of Pilotage');
  if (present === null) return false;
  return Object.entries(wanted).every(
    ([path, entry]) => path === '' || entry.optional === true || entry.devOptional === true || present[path]?.version === entry.version,
  );
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? null;
  } catch {
    return null;
  }
}

/** The npm that started us, run by our own Node; or the one on the path. */
function npmCommand() {
  const started = process.env['npm_execpath'];
  if (started !== undefined && /npm-cli\.c?js$/.test(started)) return [process.execPath, [started]];
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm', []];
}

function canRunTypeScript() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const recent = major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
  return recent && process.features.typescript === 'strip';
}

/** The Node for everything that is not plain JavaScript: this one, or the one that the lock file pins. */
export function findNode() {
  if (canRunTypeScript()) return process.execPath;
  const program = process.platform === 'win32' ? 'node.exe' : 'node';
  const pinned = join(root, 'node_modules', `node-${PLATFORM}-${process.arch}`, 'bin', program);
  if (existsSync(pinned)) return pinned;
  return stopWith(
    `Pilotage needs Node ${OLDEST_NODE.join('.')} or newer. This is ${process.versions.node}, and no newer one comes for ${PLATFORM}-${process.arch}: please install it.`,
  );
}

/** Our programs first, and our Node before the machine's, for whatever the entry starts. */
function pathWithOurs() {
  return [dirname(findNode()), join(root, 'node_modules/.bin'), process.env['PATH'] ?? ''].join(delimiter);
}

/**
 * A program that is one step on the way: its output is shown only when it fails, the time it takes always.
 * @param {string} title
 * @param {string} command
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
export async function runStep(title, command, args, env = process.env) {
  const clock = showProgress(title);
  const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'], shell: command.endsWith('.cmd') });
  const output = [];
  child.stdout.on('data', (chunk) => output.push(chunk));
  child.stderr.on('data', (chunk) => output.push(chunk));
  const release = passOnSignals(child);
  const ending = await endOf(child);
  release();
  if (ending.code === 0) return clock.done();
  clock.failed();
  process.stderr.write(Buffer.concat(output));
  if (ending.error !== undefined) process.stderr.write(`${ending.error.message}\n`);
  process.exit(ending.code);
}

/**
 * Runs a program on our own terminal and answers its exit code.
 * @param {string} command
 * @param {readonly string[]} args
 */
export async function runAttached(command, args, env = process.env) {
  const child = spawn(command, args, { env: { ...env, PILOTAGE_LAUNCHED: '1' }, stdio: 'inherit' });
  const release = passOnSignals(child);
  const ending = await endOf(child);
  release();
  if (ending.error !== undefined) process.stderr.write(`${ending.error.message}\n`);
  return ending.code;
}

function endOf(child) {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: 127, error }));
    // 128 + n is how shells report a death by signal n; only these two are ordinary ends.
    child.once('close', (code, signal) => resolve({ code: code ?? (signal === 'SIGINT' ? 130 : signal === 'SIGTERM' ? 143 : 1) }));
  });
}

/** Stays alive until the child has ended, and passes on what only we received. */
function passOnSignals(child) {
  // Ctrl-C at a terminal reaches the child by itself; a second one would mean "at once".
  const onInterrupt = () => process.stdin.isTTY !== true && child.kill('SIGINT');
  const onTerminate = () => child.kill('SIGTERM');
  process.on('SIGINT', onInterrupt);
  process.on('SIGTERM', onTerminate);
  process.on('SIGHUP', onTerminate);
  return () => {
    process.removeListener('SIGINT', onInterrupt);
    process.removeListener('SIGTERM', onTerminate);
    process.removeListener('SIGHUP', onTerminate);
  };
}

/** When whoever launched us (npm, or our own launcher) is killed outright, nobody could stop us any more: stop in order. */
function followParent() {
  if (process.env['npm_lifecycle_event'] === undefined && process.env['PILOTAGE_LAUNCHED'] === undefined) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 500);
  watch.unref();
}

/** One line for a step: counts seconds on a terminal, one line at each end elsewhere. */
function showProgress(title) {
  const started = Date.now();
  const seconds = () => `${Math.round((Date.now() - started) / 1000)} s`;
  const live = process.stderr.isTTY === true;
  process.stderr.write(live ? `  ${title} …` : `  ${title} …\n`);
  const timer = live ? setInterval(() => process.stderr.write(`\r  ${title} … ${seconds()}`), 1000) : undefined;
  const finish = (mark) => {
    clearInterval(timer);
    process.stderr.write(`${live ? '\r' : ''}${mark} ${title}: ${seconds()}${live ? '   ' : ''}\n`);
  };
  return { done: () => finish('✓'), failed: () => finish('✗') };
}

/** @returns {never} */
function stopWith(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
