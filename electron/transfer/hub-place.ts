import type { HubTest } from '../../shared/contract.ts'
import { failed, type Result, success } from '../../shared/result.ts'
import { type Settings, settingsChange } from '../../shared/settings/settings.ts'
import type { HubFailure } from '../../shared/transfer/team.ts'
import { authorityProblem } from './authority.ts'
import type { HubAddress } from './hub-line.ts'

/** Where the hub is and who knocks, or what is still missing to say so. */
export function hubAddress(
  team: Pick<Settings['team'], 'url' | 'user' | 'authority'>,
  password: string | null,
): Result<HubAddress, HubFailure> {
  const { url, user, authority = '' } = team
  if (!URL.canParse(url)) return missing('url')
  if (user === '') return missing('user')
  if (!password) return missing('password')
  const problem = authorityProblem(authority)
  if (problem !== null) return failed({ kind: 'hub.authority', problem })
  return success({ url, user, password, authority })
}

/** What a person typed, before it is a setting. */
export function typedHubAddress(
  typed: Pick<HubTest, 'url' | 'user' | 'authority'>,
  password: string | null,
  team: Settings['team'],
): Result<HubAddress, HubFailure> {
  const url = typed.url.trim()
  if (!isTeam({ ...team, url })) return missing('url')
  if (!isTeam({ ...team, url, user: typed.user })) return missing('user')
  return hubAddress({ url, user: typed.user, authority: typed.authority ?? '' }, password)
}

function isTeam(team: unknown): boolean {
  return settingsChange.safeParse({ team }).success
}

function missing(what: 'url' | 'user' | 'password'): Result<HubAddress, HubFailure> {
  return failed({ kind: 'hub.notConfigured', missing: what })
}
