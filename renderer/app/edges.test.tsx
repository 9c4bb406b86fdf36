import { expect, test } from 'vitest'
import type { DialerHealth } from '../../shared/dialers/dialer-health.ts'
import { noPowers } from '../../shared/dialers/dialer-health.ts'
import { showApp } from './show-app.tsx'

const retrying: DialerHealth = {
  dialer: 'baresip',
  state: 'retrying',
  failure: { kind: 'dialer.unreachable', dialer: 'baresip', host: '127.0.0.1', port: 4444, cause: 'ECONNREFUSED' },
  retryAt: 5000,
  warnings: [],
  powers: noPowers,
}

test('a dialer that is away says when it is tried again', async () => {
  const { screen } = await showApp({ mirror: { dialers: [retrying] } })
  await expect.element(screen.getByRole('button', { name: 'baresip: trying again in 4 s' })).toBeVisible()
})

test('the dialer in trouble is named before the one that is well', async () => {
  const ready: DialerHealth = { ...retrying, dialer: 'push', state: 'ready', failure: null, retryAt: null }
  const { screen } = await showApp({ mirror: { dialers: [ready, retrying] } })
  await expect.element(screen.getByRole('button', { name: 'baresip: trying again in 4 s' })).toBeVisible()
})

test('without a dialer the window says so', async () => {
  const { screen } = await showApp({ mirror: { dialers: [{ ...retrying, state: 'off', failure: null }] } })
  await expect.element(screen.getByRole('button', { name: 'No dialer connected' })).toBeVisible()
})

test('an open control port is a warning on every screen', async () => {
  const exposed: DialerHealth = { ...retrying, state: 'ready', failure: null, warnings: ['control-port-exposed'] }
  const { screen } = await showApp({ mirror: { dialers: [exposed] } })
  await expect.element(screen.getByText('Anyone on your network can control this baresip.')).toBeVisible()
})

test('a lost line is said, and the screen stays as it was', async () => {
  const { screen, mirror } = await showApp()
  mirror.set({ ...mirror.get(), link: 'down' })
  await expect.element(screen.getByRole('alert')).toHaveTextContent('You see the last known state')
  await expect.element(screen.getByRole('heading', { level: 1 })).toBeVisible()
})

test('a window that is not the one with the notes can become it', async () => {
  let takenOver = 0
  const { screen, storage } = await showApp()
  storage.set({ kind: 'elsewhere', takeOver: () => void takenOver++ })
  await screen.getByRole('button', { name: 'Use this window' }).click()
  expect(takenOver).toBe(1)
})

test('a window that never had the notes is told where they are, and can become the one with them', async () => {
  const { screen, storage, mirror } = await showApp()
  mirror.set({ ...mirror.get(), link: 'connecting' })
  storage.set({ kind: 'elsewhere', takeOver: () => undefined })
  await expect.element(screen.getByText('Steadyline is open in another window. Notes are saved there.')).toBeVisible()
  await expect.element(screen.getByRole('button', { name: 'Use this window' })).toBeVisible()
})

test('a disk without room is said with what is left of it', async () => {
  const { screen, storage } = await showApp()
  storage.set({ kind: 'refused', freeBytes: 120 * 1024 * 1024 })
  await expect.element(screen.getByRole('alert')).toHaveTextContent('Only 120 MB free on this disk.')
})

test('in the browser there is no switch for a window on top', async () => {
  const { screen, mirror } = await showApp()
  await expect.element(screen.getByRole('button', { name: 'On top' })).toBeVisible()
  mirror.set({ ...mirror.get(), about: { ...mirror.get().about, shell: 'browser' } })
  await expect.poll(() => screen.getByRole('button', { name: 'On top' }).query()).toBeNull()
})
