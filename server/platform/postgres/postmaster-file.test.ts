import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parsePostmasterFile } from './postmaster-file.ts';

test('reads the process, the port and the socket directory that a server wrote', () => {
  const text = '8966\n/data/postgres\n1795476393\n5432\n/tmp/pilotage-pg-aH54uq\n\n  1048578    32770\nready   \n';
  expect(parsePostmasterFile(text)).toEqual({ pid: 8966, port: 5432, host: '/tmp/pilotage-pg-aH54uq', status: 'ready' });
});

test('without a socket directory the host is the address', () => {
  expect(parsePostmasterFile('1\nC:/data\n1795476393\n50123\n\n127.0.0.1\n\nready\n')?.host).toBe('127.0.0.1');
});

test('any beginning of the file is either complete or nothing, and never breaks the reader', () => {
  const whole = '8966\n/data/postgres\n1795476393\n5432\n/tmp/s\n\n  1 2\nready   \n';
  fc.assert(
    fc.property(fc.nat({ max: whole.length }), (length) => {
      expect([undefined, 8966]).toContain(parsePostmasterFile(whole.slice(0, length))?.pid);
    }),
  );
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(() => parsePostmasterFile(text)).not.toThrow();
    }),
  );
});
