/** The parts of vitest's json report that the totals are counted from. */
export type TestReport = Readonly<{
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: readonly Readonly<{ status: string; assertionResults: readonly Readonly<{ status: string }>[] }>[];
}>;

export function testTotals(report: TestReport | null, exitCode: number): Readonly<{ line: string; failed: number }>;
