import type { DialerFailure } from '../../../shared/dialers/dialer-health.ts'
import { failed, type Result, success } from '../../../shared/result.ts'
import type { BaresipResponse } from './baresip-codec.ts'
import type { BaresipConnection, PhoneCommand } from './baresip-connection.ts'
import { type Account, type ListedCall, readAccounts, readListing } from './baresip-listing.ts'

export interface PhoneState {
  readonly accounts: readonly Account[]
  readonly calls: readonly ListedCall[]
}

/** A list that cannot be read whole, or that took more than one answer while calls came and went: ask again. */
export interface UnreadableList {
  readonly kind: 'unreadable'
}

export type PhoneStateHandler = (state: Result<PhoneState, DialerFailure | UnreadableList>) => void

const unreadable: UnreadableList = { kind: 'unreadable' }

/**
 * Asks for the accounts and for all calls of all of them.
 *
 * Newer versions list the calls of every account. 1.0.0 lists those of the current account alone, so with more than one
 * account the question goes around them and ends on the one that was current. `answered` is called in the order of the
 * stream; `eventsHeard` tells whether something happened on the way round.
 */
export function askForCalls(connection: BaresipConnection, eventsHeard: () => number, answered: PhoneStateHandler): void {
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

function stateOf(
  accounts: readonly Account[],
  lists: readonly (readonly ListedCall[] | null)[],
): Result<PhoneState, UnreadableList> {
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
