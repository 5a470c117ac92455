/**
 * The last line of a test run. A file that broke before its first test, and a run that ended badly although no test
 * failed, count as a failure each: nothing that went wrong may look like success.
 * @param {import("./test-totals.d.mts").TestReport | null} report
 *   what vitest's json reporter wrote, or null when it wrote nothing
 * @param {number} exitCode of vitest
 */
export function testTotals(report, exitCode) {
  const brokenFiles = (report?.testResults ?? []).filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length;
  const counted = (report?.numFailedTests ?? 0) + brokenFiles;
  const failed = counted === 0 && exitCode !== 0 ? 1 : counted;
  const skipped = (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0);
  const line = `${report?.numPassedTests ?? 0} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
  return { line, failed };
}
