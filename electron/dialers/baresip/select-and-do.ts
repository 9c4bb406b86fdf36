import type { DialerFailure } from '../../../shared/dialers/dialer-health.ts'
import { failed, type Result, success } from '../../../shared/result.ts'
import type { DialerCommand } from '../dialer.ts'
import type { BaresipResponse } from './baresip-codec.ts'
import type { BaresipConnection } from './baresip-connection.ts'
import { readCurrentCall } from './baresip-listing.ts'
import type { PhoneCall } from './phone-call.ts'

const words: Readonly<Record<DialerCommand, string>> = { answer: 'accept', hold: 'hold', resume: 'resume', hangUp: 'hangup' }
const noSuchCall: DialerFailure = { kind: 'dialer.noSuchCall', dialer: 'baresip' }

/** Whether the last event since `listen` was about a call. */
export interface Ear {
  listen(): void
  heard(id: string): boolean
}

/**
 * Makes the call the phone's current one, sees that it is, and gives the command.
 *
 * The phone's commands carry no id and hit whatever call is current, and it says ok even when it found nothing to select.
 * While two calls ring, the first `accept` of 1.0.0 only puts the other one aside: when no event about the call came before
 * its answer, it is given again.
 */
export async function selectAndDo(
  connection: BaresipConnection,
  call: PhoneCall,
  command: DialerCommand,
  accounts: number,
  ear: Ear,
): Promise<Result<null, DialerFailure>> {
  if (accounts > 1 && call.account !== null) {
    const account = await connection.request({ command: 'uafind', params: call.account })
    if (!account.ok) return account
  }
  const selected = call.id === null ? await selectByLine(connection, call) : await selectById(connection, call.id)
  if (!selected.ok) return selected
  if (command === 'answer' && call.setAside) {
    const takenBack = await connection.request({ command: words.resume })
    if (!takenBack.ok) return takenBack
  }
  ear.listen()
  const first = await connection.request({ command: words[command] })
  const tookHold = command !== 'answer' || call.id === null || ear.heard(call.id)
  const done = first.ok && !tookHold ? await connection.request({ command: words[command] }) : first
  if (!done.ok) return done
  return done.value.ok ? success(null) : failed(refusal(done.value))
}

async function selectById(connection: BaresipConnection, id: string): Promise<Result<null, DialerFailure>> {
  const found = await connection.request({ command: 'callfind', params: id })
  if (!found.ok) return found
  return found.value.ok && !/not found/.test(found.value.data) ? success(null) : failed(noSuchCall)
}

/** A call found in a list has no id yet: its line is selected and must turn out to have its peer. */
async function selectByLine(connection: BaresipConnection, call: PhoneCall): Promise<Result<null, DialerFailure>> {
  if (call.line === null) return failed(noSuchCall)
  const chosen = await connection.request({ command: 'line', params: String(call.line) })
  if (!chosen.ok) return chosen
  const current = await connection.request({ command: 'callstat' })
  if (!current.ok) return current
  return readCurrentCall(current.value.data)?.peer === call.peer ? success(null) : failed(noSuchCall)
}

function refusal({ data }: BaresipResponse): DialerFailure {
  return { kind: 'dialer.refused', dialer: 'baresip', said: data.trim().slice(0, 200) }
}
