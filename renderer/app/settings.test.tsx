import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { defaultSettings } from '../../shared/settings/default-settings.ts'
import { showApp } from './show-app.tsx'

type Start = Parameters<typeof showApp>[0]

async function openSettings(start: Start) {
  const shown = await showApp(start)
  await expect.element(shown.screen.getByRole('main')).toHaveFocus()
  await userEvent.keyboard('{Escape},')
  await expect.element(shown.screen.getByRole('button', { name: 'Test', exact: true })).toBeVisible()
  await expect.poll(() => shown.asked.splice(0)).toEqual([{ channel: 'journal.look', payload: null }])
  return shown
}

test('the connection test says what it saw in plain words', async () => {
  const { screen, asked } = await openSettings({
    answers: {
      'dialer.test': () => ({
        ok: true,
        value: { dialer: 'baresip', accounts: ['sip:ana@example.org'], callsNow: 0, warnings: ['control-port-exposed'] },
      }),
    },
  })
  await screen.getByRole('button', { name: 'Test', exact: true }).click()
  await expect.element(screen.getByText('Connected. Account sip:ana@example.org, no calls right now.')).toBeVisible()
  await expect.element(screen.getByText('Anyone on your network can control this baresip.')).toBeVisible()
  expect(asked).toEqual([
    { channel: 'dialer.test', payload: { dialer: 'baresip', settings: { enabled: false, host: '127.0.0.1', port: 4444 } } },
  ])
})

test('a dialer that is not there is said with what to do next', async () => {
  const { screen } = await openSettings({
    answers: {
      'dialer.test': () => ({
        ok: false,
        failure: { kind: 'dialer.unreachable', dialer: 'baresip', host: '127.0.0.1', port: 4444, cause: 'ECONNREFUSED' },
      }),
    },
  })
  await screen.getByRole('button', { name: 'Test', exact: true }).click()
  await expect
    .element(screen.getByText('baresip did not answer at 127.0.0.1:4444. Is it running, with ctrl_tcp loaded?'))
    .toBeVisible()
})

test('a port that is none is refused before it is sent', async () => {
  const { screen, asked } = await openSettings({})
  await screen.getByRole('textbox', { name: 'Port' }).first().fill('70000')
  await expect.element(screen.getByText('A port is a number from 1 to 65535.')).toBeVisible()
  await expect.element(screen.getByRole('button', { name: 'Test', exact: true })).toBeDisabled()
  expect(asked).toEqual([])
})

test('a new token is shown with a line to try it', async () => {
  const { screen } = await openSettings({ answers: { 'push.newToken': () => ({ ok: true, value: { token: 'Zk3xQ9vT' } }) } })
  await screen.getByRole('button', { name: 'Make a new token' }).click()
  await expect.element(screen.getByText('Zk3xQ9vT', { exact: true })).toBeVisible()
  await expect.element(screen.getByText(/^curl http:\/\/127\.0\.0\.1:47117\/zammad\/Zk3xQ9vT /)).toBeVisible()
})

test('a setting that could not be saved is said', async () => {
  const { screen, asked } = await openSettings({
    answers: { 'settings.change': () => ({ ok: false, failure: { kind: 'settings.notSaved', cause: 'ENOSPC' } }) },
  })
  await screen.getByText('Dark', { exact: true }).click()
  await expect.element(screen.getByText('The settings could not be saved. Is the disk full?').first()).toBeVisible()
  expect(asked).toEqual([{ channel: 'settings.change', payload: { theme: 'dark' } }])
})

test("the agent's name is saved for the lines that give one", async () => {
  const { screen, asked } = await openSettings({})
  await screen.getByRole('textbox', { name: 'Your name, as callers hear it' }).fill(' Ana ')
  await screen.getByRole('button', { name: 'Save the name' }).click()
  expect(asked).toEqual([{ channel: 'settings.change', payload: { agentName: 'Ana' } }])
})

test('the settings name the playbook for calls and lead to all of them', async () => {
  const { screen } = await openSettings({})
  await expect.element(screen.getByText('Playbook for calls: Difficult clients')).toBeVisible()
  await screen.getByRole('button', { name: 'All playbooks' }).click()
  await expect.element(screen.getByRole('heading', { level: 1, name: 'Playbooks' })).toBeVisible()
  expect(screen.getByRole('dialog').query()).toBeNull()
})

test('an Asterisk is tested with the secret as it is typed, and the secret is kept apart from the settings', async () => {
  const { screen, asked } = await openSettings({
    answers: {
      'dialer.test': () => ({
        ok: false,
        failure: { kind: 'dialer.unreachable', dialer: 'asterisk', host: '127.0.0.1', port: 5038, cause: 'ECONNREFUSED' },
      }),
      'secret.keep': () => ({ ok: true, value: null }),
    },
  })
  const form = screen.getByRole('region', { name: 'Asterisk' })
  await expect.element(form.getByRole('button', { name: 'Test Asterisk' })).toBeDisabled()
  await form.getByRole('textbox', { name: 'User in manager.conf' }).fill('steadyline-101')
  await form.getByLabelText('Secret').fill('open sesame')
  await form.getByRole('textbox', { name: 'Your channel' }).fill('PJSIP/101')
  await form.getByRole('button', { name: 'Test Asterisk' }).click()
  await expect
    .element(screen.getByText('Asterisk did not answer at 127.0.0.1:5038. Is its manager interface switched on?'))
    .toBeVisible()
  await form.getByRole('button', { name: 'Save Asterisk' }).click()
  const address = { enabled: false, host: '127.0.0.1', port: 5038 }
  const asterisk = { ...address, user: 'steadyline-101', channel: 'PJSIP/101', context: 'from-internal' }
  expect(asked).toEqual([
    { channel: 'dialer.test', payload: { dialer: 'asterisk', settings: asterisk, secret: 'open sesame' } },
    { channel: 'secret.keep', payload: { secret: 'asteriskSecret', value: 'open sesame' } },
    { channel: 'settings.change', payload: { asterisk } },
  ])
})

test('how promised calls ring is kept as it was written, and what cannot be is said beside it', async () => {
  const { screen, asked } = await openSettings({ answers: { 'settings.change': () => ({ ok: true, value: defaultSettings }) } })
  const form = screen.getByRole('region', { name: 'Promised calls' })
  const save = form.getByRole('button', { name: 'Save promised calls' })
  await expect.element(save).toBeDisabled()
  await form.getByRole('textbox', { name: 'Minutes before, said once' }).fill('121')
  await expect.element(form.getByText('A number from 0 to 120.')).toBeVisible()
  await expect.element(save).toBeDisabled()
  await form.getByRole('textbox', { name: 'Minutes before, said once' }).fill('10')
  await form.getByRole('textbox', { name: 'Call until' }).fill('8')
  await expect.element(form.getByText('Must be another time than the first.')).toBeVisible()
  await form.getByRole('textbox', { name: 'Call until' }).fill('18.30')
  await save.click()
  await form.getByText('Sound when one is due').click()
  const { callbacks } = defaultSettings
  expect(asked.map(({ payload }) => payload)).toEqual([
    { callbacks: { ...callbacks, leadMinutes: 10, callTo: '18:30' } },
    { callbacks: { ...callbacks, sound: false } },
  ])
})

test('the zone rules of the window and of the companion are named, so that help can compare them', async () => {
  const { screen } = await openSettings({})
  await expect.element(screen.getByText(/^Zone rules of this window: \d{4}-[0-9a-f]{8}$/)).toBeInTheDocument()
  await expect.element(screen.getByText('Zone rules of the companion: 2026a')).toBeInTheDocument()
})
