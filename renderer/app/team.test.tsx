import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { success } from '../../shared/result.ts'
import { defaultSettings } from '../../shared/settings/default-settings.ts'
import type { HostedHub } from '../../shared/transfer/team.ts'
import { type Shown, showApp } from './show-app.tsx'

const joined = {
  enabled: true,
  url: 'mqtts://hub.example:8883',
  user: 'jaan.tamm',
  role: 'manager',
  topics: ['deliveries'],
  number: '101',
} as const
const running: HostedHub = { state: 'running', urls: ['mqtt://192.168.1.20:1883'], encrypted: false, members: ['ana.sild'] }

async function openTeam(start: Shown = {}) {
  const shown = await showApp(start)
  await expect.element(shown.screen.getByRole('main')).toHaveFocus()
  await userEvent.keyboard('{Escape},')
  await expect.poll(() => shown.asked.splice(0)).toEqual([{ channel: 'journal.look', payload: null }])
  await shown.screen.getByRole('button', { name: 'Team, colleagues and hub' }).click()
  await expect.element(shown.screen.getByRole('dialog', { name: 'Team' })).toBeVisible()
  return shown
}

test('the page of the team takes the focus from the settings it was opened in, and Escape closes it', async () => {
  const { screen } = await openTeam()
  await expect.element(screen.getByRole('dialog', { name: 'Team' })).toHaveFocus()
  await userEvent.keyboard('{Escape}')
  await expect.poll(() => screen.getByRole('dialog').query()).toBeNull()
  await expect.element(screen.getByRole('main')).toHaveFocus()
})

const kept = { 'secret.keep': () => success(null), 'settings.change': () => success(defaultSettings) } as const

test('a supervisor joins the team: the password is sealed before the hub is used', async () => {
  const { screen, asked } = await openTeam({ answers: kept })
  await screen.getByRole('textbox', { name: 'Address of the hub' }).fill(' mqtts://hub.example:8883 ')
  await screen.getByRole('textbox', { name: 'Your name at the hub' }).fill('jaan.tamm')
  await screen.getByLabelText('Password').fill('correct horse')
  await screen.getByText('Manager', { exact: true }).click()
  await screen.getByRole('textbox', { name: 'Topics you know' }).fill('deliveries, refunds,')
  await screen.getByRole('textbox', { name: 'Your number' }).fill('101')
  await screen.getByRole('button', { name: 'Join the team' }).click()
  await expect
    .poll(() => asked)
    .toEqual([
      { channel: 'secret.keep', payload: { secret: 'hubPassword', value: 'correct horse' } },
      { channel: 'settings.change', payload: { team: { ...joined, topics: ['deliveries', 'refunds'] } } },
    ])
  await expect.element(screen.getByLabelText('Password')).toHaveValue('')
})

test('nothing else is changed when the password could not be sealed', async () => {
  const failure = { kind: 'settings.notSaved', cause: 'ENOSPC' } as const
  const { screen, asked } = await openTeam({
    mirror: { settings: { ...defaultSettings, team: joined } },
    answers: { ...kept, 'secret.keep': () => ({ ok: false, failure }) },
  })
  await screen.getByLabelText('Password').fill('new')
  await screen.getByRole('button', { name: 'Save' }).first().click()
  await expect.element(screen.getByText('The settings could not be saved. Is the disk full?').first()).toBeVisible()
  expect(asked.map(({ channel }) => channel)).toEqual(['secret.keep'])
})

test('a kept password is said to be kept, never shown, and can be forgotten', async () => {
  const { screen, asked } = await openTeam({
    mirror: { settings: { ...defaultSettings, team: joined }, secrets: ['hubPassword'] },
    answers: kept,
  })
  await expect.element(screen.getByText('Kept sealed. Write a new one to replace it.')).toBeVisible()
  await expect.element(screen.getByLabelText('Password')).toHaveValue('')
  await expect.element(screen.getByLabelText('Password')).toHaveAttribute('type', 'password')
  await screen.getByRole('button', { name: 'Forget the password' }).click()
  expect(asked).toEqual([{ channel: 'secret.keep', payload: { secret: 'hubPassword', value: '' } }])
})

test('trying the hub says in plain words whether it knows this person', async () => {
  let answer: ReturnType<NonNullable<NonNullable<Shown['answers']>['hub.test']>> = {
    ok: false,
    failure: { kind: 'hub.refused', url: joined.url },
  }
  const { screen, asked } = await openTeam({
    mirror: { settings: { ...defaultSettings, team: joined } },
    answers: { 'hub.test': () => answer },
  })
  await screen.getByRole('button', { name: 'Test', exact: true }).click()
  await expect.element(screen.getByText(/does not know this name and password/)).toBeVisible()
  answer = success(null)
  await screen.getByLabelText('Password').fill('right')
  await screen.getByRole('button', { name: 'Test', exact: true }).click()
  await expect.element(screen.getByText('The hub knows you.')).toBeVisible()
  expect(asked.map(({ payload }) => payload)).toEqual([
    { url: joined.url, user: joined.user },
    { url: joined.url, user: joined.user, password: 'right' },
  ])
})

test('a hub of the team’s own is trusted by the certificate that was pasted, and no longer when it is taken away', async () => {
  const { screen, asked } = await openTeam({
    mirror: { settings: { ...defaultSettings, team: joined } },
    answers: { ...kept, 'hub.test': () => ({ ok: false, failure: { kind: 'hub.authority', problem: 'expired' } }) },
  })
  const field = screen.getByRole('textbox', { name: 'Certificate of the hub’s own authority' })
  const pem = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----'
  await field.fill('-----BEGIN PRIVATE KEY-----')
  await expect.element(screen.getByText('This is a private key. It stays at the hub: ask for the certificate.')).toBeVisible()
  await expect.element(screen.getByRole('button', { name: 'Save' }).first()).toBeDisabled()
  await field.fill(`${pem}\n`)
  await screen.getByRole('button', { name: 'Test', exact: true }).click()
  await expect.element(screen.getByText(/This certificate has expired/)).toBeVisible()
  await screen.getByRole('button', { name: 'Save' }).first().click()
  await field.fill('')
  await screen.getByRole('button', { name: 'Save' }).first().click()
  expect(asked.map(({ payload }) => payload)).toEqual([
    { url: joined.url, user: joined.user, authority: pem },
    { team: { ...joined, authority: pem } },
    { team: joined },
  ])
})

test('only an encrypted hub has an authority', async () => {
  const { screen } = await openTeam()
  const field = screen.getByRole('textbox', { name: 'Certificate of the hub’s own authority' })
  await screen.getByRole('textbox', { name: 'Address of the hub' }).fill('mqtts://hub.example')
  await expect.element(field).toBeVisible()
  await screen.getByRole('textbox', { name: 'Address of the hub' }).fill('mqtt://hub.example')
  await expect.element(field).not.toBeInTheDocument()
})

test.each([
  ['Address of the hub', 'mqtt://ana:secret@hub', 'Write mqtt:// or mqtts:// and a host, without a password.'],
  ['Your name at the hub', 'Ana Sild', 'Small letters and digits, with dots, hyphens or underscores between.'],
  ['Seconds to answer', '2', 'A number from 5 to 600.'],
  ['Words in a brief', 'many', 'A number from 20 to 400.'],
])('%s cannot be “%s”', async (label, text, said) => {
  const { screen, asked } = await openTeam({ mirror: { settings: { ...defaultSettings, team: joined } } })
  await screen.getByRole('textbox', { name: label }).fill(text)
  await expect.element(screen.getByText(said)).toBeVisible()
  expect(asked).toEqual([])
})

test('a chat’s address is kept like a password', async () => {
  const { screen, asked } = await openTeam({ answers: kept })
  await screen.getByText('Mattermost', { exact: true }).click()
  await screen.getByLabelText('Webhook address').fill('https://chat.example/hooks/x')
  await screen.getByRole('button', { name: 'Keep the address' }).click()
  await expect
    .poll(() => asked)
    .toEqual([
      { channel: 'settings.change', payload: { webhook: { enabled: false, kind: 'mattermost' } } },
      { channel: 'secret.keep', payload: { secret: 'webhookUrl', value: 'https://chat.example/hooks/x' } },
    ])
})

test('the sound can be switched off, and how long a colleague has to answer be changed', async () => {
  const { screen, asked } = await openTeam({ answers: kept })
  await screen.getByText('Soft sound when a brief comes').click()
  await screen.getByRole('textbox', { name: 'Seconds to answer' }).fill('45')
  await screen.getByRole('region', { name: 'Handing over' }).getByRole('button', { name: 'Save' }).click()
  await expect
    .poll(() => asked.map(({ payload }) => payload))
    .toEqual([{ briefSound: false }, { transfer: { answerWithinSeconds: 45, briefWords: 120 } }])
})

test('a supervisor hosts the hub for the network with a certificate and its key, never with one of them', async () => {
  const { screen, asked } = await openTeam({ answers: kept })
  const hub = screen.getByRole('region', { name: 'Host the hub here' })
  await hub.getByText('The network', { exact: true }).click()
  await hub.getByRole('textbox', { name: 'Path of the certificate' }).fill('/etc/hub/cert.pem')
  await expect.element(hub.getByRole('button', { name: 'Save' })).toBeDisabled()
  await hub.getByRole('textbox', { name: 'Path of its key' }).fill('/etc/hub/key.pem')
  await hub.getByText('Run the hub').click()
  expect(asked).toEqual([
    {
      channel: 'settings.change',
      payload: {
        hub: { enabled: true, port: 1883, listen: 'everywhere', certificate: '/etc/hub/cert.pem', key: '/etc/hub/key.pem' },
      },
    },
  ])
})

test('a hub that did not start says why', async () => {
  const { screen } = await openTeam({ mirror: { hub: { state: 'failed', failure: { kind: 'hosting.needsCertificate' } } } })
  await expect.element(screen.getByText(/^Choose a certificate first/)).toBeVisible()
})

test('a colleague is let in with a password that is shown once, and put out again', async () => {
  const { screen, asked } = await openTeam({
    mirror: { hub: running },
    answers: { 'hub.admit': ({ user }) => success({ password: `for ${user}` }), 'hub.expel': () => success(null) },
  })
  await expect.element(screen.getByText('mqtt://192.168.1.20:1883')).toBeVisible()
  await screen.getByRole('textbox', { name: 'Name at the hub', exact: true }).fill('liis.pold')
  await userEvent.keyboard('{Enter}')
  await expect.element(screen.getByText('for liis.pold', { exact: true })).toBeVisible()
  await expect.element(screen.getByText('The password of liis.pold, shown once. Pass it on now.')).toBeVisible()
  await screen.getByRole('button', { name: 'Remove' }).click()
  expect(asked).toEqual([
    { channel: 'hub.admit', payload: { user: 'liis.pold' } },
    { channel: 'hub.expel', payload: { user: 'ana.sild' } },
  ])
})
