import type { BroadcastChannel, CompanionBridge } from '../../shared/contract.ts'
import { linePath, type RequestMessage, type ServerMessage } from '../../shared/wire.ts'

/** Milliseconds before each try to get the line back; the last one repeats. */
const backoff = [250, 500, 1000, 2000, 5000] as const

const lineDown = 'RequestRefused: the line to Steadyline is down'

interface Pending {
  readonly resolve: (answer: unknown) => void
  readonly reject: (refusal: Error) => void
}

type AnyListener = (payload: never, seq: number) => void

/** The bridge of the browser shell: the contract over one WebSocket that comes back by itself. */
export function browserBridge(openSocket = () => new WebSocket(`ws://${location.host}${linePath}`)): CompanionBridge {
  const listeners = new Map<BroadcastChannel, Set<AnyListener>>()
  const pending = new Map<number, Pending>()
  let socket = openSocket()
  let lastId = 0
  let failures = 0
  let up = false

  function follow(): void {
    socket.addEventListener('open', () => {
      failures = 0
      tellLink(true)
    })
    socket.addEventListener('message', ({ data }) => receive(JSON.parse(String(data))))
    socket.addEventListener('close', () => {
      rejectPending()
      if (up) tellLink(false)
      setTimeout(reconnect, backoff[Math.min(failures, backoff.length - 1)])
      failures += 1
    })
  }

  function reconnect(): void {
    socket = openSocket()
    follow()
  }

  function receive(message: ServerMessage): void {
    if ('frame' in message) {
      for (const { channel, payload, seq } of message.frame) tell(channel, payload as never, seq)
      return
    }
    const asked = pending.get(message.id)
    pending.delete(message.id)
    if (message.ok) asked?.resolve(message.answer)
    else asked?.reject(new Error(message.refusal))
  }

  function rejectPending(): void {
    for (const { reject } of pending.values()) reject(new Error(lineDown))
    pending.clear()
  }

  function tellLink(isUp: boolean): void {
    up = isUp
    tell('link.changed', { up } as never, 0)
  }

  function tell(channel: BroadcastChannel, payload: never, seq: number): void {
    for (const listener of listeners.get(channel) ?? []) listener(payload, seq)
  }

  follow()

  return {
    request: (channel, payload) =>
      new Promise((resolve, reject) => {
        if (!up) return reject(new Error(lineDown))
        lastId += 1
        pending.set(lastId, { resolve: (answer) => resolve(answer as never), reject })
        socket.send(JSON.stringify({ id: lastId, channel, payload } satisfies RequestMessage))
      }),
    on: (channel, listener) => {
      const heard = listeners.get(channel) ?? new Set<AnyListener>()
      listeners.set(channel, heard.add(listener))
      if (channel === 'link.changed' && up) queueMicrotask(() => up && heard.has(listener) && listener({ up } as never, 0))
      return () => void heard.delete(listener)
    },
  }
}
