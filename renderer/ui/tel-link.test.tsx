import './theme.css'
import axe from 'axe-core'
import { expect, it, test } from 'vitest'
import { render } from 'vitest-browser-react'
import { TelLink } from './tel-link.tsx'

test('a number is a link that the browser hands to a phone, whatever it was written with', async () => {
  const screen = await render(<TelLink number="+372 (5550) 0142 ext. 7" />)
  await expect.element(screen.getByRole('link')).toHaveAttribute('href', 'tel:+37255500142;ext=7')
  const { violations } = await axe.run(screen.container)
  expect(violations.map(({ id }) => id)).toEqual([])
})

it.each(['javascript:alert(1)', 'https://example.org', '*21*112#', 'Ana Sild', 'sip:ana@example.org'])(
  '%j is shown as it is, and leads nowhere',
  async (number) => {
    const screen = await render(<TelLink number={number} />)
    await expect.element(screen.getByText(number, { exact: true })).toBeVisible()
    expect(screen.container.querySelector('a')).toBeNull()
  },
)
