import type { Result } from '../../shared/result.ts'
import type { Settings } from '../../shared/settings/settings.ts'
import type { HostedHub, HostingFailure } from '../../shared/transfer/team.ts'
import type { Log } from '../log.ts'

export interface HubHosting {
  state(): HostedHub
  /** Runs, moves or stops the hub as the settings say. */
  apply(settings: Settings['hub']): Promise<void>
  admit(user: string): Promise<Result<{ password: string }, HostingFailure>>
  expel(user: string): Promise<Result<null, HostingFailure>>
  stop(): Promise<void>
}

/** The hub on this machine, for as long as the companion runs. */
export function hubHosting(_parts: { dataDir: string; log: Log; changed: (hub: HostedHub) => void }): HubHosting {
  return {
    state: () => ({ state: 'off' }),
    apply: async () => undefined,
    admit: async () => ({ ok: false, failure: { kind: 'hosting.failed', cause: 'off' } }),
    expel: async () => ({ ok: false, failure: { kind: 'hosting.failed', cause: 'off' } }),
    stop: async () => undefined,
  }
}
