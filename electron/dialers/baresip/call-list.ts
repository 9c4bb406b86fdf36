import type { DialerFailure } from '../../../shared/dialers/dialer-health.ts'
import { failed, type Result, success } from '../../../shared/result.ts'
import type { BaresipResponse } from './baresip-codec.ts'
import type { AnswerHandler, BaresipConnection, PhoneCommand } from './baresip-connection.ts'
import { type Account, type ListedCall, readAccounts, readListing } from './baresip-listing.ts'

export interface PhoneState {
  readonly accounts: readonly Account[]
  /** How many accounts the next question has to walk: one where a list holds the calls of all. */
  readonly accountsToWalk: number
  readonly calls: readonly ListedCall[]
}

/** The list cannot be read whole, or the accounts changed while it was made. */
export interface UnreadableList {
  readonly kind: 'unreadable'
  readonly accountsToWalk: number
}

/**
 * Asks for the accounts and for all calls of all of them.
 *
 * 1.0.0 lists the calls of the current account alone, so with more than one account the question walks once around them and
 * ends where it began. It is written as one, and answered within the call to `answered`, in the order of the stream.
 */
export function askForCalls(
  connection: BaresipConnection,
  accountsToWalk: number,
  answered: (state: Result<PhoneState, DialerFailure | UnreadableList>) => void,
): void {
  const commands: PhoneCommand[] = [{ command: 'reginfo' }]
  for (let account = 0; account < accountsToWalk; account += 1) {
    commands.push({ command: 'listcalls' })
    if (accountsToWalk > 1) commands.push({ command: 'uanext' })
  }
  const answers: BaresipResponse[] = []
  const collect: AnswerHandler = (answer) => {
    if (!answer.ok) {
      if (answers.length < commands.length) answered(answer)
      answers.length = commands.length
      return
    }
    if (answers.push(answer.value) === commands.length) answered(stateFrom(answers))
  }
  connection.send(commands.map((command) => ({ command, answered: collect })))
}

function stateFrom([reginfo, ...walk]: readonly BaresipResponse[]): Result<PhoneState, UnreadableList> {
  const accounts = readAccounts(reginfo?.data ?? '')
  const first = walk[0]?.data ?? ''
  if (first.includes('User-Agent: ')) return stateOf(accounts, 1, [readListing(first)])
  const walked = Math.max(1, walk.length / 2)
  if (walked !== Math.max(1, accounts.length)) return failed({ kind: 'unreadable', accountsToWalk: Math.max(1, accounts.length) })
  let owner = accounts.find((account) => account.current)?.aor ?? null
  const lists: (readonly ListedCall[] | null)[] = []
  for (const { data } of walk) {
    const next = /^ua: (\S+)\s*$/.exec(data)?.[1]
    if (next === undefined) lists.push(readListing(data, owner))
    else owner = next
  }
  return stateOf(accounts, walked, lists)
}

function stateOf(
  accounts: readonly Account[],
  accountsToWalk: number,
  lists: readonly (readonly ListedCall[] | null)[],
): Result<PhoneState, UnreadableList> {
  const readable = lists.filter((list) => list !== null)
  if (readable.length < lists.length) return failed({ kind: 'unreadable', accountsToWalk })
  return success({ accounts, accountsToWalk, calls: readable.flat() })
}
