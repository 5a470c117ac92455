import { expect, test } from 'vitest';
import { testTotals } from './test-totals.mjs';

const NOTHING = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] };
const failedTest = { status: 'failed', assertionResults: [{ status: 'failed' }] };
const brokenFile = { status: 'failed', assertionResults: [] };

test('a good run says how many passed', () => {
  expect(testTotals({ ...NOTHING, numPassedTests: 12 }, 0)).toEqual({ line: '12 passed, 0 failed', failed: 0 });
});

test('skipped tests are said, not hidden', () => {
  expect(testTotals({ ...NOTHING, numPassedTests: 2, numPendingTests: 1, numTodoTests: 2 }, 0).line).toBe('2 passed, 0 failed, 3 skipped');
});

test('a file that broke before its first test is a failure besides the failed tests', () => {
  const report = { ...NOTHING, numPassedTests: 5, numFailedTests: 1, testResults: [failedTest, brokenFile] };
  expect(testTotals(report, 1).line).toBe('5 passed, 2 failed');
});

test('a run that ended badly without a failed test, or without a report, is never a success', () => {
  expect(testTotals({ ...NOTHING, numPassedTests: 5 }, 1)).toEqual({ line: '5 passed, 1 failed', failed: 1 });
  expect(testTotals(null, 127).failed).toBe(1);
});
