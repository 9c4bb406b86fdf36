import type { WebSocket } from 'ws'
import * as z from 'zod'
import type { RequestMessage, ServerMessage } from '../../../shared/wire.ts'
import type { Log } from '../../log.ts'
import { type Reply, refused, replyFrom } from '../reply.ts'
import type { RequestRouter } from '../shell.ts'

/** Largest message a window may send: a playbook of the largest size, whatever its script and its escapes. */
export const maxMessageBytes = 7 * 1024 * 1024

/** Unsent bytes after which a window counts as stuck. */
const maxUnsentBytes = 8 * 1024 * 1024

const requestMessage = z.strictObject({
  id: z.number().int().nonnegative(),
  channel: z.string().max(100),
  payload: z.unknown(),
}) satisfies z.ZodType<RequestMessage>

/** Answers a message that carried no usable number; windows count from 1. */
const noRequest = 0

/** The connection to one window. */
export interface WindowLine {
  /** A window that takes nothing any more is dropped: it comes back for a snapshot instead of using up memory. */
  send(text: string): void
  /** To be called regularly: drops a window that has not answered since the last time. */
  checkAlive(): void
}

export function openWindowLine(socket: WebSocket, router: RequestRouter, log: Log): WindowLine {
  let alive = true

  function send(text: string): void {
    if (socket.readyState !== socket.OPEN) return
    if (socket.bufferedAmount > maxUnsentBytes) {
      log.warn('Dropped a window that stopped listening', { unsentBytes: socket.bufferedAmount })
      socket.terminate()
      return
    }
    socket.send(text)
  }

  async function answer(data: string | null): Promise<void> {
    const message = data === null ? undefined : json(data)
    const request = requestMessage.safeParse(message)
    if (request.success) {
      const { id, channel, payload } = request.data
      send(JSON.stringify(messageOf(id, await replyFrom(router, channel, payload))))
    } else {
      log.warn('Refused a message that is no request')
      send(JSON.stringify(messageOf(numberIn(message), refused('the message is no request'))))
    }
  }

  socket.on('message', (data, isBinary) => void answer(isBinary ? null : String(data)))
  socket.on('pong', () => {
    alive = true
  })
  socket.on('error', (error) => log.warn('The line to a window broke', { cause: error.message }))

  return {
    send,
    checkAlive() {
      if (!alive) return socket.terminate()
      alive = false
      socket.ping()
    },
  }
}

function messageOf(id: number, reply: Reply): ServerMessage {
  return reply.ok ? { id, ok: true, answer: reply.answer } : { id, ok: false, refusal: reply.refusal }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function numberIn(message: unknown): number {
  const id = requestMessage.shape.id.safeParse(
    typeof message === 'object' && message !== null && 'id' in message ? message.id : null,
  )
  return id.success ? id.data : noRequest
}
