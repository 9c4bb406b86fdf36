import { expect } from '@playwright/test'
import type { Colleague } from '../../shared/transfer/colleague.ts'
import type { HubLink } from '../../shared/transfer/team.ts'
import type { App } from '../app/app.ts'
import { ask } from '../app/contract-from-page.ts'
import type { RealHub } from '../rig/real-hub.ts'

/** Somebody of the team; the hub knows them by a password of their own. */
export type Member = Pick<Colleague, 'id' | 'name' | 'role'> & Partial<Pick<Colleague, 'topics' | 'number'>>

export const ana: Member = { id: 'ana', name: 'Ana Sild', role: 'agent' }
export const mia: Member = { id: 'mia', name: 'Mia Saar', role: 'manager', number: '101' }
export const liis: Member = { id: 'liis', name: 'Liis Pold', role: 'expert', topics: ['deliveries'], number: '102' }

function passwordOf({ id }: Member): string {
  return `password of ${id}`
}

export function passwordsOf(members: readonly Member[]): Readonly<Record<string, string>> {
  return Object.fromEntries(members.map((member) => [member.id, passwordOf(member)]))
}

/** Signs this Steadyline in as a member, with what the team form would ask for, and waits until the hub has them. */
export async function joins(
  app: App,
  { url }: Pick<RealHub, 'url'>,
  member: Member,
  password = passwordOf(member),
): Promise<void> {
  const { id: user, name: agentName, role, topics = [], number = '' } = member
  await ask(app.page, 'secret.keep', { secret: 'hubPassword', value: password })
  await ask(app.page, 'settings.change', { agentName, team: { enabled: true, url, user, role, topics, number } })
  await isConnected(app)
}

export async function isConnected(app: App): Promise<void> {
  await linkIs(app, 'up')
}

export async function hasLostTheHub(app: App): Promise<void> {
  await linkIs(app, 'down')
}

async function linkIs(app: App, state: HubLink['state']): Promise<void> {
  await expect.poll(async () => (await ask(app.page, 'companion.snapshot', null)).team.link.state).toBe(state)
}
