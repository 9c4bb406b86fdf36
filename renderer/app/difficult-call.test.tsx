import { expect, onTestFinished, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { CallReport } from '../../shared/call/call-report.ts'
import { type Shown, showApp } from './show-app.tsx'

const marta = { name: 'Marta Kask', number: '+37255500142' }
const ringing: CallReport = { type: 'call.ringing', dialer: 'baresip', ref: 'a', direction: 'incoming', party: marta }
const ended: CallReport = { ...ringing, type: 'call.ended', end: { by: 'far-end' } }

test('one digit names the kind of client: the stance and the lines follow, and no progress is lost', async () => {
  const { screen } = await onCall()
  await userEvent.keyboard('{Enter}{Enter}4')
  await expect.element(screen.getByRole('radio', { name: 'Fight or flight' })).toBeChecked()
  await expect.element(screen.getByText('Fear: That something bad is coming, right now, with no way out.').last()).toBeVisible()
  await expect.element(screen.getByText("I'm not going anywhere. Tell me.").last()).toBeVisible()
  await userEvent.keyboard('3')
  await expect.element(screen.getByText("I'm noting that in your words, so it stays that way.").last()).toBeVisible()
  await expect.element(screen.getByRole('button', { name: 'Open, done' })).toBeVisible()
})

test('nothing below the line moves, whatever the line, the kind and the state of the call', async () => {
  await page.viewport(400, 860)
  const { screen, reports } = await showApp()
  reports(ringing)
  await expect.element(screen.getByRole('button', { name: 'Answer' })).toBeVisible()
  const places = [placeOfSteps()]
  reports({ ...ringing, type: 'call.answered' })
  await expect.element(screen.getByRole('button', { name: 'Done' })).toBeVisible()
  await userEvent.keyboard('{Escape}')
  for (const key of ['1', '2', '3', '4']) {
    await userEvent.keyboard(key)
    for (let line = 0; line < 6; line += 1) {
      await userEvent.keyboard('{ArrowRight}')
      places.push(placeOfSteps())
    }
    await userEvent.keyboard('{Enter}{Enter}')
    places.push(placeOfSteps())
  }
  await userEvent.keyboard('b')
  places.push(placeOfSteps())
  expect([...new Set(places)]).toEqual([places[0]])
})

test('each rung that was said is stamped, the next one comes up, and the ladder comes down only by hand', async () => {
  const { screen, reports, saved } = await onCall()
  await userEvent.keyboard('b')
  await expect.element(screen.getByRole('radio', { name: 'Calm statement' })).toBeChecked()
  await userEvent.keyboard('{Enter}')
  await expect.element(screen.getByRole('radio', { name: 'Warning', exact: true })).toBeChecked()
  await expect.element(screen.getByRole('radio', { name: /^Calm statement.*said \d/ })).toBeDisabled()
  await expect.element(screen.getByText(/^Calm statement, said at \d/)).toBeInTheDocument()
  await userEvent.keyboard('r')
  await expect.element(screen.getByText('The ladder is down.')).toBeInTheDocument()
  reports(ended)
  await userEvent.keyboard('1{Enter}')
  await expect.poll(() => saved.at(-1)?.handling?.ladder.map(({ rung }) => rung)).toEqual(['calm-statement', null])
})

test('a call that heats up can be promised for a calmer hour, from every rung but the end and the report', async () => {
  const { screen } = await onCall()
  await userEvent.keyboard('b')
  const panel = screen.getByRole('region', { name: 'Boundary' })
  const offer = panel.getByRole('button', { name: 'Offer to call back when it is calmer' })
  await expect.element(offer).toHaveAttribute('aria-keyshortcuts', 'C')
  await userEvent.keyboard('{Enter}')
  await expect.element(screen.getByRole('radio', { name: 'Warning', exact: true })).toBeChecked()
  await expect.element(offer).toBeVisible()
  await screen.getByText('End of call').click()
  await expect.element(screen.getByRole('radio', { name: 'End of call' })).toBeChecked()
  expect(offer.query()).toBeNull()
  await screen.getByText('Final warning').click()
  await offer.click()
  await expect.element(screen.getByRole('textbox', { name: 'Agreed day and time' })).toHaveFocus()
})

test('a threat skips the rungs between, and the end of the call asks once before it hangs up', async () => {
  const { screen, asked, saved, reports } = await onCall()
  await userEvent.keyboard('b')
  await screen.getByText('End of call').click()
  await expect.element(screen.getByText("I'm ending this call now.", { exact: false })).toBeVisible()
  await userEvent.keyboard('{Enter}')
  await expect.element(screen.getByRole('button', { name: 'Hang up and wrap up' })).toHaveFocus()
  expect(asked).toEqual([])
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => asked).toEqual([{ channel: 'call.hangUp', payload: { callId: 'baresip:a' } }])
  reports({ ...ended, end: { by: 'agent' } })
  await userEvent.keyboard('6m')
  await expect.element(screen.getByRole('button', { name: 'Reported' })).toBeVisible()
  await userEvent.keyboard('b{Escape}{Enter}')
  await expect.poll(() => saved.at(-1)?.handling?.ladder.map(({ rung }) => rung)).toEqual(['end', 'report'])
})

test('a transfer nobody takes becomes a promised time, and the time is kept with the call', async () => {
  const { screen, reports, saved } = await onCall()
  await userEvent.keyboard('t')
  await expect.element(screen.getByText("I'm bringing in somebody who can decide this.", { exact: false })).toBeVisible()
  await userEvent.keyboard('c')
  await expect.element(screen.getByRole('textbox', { name: 'Agreed day and time' })).toHaveFocus()
  await userEvent.keyboard('tomorrow 10:30')
  await expect
    .element(screen.getByRole('region', { name: 'Call back' }))
    .toHaveTextContent("I'll look into it and call you at 10:30 AM, tomorrow.")
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => screen.getByRole('region', { name: 'Call back' }).query()).toBeNull()
  reports(ended)
  await userEvent.keyboard('2{Enter}')
  await expect
    .poll(() => saved.at(-1)?.handling?.outcome)
    .toMatchObject({
      agreed: expect.stringMatching(/^Call back: (?!tomorrow).* 10:30/i),
      followUp: true,
      disposition: 'follow-up',
    })
})

test('a promise made in the call is confirmed at the edge, and undo takes it out of everything that says it', async () => {
  const { screen, steadyline } = await onCall()
  await userEvent.keyboard('c')
  await expect.element(screen.getByRole('textbox', { name: 'Agreed day and time' })).toHaveFocus()
  await userEvent.keyboard('tomorrow 10:30{Enter}')
  const news = screen.getByRole('status').filter({ hasText: 'promised for' })
  await expect.element(news).toHaveTextContent(/Marta Kask: promised for (?!Tomorrow).*10:30/)
  const madeIn = async () => {
    const made = await steadyline.callbacks.store.madeIn('baresip:a')
    return made.ok ? made.value.map(({ state }) => state) : []
  }
  const outcome = () => steadyline.desk.get().calls[0]?.checklist.getSnapshot().context.outcome
  expect([await madeIn(), outcome()?.agreed, outcome()?.followUp]).toEqual([['pending'], expect.stringContaining('10:30'), true])
  await news.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => news.query()).toBeNull()
  expect([await madeIn(), outcome()?.agreed, outcome()?.followUp]).toEqual([['cancelled'], '', false])
})

test('the words of parting come only after somebody is named who allowed it', async () => {
  const { screen, reports, saved } = await onCall()
  await userEvent.keyboard('by')
  const panel = screen.getByRole('region', { name: 'Part ways' })
  await expect.element(panel.getByRole('button', { name: 'They said yes' })).toBeDisabled()
  expect(panel.element().textContent).not.toContain('I wish you well')
  await panel.getByRole('textbox', { name: 'Who said yes?' }).fill('Jaan Tamm')
  await userEvent.keyboard('{Enter}')
  await expect.element(panel).toHaveTextContent('I wish you well')
  reports(ended)
  await userEvent.keyboard('{Escape}7{Enter}')
  await expect.poll(() => saved.at(-1)?.handling?.partingApprovedBy).toBe('Jaan Tamm')
})

test('Escape leads from every panel back to the same step, and the keys mean the call again', async () => {
  const { screen } = await onCall()
  for (const [key, name] of [
    ['i', 'About them'],
    ['b', 'Boundary'],
    ['c', 'Call back'],
  ] as const) {
    await userEvent.keyboard(key)
    await expect.element(screen.getByRole('region', { name, exact: false })).toBeVisible()
    await userEvent.keyboard('{Escape}')
    await expect.poll(() => screen.getByRole('region', { name }).query()).toBeNull()
  }
  await expect.element(screen.getByRole('button', { name: 'Prepare, now' })).toBeVisible()
  await userEvent.keyboard('{Enter}')
  await expect.element(screen.getByRole('button', { name: 'Prepare, done' })).toBeVisible()
})

test('N leaves a panel for the note, and the note has the caret', async () => {
  const { screen } = await onCall()
  await userEvent.keyboard('b')
  await expect.element(screen.getByRole('region', { name: 'Boundary' })).toBeVisible()
  await userEvent.keyboard('nJaan')
  await expect.element(screen.getByRole('textbox', { name: 'Note' })).toHaveValue('Jaan')
  expect(screen.getByRole('region', { name: 'Boundary' }).query()).toBeNull()
})

test('Escape leaves a panel from inside its field too', async () => {
  const { screen, reports } = await onCall()
  await userEvent.keyboard('c')
  await expect.element(screen.getByRole('textbox', { name: 'Agreed day and time' })).toHaveFocus()
  await userEvent.keyboard('Fri{Escape}')
  await expect.poll(() => screen.getByRole('region', { name: 'Call back' }).query()).toBeNull()
  reports(ended)
  await userEvent.keyboard('m')
  await screen.getByRole('textbox', { name: 'What was agreed' }).click()
  await userEvent.keyboard('A new lamp{Escape}')
  await expect.poll(() => screen.getByRole('region', { name: 'More about this call' }).query()).toBeNull()
  await expect.element(screen.getByRole('main')).toHaveFocus()
})

test('on hold the ladder waits, and says so', async () => {
  const { screen, reports } = await onCall()
  await userEvent.keyboard('b')
  reports({ ...ringing, type: 'call.held' })
  await expect.element(screen.getByText('On hold. The ladder waits with you.')).toBeVisible()
  expect(screen.getByRole('button', { name: 'Said' }).query()).toBeNull()
})

test('what set the caller off is marked where its signs are, and its words come with it', async () => {
  const { screen } = await onCall()
  await userEvent.keyboard('i')
  await screen.getByRole('button', { name: 'Unheard' }).click()
  await expect.element(screen.getByText("I've stopped typing. Go ahead.")).toBeInTheDocument()
  await expect.element(screen.getByRole('button', { name: 'Unheard' })).toHaveAttribute('aria-pressed', 'true')
})

test('a long hold and a long silence are said once each at the edge', async () => {
  const { screen, reports, passes } = await onCall()
  passes(90_000)
  await expect.element(screen.getByText('01:30 without a step or a note. Is it still yours to listen?')).toBeVisible()
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => screen.getByText(/without a step or a note/).query()).toBeNull()
  reports({ ...ringing, type: 'call.held' })
  passes(45_000)
  await expect.element(screen.getByText('On hold for 00:45. They should hear a voice.')).toBeVisible()
})

test('a caller with a pattern is known by a badge that says its rule', async () => {
  const { screen } = await onCall({ standing: { judgement: 'pattern', calls: 5, hardCalls: 3 } })
  const badge = screen.getByRole('button', { name: 'Pattern: 3 hard calls in 30 days' })
  await badge.element().focus()
  await userEvent.keyboard('{Tab}{Shift>}{Tab}{/Shift}')
  await expect.element(screen.getByRole('tooltip')).toHaveTextContent('2 in 30 days are a pattern')
})

test.each([
  { look: 'at 200 % zoom', width: 200, height: 430, direction: 'ltr' },
  { look: 'from right to left', width: 360, height: 860, direction: 'rtl' },
] as const)(
  '$look every control of a hard call is inside the window and can be reached',
  async ({ width, height, direction }) => {
    await page.viewport(width, height)
    document.documentElement.dir = direction
    onTestFinished(() => document.documentElement.removeAttribute('dir'))
    const { screen } = await onCall({ standing: { judgement: 'pattern', calls: 5, hardCalls: 3 } })
    await userEvent.keyboard('1b')
    for (const name of ['Done', 'Said', 'Boundary', 'Wrap up']) {
      const control = screen.getByRole('button', { name, exact: true }).element()
      control.scrollIntoView()
      const { left, right, top, bottom } = control.getBoundingClientRect()
      const edges = [left, top, innerWidth - right, innerHeight - bottom].map(Math.round)
      expect([name, edges.filter((room) => room < 0)]).toEqual([name, []])
    }
    expect(document.documentElement.scrollWidth).toBe(innerWidth)
  },
)

async function onCall(start: Shown = {}) {
  const shown = await showApp(start)
  shown.reports(ringing)
  shown.reports({ ...ringing, type: 'call.answered' })
  await expect.element(shown.screen.getByRole('button', { name: 'Prepare, now' })).toBeVisible()
  await userEvent.keyboard('{Escape}')
  return shown
}

function placeOfSteps(): number | undefined {
  return document.querySelector('ol')?.getBoundingClientRect().top
}
