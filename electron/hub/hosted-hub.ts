import { type Result, success } from '../../shared/result.ts'
import type { Settings } from '../../shared/settings/settings.ts'
import type { HostedHub, HostingFailure } from '../../shared/transfer/team.ts'
import type { Log } from '../log.ts'
import { openHub, type RunningHub } from './hub.ts'
import { type Members, openMembers } from './members.ts'

export interface HubHosting {
  state(): HostedHub
  /** Runs, moves or stops the hub as the settings say. */
  apply(settings: Settings['hub']): Promise<void>
  admit(user: string): Promise<Result<{ password: string }, HostingFailure>>
  expel(user: string): Promise<Result<null, HostingFailure>>
  stop(): Promise<void>
}

export interface HubHostingParts {
  readonly dataDir: string
  readonly log: Log
  readonly changed: (hub: HostedHub) => void
  /** Milliseconds after which a hub that could no longer write is started again. */
  readonly retryAfter?: number
  readonly openHub?: typeof openHub
}

/** The hub on this machine, for as long as the companion runs. */
export function hubHosting(parts: HubHostingParts): HubHosting {
  const { dataDir, log, changed, retryAfter = 30_000 } = parts
  let state: HostedHub = { state: 'off' }
  let running: RunningHub | null = null
  let members: Members | null = null
  let wanted: Settings['hub'] | null = null
  let unwatch = () => {}
  let retry: NodeJS.Timeout | undefined
  let lastTurn: Promise<unknown> = Promise.resolve()

  function become(next: HostedHub): void {
    state = next
    changed(next)
  }

  function fails(failure: HostingFailure): void {
    log.warn('The hub does not run', { ...failure })
    become({ state: 'failed', failure })
  }

  /** One after another, as they were asked for. */
  function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const done = lastTurn.then(work)
    lastTurn = done.catch(() => undefined)
    return done
  }

  async function team(): Promise<Result<Members, HostingFailure>> {
    if (members !== null) return success(members)
    const opened = await openMembers(dataDir)
    if (!opened.ok) return opened
    members = opened.value
    unwatch = members.watch(tellWhoBelongs)
    return opened
  }

  function tellWhoBelongs(): void {
    if (running !== null && members !== null) become(runningState(running, members))
  }

  async function close(): Promise<void> {
    clearTimeout(retry)
    const open = running
    running = null
    await open?.close()
  }

  async function open(settings: Settings['hub']): Promise<void> {
    const { port, listen } = settings
    const certificate = settings.certificate === '' ? null : { certificate: settings.certificate, key: settings.key }
    if (listen === 'everywhere' && certificate === null) return fails({ kind: 'hosting.needsCertificate' })
    become({ state: 'starting' })
    const known = await team()
    if (!known.ok) return fails(known.failure)
    const hub = await (parts.openHub ?? openHub)({ dataDir, port, listen, certificate, members: known.value, log, troubled })
    if (!hub.ok) return fails(hub.failure)
    running = hub.value
    become(runningState(hub.value, known.value))
  }

  /** A store that failed once refuses every later write until it is opened again. */
  function troubled(failure: HostingFailure): void {
    void inTurn(async () => {
      if (running === null) return
      await close()
      fails(failure)
      retry = setTimeout(() => void inTurn(async () => (wanted?.enabled ? open(wanted) : undefined)), retryAfter)
      retry.unref()
    })
  }

  return {
    state: () => state,
    apply: (settings) =>
      inTurn(async () => {
        const isSame = JSON.stringify(settings) === JSON.stringify(wanted)
        if (isSame && (running !== null || !settings.enabled)) return
        wanted = settings
        await close()
        if (settings.enabled) await open(settings)
        else if (state.state !== 'off') become({ state: 'off' })
      }),
    async admit(user) {
      const known = await team()
      return known.ok ? known.value.admit(user) : known
    },
    async expel(user) {
      const known = await team()
      return known.ok ? known.value.expel(user) : known
    },
    stop: () =>
      inTurn(async () => {
        unwatch()
        await close()
      }),
  }
}

function runningState({ urls, encrypted }: RunningHub, members: Members): HostedHub {
  return { state: 'running', urls, encrypted, members: members.list() }
}
