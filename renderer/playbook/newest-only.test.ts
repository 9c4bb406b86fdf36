import { expect, test } from 'vitest'
import { newestOnly } from './newest-only.ts'

test('while one text is checked only the newest of those that follow waits', async () => {
  const begun: string[] = []
  const endings: (() => void)[] = []
  const checks = newestOnly((text: string) => {
    begun.push(text)
    return new Promise<void>((resolve) => endings.push(resolve))
  })
  for (const text of ['a', 'ab', 'abc']) checks.give(text)
  expect(begun).toEqual(['a'])

  endings[0]?.()
  await expect.poll(() => begun).toEqual(['a', 'abc'])

  endings[1]?.()
  await checks.settled()
  checks.give('abcd')
  expect(begun).toEqual(['a', 'abc', 'abcd'])
})
