import type { DialerFailure, DialerFindings } from '../../../shared/dialers/dialer-health.ts'
import { failed, type Result, success } from '../../../shared/result.ts'
import type { Settings } from '../../../shared/settings/settings.ts'
import type { Clock } from '../../clock.ts'
import type { Log } from '../../log.ts'
import { systemTimers, type Timers } from '../../timers.ts'
import { type Address, BaresipConnection } from './baresip-connection.ts'
import type { BaresipDialer } from './baresip-dialer.ts'
import { askForCalls } from './call-list.ts'
import { exposureOf } from './exposure.ts'

export interface BaresipTestDeps {
  readonly clock: Clock
  readonly log: Log
  readonly timers?: Timers
}

/**
 * Says what a connection with these settings finds.
 *
 * baresip takes one control client and throws off the one it has, so a live connection to the same address is asked instead.
 */
export async function testBaresip(
  settings: Settings['baresip'],
  live: BaresipDialer | undefined,
  { log, timers = systemTimers }: BaresipTestDeps,
): Promise<Result<DialerFindings, DialerFailure>> {
  const address = { host: settings.host, port: settings.port }
  if (live?.goesTo(address)) {
    const findings = live.findings()
    if (findings !== null) return findings
  }
  const warnings = await exposureOf(address.host, address.port)
  const found = await lookOnce(address, { log, timers })
  return found.ok ? success({ ...found.value, warnings }) : found
}

type Seen = Omit<DialerFindings, 'warnings'>

function lookOnce(address: Address, deps: { readonly log: Log; readonly timers: Timers }): Promise<Result<Seen, DialerFailure>> {
  return new Promise((resolve) => {
    const connection = new BaresipConnection(address, deps, {
      opened: () =>
        askForCalls(
          connection,
          () => 0,
          (answer) => {
            resolve(answer.ok ? success(seen(answer.value)) : answer)
            connection.drop(null)
          },
        ),
      heard: () => {},
      closed: (failure) => resolve(failed(failure ?? { kind: 'dialer.taken', dialer: 'baresip', ...address })),
    })
  })
}

function seen({
  accounts,
  calls,
}: {
  readonly accounts: readonly { readonly aor: string }[]
  readonly calls: readonly unknown[]
}): Seen {
  return { dialer: 'baresip', accounts: accounts.map(({ aor }) => aor), callsNow: calls.length }
}
