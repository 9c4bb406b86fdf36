import { stripVTControlCharacters } from 'node:util'

/** One line of what `listcalls` prints. */
export interface ListedCall {
  /** Told by the lists of newer versions, and by walking the accounts of older ones. */
  readonly account: string | null
  readonly line: number
  /** Told by newer versions. */
  readonly id: string | null
  /** What commands hit. */
  readonly current: boolean
  readonly phase: 'ringing' | 'dialling' | 'early' | 'answered'
  /** Whole seconds, in milliseconds, since the call was answered. */
  readonly answeredFor: number
  /** Put on hold by the agent: a hold by the far end is not shown. */
  readonly onHold: boolean
  readonly peer: string
}

export interface Account {
  readonly aor: string
  readonly current: boolean
}

const phases: Readonly<Record<string, ListedCall['phase']>> = {
  INCOMING: 'ringing',
  OUTGOING: 'dialling',
  RINGING: 'dialling',
  EARLY: 'early',
  ESTABLISHED: 'answered',
}

const heading = /^--- Active calls \((\d+)\) ---$/
const callLine = /^(>| ) \[line (\d+)(?:, id (\S+))?\] +(\d+):(\d\d):(\d\d) +([A-Z]+) +(\(on hold\) +)?(\S.*)$/
const accountLine = /^(>| ) .*?(sips?:\S+@\S+)/

/**
 * The calls of a `listcalls` answer, or `null` when it cannot be read whole.
 *
 * A list that is short by a line must not pass for the truth: what it leaves out would be taken for ended.
 */
export function readListing(answer: string, account: string | null = null): readonly ListedCall[] | null {
  const lines = stripVTControlCharacters(answer).split('\n')
  if (lines.some((line) => line === '--- No active calls ---')) return []
  const headings = lines.flatMap((line) => heading.exec(line)?.[1] ?? [])
  const promised = headings.reduce((sum, count) => sum + Number(count), 0)
  const found = lines.filter((line) => callLine.test(line))
  if (headings.length === 0 || found.length !== promised) return null
  return callsOf(lines, account)
}

function callsOf(lines: readonly string[], account: string | null): readonly ListedCall[] {
  let owner = account
  const calls: ListedCall[] = []
  for (const line of lines) {
    const named = /^User-Agent: (\S+)$/.exec(line)?.[1]
    if (named !== undefined) owner = `sip:${named}`
    const call = listedCall(line, owner)
    if (call !== null) calls.push(call)
  }
  return calls
}

function listedCall(text: string, account: string | null): ListedCall | null {
  const match = callLine.exec(text)
  if (match === null) return null
  const [, marker, line, id, hours, minutes, seconds, state = '', hold, peer = ''] = match
  const phase = phases[state]
  if (phase === undefined) return null
  return {
    account,
    line: Number(line),
    id: id ?? null,
    current: marker === '>',
    phase,
    answeredFor: ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000,
    onHold: hold !== undefined,
    peer: peer.trim(),
  }
}

/** The accounts of a `reginfo` answer. */
export function readAccounts(answer: string): readonly Account[] {
  return stripVTControlCharacters(answer)
    .split('\n')
    .flatMap((line) => {
      const match = accountLine.exec(line)
      return match?.[2] === undefined ? [] : [{ aor: match[2], current: match[1] === '>' }]
    })
}

/** What `callstat` says about the current call: its id and its peer, or `null` when there is none. */
export function readCurrentCall(answer: string): { readonly id: string; readonly peer: string } | null {
  const plain = stripVTControlCharacters(answer)
  const id = /^ af=\S+ id=(\S+)$/m.exec(plain)?.[1]
  const peer = /^ peer_uri: +(?:.*<)?([^<>\n]+)>?$/m.exec(plain)?.[1]
  return id === undefined || peer === undefined ? null : { id, peer }
}
