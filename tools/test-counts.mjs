/**
 * What one runner did, from its JSON report.
 *
 * A runner that ends badly without naming a failed test (a file that does not load, an error between tests, no report at all)
 * counts as one failure, so that no trouble hides behind a row of passed tests.
 *
 * @returns {{ runner: string, passed: number, failed: number, skipped: number, trouble: string | null }}
 */
export function readCounts(runner, code, report) {
  if (report === null) return { runner, passed: 0, failed: 1, skipped: 0, trouble: `no report, exit code ${code}` }
  const counts = 'stats' in report ? playwrightCounts(report) : vitestCounts(report)
  const hidden = code !== 0 && counts.failed === 0
  return {
    runner,
    ...counts,
    failed: counts.failed + (hidden ? 1 : 0),
    trouble: hidden ? `exit code ${code} with no failed test` : null,
  }
}

function vitestCounts({ numPassedTests, numPendingTests, numTodoTests, testResults }) {
  const failedIn = ({ status, assertionResults }) => {
    const failed = assertionResults.filter((result) => result.status === 'failed').length
    return status === 'failed' ? Math.max(1, failed) : failed
  }
  return {
    passed: numPassedTests,
    failed: testResults.reduce((total, file) => total + failedIn(file), 0),
    skipped: numPendingTests + numTodoTests,
  }
}

function playwrightCounts({ stats, errors }) {
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length, skipped: stats.skipped }
}
