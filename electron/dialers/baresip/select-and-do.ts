import type { DialerFailure } from '../../../shared/dialers/dialer-health.ts'
import { failed, type Result, success } from '../../../shared/result.ts'
import type { CallCommand } from '../dialer.ts'
import type { BaresipResponse } from './baresip-codec.ts'
import type { BaresipConnection, PhoneCommand } from './baresip-connection.ts'
import { readCurrentCall } from './baresip-listing.ts'
import type { PhoneCall } from './phone-call.ts'

const words: Readonly<Record<CallCommand, string>> = { answer: 'accept', hold: 'hold', resume: 'resume', hangUp: 'hangup' }
const noSuchCall: DialerFailure = { kind: 'dialer.noSuchCall', dialer: 'baresip' }

/** Whether the last event since `listen` was about a call. */
export class Ear {
  private last: string | undefined

  listen(): void {
    this.last = undefined
  }

  hear(id: string | undefined): void {
    this.last = id
  }

  heard(id: string): boolean {
    return this.last === id
  }
}

/** The phone a command goes to. */
export interface CommandedPhone {
  readonly connection: BaresipConnection
  /** How many it has. */
  readonly accounts: number
  readonly ear: Ear
}

/**
 * Makes the call the phone's current one, sees that it is, and gives the command.
 *
 * While two calls ring, the first `accept` of 1.0.0 only puts the other one aside: when no event about the call came before
 * its answer, it is given again.
 */
export async function selectAndDo(
  phone: CommandedPhone,
  call: PhoneCall,
  command: CallCommand,
): Promise<Result<null, DialerFailure>> {
  const selected = await select(phone, call)
  if (!selected.ok) return selected
  if (command === 'answer' && call.setAside) {
    const takenBack = await give(phone, call, { command: words.resume })
    if (!takenBack.ok) return takenBack
  }
  phone.ear.listen()
  const first = await give(phone, call, { command: words[command] })
  const tookHold = command !== 'answer' || call.id === null || phone.ear.heard(call.id)
  const done = first.ok && !tookHold ? await give(phone, call, { command: words[command] }) : first
  return accepted(done)
}

/** As `selectAndDo`, for a command that is no mere order. */
export async function selectAndGive(
  phone: CommandedPhone,
  call: PhoneCall,
  command: PhoneCommand,
): Promise<Result<null, DialerFailure>> {
  const selected = await select(phone, call)
  return selected.ok ? accepted(await give(phone, call, command)) : selected
}

export function accepted(done: Result<BaresipResponse, DialerFailure>): Result<null, DialerFailure> {
  if (!done.ok) return done
  return done.value.ok ? success(null) : failed(refusal(done.value))
}

async function select(phone: CommandedPhone, call: PhoneCall): Promise<Result<null, DialerFailure>> {
  if (call.id === null && call.line === null) return failed(noSuchCall)
  const found = await phone.connection.requestTogether(selecting(phone, call))
  if (!found.ok) return found
  if (!isFound(found.value.at(-1))) return failed(noSuchCall)
  return call.id === null ? hasItsPeer(phone, call) : success(null)
}

/** A call found in a list has no id yet: its line is selected and must turn out to have its peer. */
async function hasItsPeer({ connection }: CommandedPhone, call: PhoneCall): Promise<Result<null, DialerFailure>> {
  const current = await connection.request({ command: 'callstat' })
  if (!current.ok) return current
  return readCurrentCall(current.value.data)?.peer === call.peer ? success(null) : failed(noSuchCall)
}

/**
 * Selects again and gives the command in one write.
 *
 * The phone's commands carry no id and hit whatever call is current, and a call that rings meanwhile becomes current: nothing
 * may come between the two.
 */
async function give(
  phone: CommandedPhone,
  call: PhoneCall,
  command: PhoneCommand,
): Promise<Result<BaresipResponse, DialerFailure>> {
  const answers = await phone.connection.requestTogether([...selecting(phone, call), command])
  if (!answers.ok) return answers
  const done = answers.value.at(-1)
  return done !== undefined && isFound(answers.value.at(-2)) ? success(done) : failed(noSuchCall)
}

function selecting({ accounts }: CommandedPhone, call: PhoneCall): readonly PhoneCommand[] {
  const account = accounts > 1 && call.account !== null ? [{ command: 'uafind', params: call.account }] : []
  const itself = call.id === null ? { command: 'line', params: String(call.line) } : { command: 'callfind', params: call.id }
  return [...account, itself]
}

/** 1.0.0 says ok even when it found nothing to select. */
function isFound(answer: BaresipResponse | undefined): boolean {
  return answer?.ok === true && !/not found/.test(answer.data)
}

function refusal({ data }: BaresipResponse): DialerFailure {
  return { kind: 'dialer.refused', dialer: 'baresip', said: data.trim().slice(0, 200) }
}
