import type { DialerFailure, DialerFindings } from '../../../shared/dialers/dialer-health.ts'
import { failed, type Result, success } from '../../../shared/result.ts'
import type { Settings } from '../../../shared/settings/settings.ts'
import type { Log } from '../../log.ts'
import { systemTimers, type Timers } from '../../timers.ts'
import { AmiConnection } from './ami-connection.ts'
import { isOwn } from './ami-events.ts'
import { missingIn } from './asterisk-dialer.ts'
import { ChannelListing } from './channel-listing.ts'

export interface AsteriskTestDeps {
  readonly log: Log
  readonly timers?: Timers
}

/** Says what a login with these settings finds; Asterisk takes several of one user unless it is told not to. */
export function testAsterisk(
  settings: Settings['asterisk'],
  secret: string | null,
  { log, timers = systemTimers }: AsteriskTestDeps,
): Promise<Result<DialerFindings, DialerFailure>> {
  const missing = missingIn(settings, secret)
  if (missing !== null || secret === null)
    return Promise.resolve(failed({ kind: 'dialer.notConfigured', dialer: 'asterisk', missing: missing ?? 'secret' }))
  return new Promise((resolve) => {
    const listing = new ChannelListing()
    const address = { host: settings.host, port: settings.port }
    const connection: AmiConnection = new AmiConnection(
      address,
      { user: settings.user, secret },
      { timers, log },
      {
        opened: async () => {
          const listed = await listing.ask(connection, (channels) => {
            const callsNow = channels.filter(({ Channel }) => isOwn(settings.channel, Channel)).length
            resolve(success({ dialer: 'asterisk', accounts: [settings.channel], callsNow, warnings: [] }))
          })
          connection.drop(listed.ok ? { kind: 'dialer.off', dialer: 'asterisk' } : listed.failure)
        },
        heard: (event) => void listing.took(event),
        closed: (failure) => resolve(failed(failure)),
      },
    )
  })
}
