import * as z from 'zod'
import { failed, type Result, success } from '../../../shared/result.ts'

/** Bytes; the longest list that a phone with its few calls prints is a thousandth of this. */
export const longestPayload = 1024 * 1024

export interface Decoded {
  readonly payloads: readonly string[]
  /** Why nothing behind these payloads can be trusted; the decoder takes no more after it. */
  readonly garbled: string | null
}

/** Cuts a byte stream into netstring payloads (`<bytes>:<payload>,`), however it was split or joined on its way. */
export class NetstringDecoder {
  private digits = ''
  private payload: Buffer | null = null
  private filled = 0
  private garbled: string | null = null

  take(chunk: Uint8Array): Decoded {
    const payloads: string[] = []
    let at = 0
    while (at < chunk.length && this.garbled === null) {
      if (this.payload === null) at = this.takeDigit(chunk, at)
      else if (this.filled < this.payload.length) at = this.takeBody(this.payload, chunk, at)
      else at = this.takeEnd(this.payload, chunk, at, payloads)
    }
    return { payloads, garbled: this.garbled }
  }

  private takeDigit(chunk: Uint8Array, at: number): number {
    const character = String.fromCharCode(chunk[at] ?? 0)
    if (character >= '0' && character <= '9' && this.digits.length < 7) {
      this.digits += character
    } else if (character === ':' && this.digits !== '' && Number(this.digits) <= longestPayload) {
      this.payload = Buffer.alloc(Number(this.digits))
      this.filled = 0
    } else {
      this.garbled = `no netstring length: ${JSON.stringify(this.digits + character)}`
    }
    return at + 1
  }

  private takeBody(payload: Buffer, chunk: Uint8Array, at: number): number {
    const part = chunk.subarray(at, at + payload.length - this.filled)
    payload.set(part, this.filled)
    this.filled += part.length
    return at + part.length
  }

  private takeEnd(payload: Buffer, chunk: Uint8Array, at: number, payloads: string[]): number {
    if (chunk[at] !== 0x2c) {
      this.garbled = 'no comma behind a netstring'
      return at
    }
    payloads.push(payload.toString('utf8'))
    this.payload = null
    this.digits = ''
    return at + 1
  }
}

export function encodeNetstring(payload: string): Buffer {
  const body = Buffer.from(payload, 'utf8')
  return Buffer.concat([Buffer.from(`${body.length}:`), body, Buffer.from(',')])
}

/** A field of the wrong type is as good as missing; the event itself still happened. */
const text = z.string().optional().catch(undefined)

const event = z.looseObject({
  event: z.literal(true),
  type: z.string(),
  accountaor: text,
  direction: z.enum(['incoming', 'outgoing']).optional().catch(undefined),
  peeruri: text,
  peerdisplayname: text,
  id: text,
  param: text,
})

const response = z.looseObject({
  response: z.literal(true),
  ok: z.boolean(),
  data: z.string().default('').catch(''),
  token: text,
})

export type BaresipEvent = z.infer<typeof event>
export type BaresipResponse = z.infer<typeof response>

export type BaresipFrame =
  | { readonly kind: 'event'; readonly event: BaresipEvent }
  | { readonly kind: 'response'; readonly response: BaresipResponse }

/** Fails with what is wrong when the payload is no event and no response; the frames behind it are still good. */
export function readFrame(payload: string): Result<BaresipFrame, string> {
  const json = parsedJson(payload)
  if (!json.ok) return json
  const asEvent = event.safeParse(json.value)
  if (asEvent.success) return success({ kind: 'event', event: asEvent.data })
  const asResponse = response.safeParse(json.value)
  if (asResponse.success) return success({ kind: 'response', response: asResponse.data })
  return failed('neither an event nor a response')
}

function parsedJson(payload: string): Result<unknown, string> {
  try {
    return success(JSON.parse(payload))
  } catch {
    return failed('no JSON')
  }
}
