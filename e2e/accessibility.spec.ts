import axe from 'axe-core'
import { type Look, visitEveryScreen } from './drivers/every-screen.ts'
import { expect, test } from './fixtures.ts'

for (const theme of ['light', 'dark'] as const) {
  test(`an agent with a screen reader or weak sight meets no barrier on any ${theme} screen`, async ({ app }) => {
    expect(await visitEveryScreen(app, { theme }, barriers)).toEqual([])
  })
}

const barriers: Look = async (page) => {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run()
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} ${html.slice(0, 160)}`))
  })
}
