import { expect, test } from 'vitest'
import { readCounts } from './test-counts.mjs'

const file = (status: string, ...results: readonly string[]) => ({
  status,
  assertionResults: results.map((result) => ({ status: result })),
})

test('a run counts what passed, failed and was skipped', () => {
  const vitest = {
    numPassedTests: 2,
    numPendingTests: 1,
    numTodoTests: 1,
    testResults: [file('failed', 'passed', 'failed', 'failed'), file('passed', 'passed', 'pending', 'todo')],
  }
  expect(readCounts('Vitest', 1, vitest)).toEqual({ runner: 'Vitest', passed: 2, failed: 2, skipped: 2, trouble: null })

  const playwright = { stats: { expected: 3, flaky: 1, unexpected: 2, skipped: 4 }, errors: [] }
  expect(readCounts('Playwright', 1, playwright)).toEqual({
    runner: 'Playwright',
    passed: 4,
    failed: 2,
    skipped: 4,
    trouble: null,
  })
})

test('a test file that does not load is a failure although it holds no failed test', () => {
  const report = { numPassedTests: 5, numPendingTests: 0, numTodoTests: 0, testResults: [file('failed')] }
  expect(readCounts('Vitest', 1, report)).toEqual({ runner: 'Vitest', passed: 5, failed: 1, skipped: 0, trouble: null })
})

test('a runner that ends badly with no failed test counts as one failure', () => {
  const report = { numPassedTests: 5, numPendingTests: 0, numTodoTests: 0, testResults: [file('passed', 'passed')] }
  expect(readCounts('Vitest', 1, report)).toEqual({
    runner: 'Vitest',
    passed: 5,
    failed: 1,
    skipped: 0,
    trouble: 'exit code 1 with no failed test',
  })
})

test('a runner that leaves no report counts as one failure', () => {
  expect(readCounts('Playwright', 137, null)).toEqual({
    runner: 'Playwright',
    passed: 0,
    failed: 1,
    skipped: 0,
    trouble: 'no report, exit code 137',
  })
})
