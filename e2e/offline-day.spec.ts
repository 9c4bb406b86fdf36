import type { Page } from '@playwright/test'
import { PushingDialer } from './drivers/pushing-dialer.ts'
import { ReviewDesk } from './drivers/review-desk.ts'
import { expect, test } from './fixtures.ts'

const callsOfTheDay = 20
const names = ['Marta', 'Oskar', 'Helen', 'Aino', 'Jaan', 'Liis', 'Peeter', 'Kadri', 'Tiit', 'Maie'] as const
const matters = ['order late', 'invoice twice', 'refund wanted', 'address changed', 'said thanks'] as const

test('twenty calls are handled, reviewed, searched and handed over with no network at all', async ({ app, agent }) => {
  test.setTimeout(240_000)
  const dialer = await PushingDialer.pluggedInto(app)
  const tried = await withoutNetwork(app.page)
  const day = Array.from({ length: callsOfTheDay }, (_, nth) => ({
    who: `${names[nth % names.length]} ${nth + 1}`,
    note: `Call ${nth + 1}: ${matters[nth % matters.length]}`,
    event: { id: `day-${nth}`, direction: 'incoming', number: `+1555010${String(nth).padStart(2, '0')}` },
  }))

  for (const { who, note, event } of day) {
    await dialer.says({ event: 'ringing', ...event, name: who })
    await agent.seesCallFrom(who)
    await dialer.says({ event: 'answered', ...event })
    await agent.isOnTheLineWith(who)
    await agent.notes(note)
    await dialer.says({ event: 'ended', ...event })
    await agent.wrapsUp('Resolved')
  }

  const review = new ReviewDesk(app)
  await review.opens()
  await review.seesDay('20 calls')
  await review.seesCalls(callsOfTheDay)
  const page = await review.exports('page', '20 calls, with their numbers')
  for (const { who, note } of day) expect([page.includes(who), page.includes(note)]).toEqual([true, true])
  expect(page).toContain("default-src 'none'")
  await review.readsTheFirst('Marta 1')
  await review.marksLearning('Breathe first')
  await review.goesBack()
  await review.finds('refund', ['Kadri 18', 'Helen 13', 'Kadri 8', 'Helen 3'])
  const found = await review.exports('Markdown', '4 calls')
  expect(found).not.toContain('Breathe first')
  expect(tried).toEqual([])
})

/** Every request that wants to leave this machine is refused, and told. */
async function withoutNetwork(page: Page): Promise<readonly string[]> {
  const tried: string[] = []
  await page.context().route(wantsToLeave, (route) => {
    tried.push(route.request().url())
    return route.abort('internetdisconnected')
  })
  return tried
}

/** A name in `.invalid` leads nowhere, RFC 2606. */
function wantsToLeave({ protocol, hostname }: URL): boolean {
  const isHere = ['127.0.0.1', 'localhost', '[::1]'].includes(hostname) || hostname.endsWith('.invalid')
  return /^(https?|wss?):$/.test(protocol) && !isHere
}
