import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import { basename } from 'node:path';

/** Whether a process with this number exists, whoever owns it. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * What tells this process from a later one with the same number: its start time, with the boot it belongs to on Linux.
 * Null when the process is gone; `unknown` where the system does not say (Windows), which equals itself.
 */
export function processFingerprint(pid: number): string | null {
  if (!isRunning(pid)) return null;
  try {
    if (process.platform === 'linux') return linuxFingerprint(pid);
    if (process.platform === 'win32') return 'unknown';
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } }).trim();
  } catch {
    return isRunning(pid) ? 'unknown' : null;
  }
}

function linuxFingerprint(pid: number): string | null {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The second field is the command in parentheses and may hold spaces, so count from the last one: state is the third
  // field and the start time the 22nd (proc(5)).
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  // A zombie still has a number but holds nothing.
  if (fields[0] === 'Z') return null;
  const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  return `${boot}/${fields[19] ?? ''}`;
}

/** Whether this process is a postgres server: numbers are reused, and after a container restart almost surely so. */
export function isPostgres(pid: number): boolean {
  if (processFingerprint(pid) === null) return false;
  return /^postgres(\.exe)?( \(deleted\))?$/.test(programName(pid));
}

function programName(pid: number): string {
  try {
    if (process.platform === 'linux') return linuxProgramName(pid);
    if (process.platform === 'win32') {
      const row = execFileSync('tasklist', ['/FI', `PID eq ${pid}`, '/FO', 'CSV', '/NH'], { encoding: 'utf8' });
      return row.split('"')[1] ?? '';
    }
    return basename(execFileSync('ps', ['-o', 'comm=', '-p', String(pid)], { encoding: 'utf8' }).trim());
  } catch {
    return '';
  }
}

function linuxProgramName(pid: number): string {
  try {
    return basename(readlinkSync(`/proc/${pid}/exe`));
  } catch {
    // Another user's executable link is unreadable; its command name is not.
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
  }
}
