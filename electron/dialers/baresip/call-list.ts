import type { DialerFailure } from '../../../shared/dialers/dialer-health.ts'
import { failed, type Result, success } from '../../../shared/result.ts'
import type { BaresipResponse } from './baresip-codec.ts'
import type { BaresipConnection, PhoneCommand } from './baresip-connection.ts'
import { type Account, type ListedCall, readAccounts, readListing } from './baresip-listing.ts'

export interface PhoneState {
  readonly accounts: readonly Account[]
  readonly calls: readonly ListedCall[]
}

export type PhoneStateHandler = (state: Result<PhoneState, DialerFailure>) => void

/** The list cannot be read whole, or calls came and went while it was made. */
type Unreadable = { readonly kind: 'unreadable' }

const unreadable: Unreadable = { kind: 'unreadable' }
const mostTries = 5

/**
 * Asks for the accounts and for all calls of all of them.
 *
 * Newer versions list the calls of every account. 1.0.0 lists those of the current account alone, so with more than one
 * account the question goes around them and ends on the one that was current. `answered` is called in the order of the
 * stream; `eventsHeard` tells whether something happened on the way round, and then it is asked again.
 */
export function askForCalls(
  connection: BaresipConnection,
  eventsHeard: () => number,
  answered: PhoneStateHandler,
  triesLeft = mostTries,
): void {
  askOnce(connection, eventsHeard, (state) => {
    if (state.ok) return answered(state)
    if (state.failure.kind !== 'unreadable') return answered(failed(state.failure))
    if (triesLeft > 1) return askForCalls(connection, eventsHeard, answered, triesLeft - 1)
    return answered(failed({ kind: 'dialer.garbled', dialer: 'baresip', cause: 'its list of calls cannot be read' }))
  })
}

function askOnce(
  connection: BaresipConnection,
  eventsHeard: () => number,
  answered: (state: Result<PhoneState, DialerFailure | Unreadable>) => void,
): void {
  askAll(connection, [{ command: 'reginfo' }, { command: 'listcalls' }], (first) => {
    if (!first.ok) return answered(first)
    const [reginfo = '', listing = ''] = first.value
    const accounts = readAccounts(reginfo)
    const current = accounts.find((account) => account.current)
    if (accounts.length < 2 || current === undefined || listing.includes('User-Agent: ')) {
      return answered(stateOf(accounts, [readListing(listing, current?.aor ?? null)]))
    }
    const round = [...accounts.filter((account) => account !== current), current]
    const heardBefore = eventsHeard()
    const walk = round.flatMap(({ aor }) => [{ command: 'uafind', params: aor }, { command: 'listcalls' }])
    askAll(connection, walk, (rest) => {
      if (!rest.ok) return answered(rest)
      if (eventsHeard() !== heardBefore) return answered(failed(unreadable))
      const lists = round.map(({ aor }, index) => readListing(rest.value[index * 2 + 1] ?? '', aor))
      return answered(stateOf(accounts, lists))
    })
  })
}

function stateOf(accounts: readonly Account[], lists: readonly (readonly ListedCall[] | null)[]): Result<PhoneState, Unreadable> {
  const readable = lists.filter((list) => list !== null)
  return readable.length < lists.length ? failed(unreadable) : success({ accounts, calls: readable.flat() })
}

function askAll(
  connection: BaresipConnection,
  commands: readonly PhoneCommand[],
  answered: (answers: Result<readonly string[], DialerFailure>) => void,
): void {
  const answers: string[] = []
  let failedAlready = false
  const collect = (answer: Result<BaresipResponse, DialerFailure>) => {
    if (failedAlready) return
    failedAlready = !answer.ok
    if (!answer.ok) answered(answer)
    else if (answers.push(answer.value.data) === commands.length) answered(success(answers))
  }
  connection.send(commands.map((command) => ({ command, answered: collect })))
}
