import { StringDecoder } from 'node:string_decoder'

/** Characters; a channel's variables may make a line long, and nothing makes it this long. */
export const longestLine = 64 * 1024
export const mostLines = 1_000

/** The lines of one message by their keys; of a key that comes twice, the first. */
export type AmiMessage = Readonly<Record<string, string>>

export interface Decoded {
  readonly messages: readonly AmiMessage[]
  /** Why nothing behind these messages can be trusted; the decoder takes no more after it. */
  readonly garbled: string | null
}

/** Cuts a byte stream into messages (`Key: value` lines, an empty line at the end), however it was split or joined on its way. */
export class AmiDecoder {
  private readonly decoder = new StringDecoder('utf8')
  private rest = ''
  private greeted = false
  private lines: [string, string][] = []
  private garbled: string | null = null

  take(chunk: Uint8Array): Decoded {
    const messages: AmiMessage[] = []
    if (this.garbled === null) {
      const pieces = (this.rest + this.decoder.write(Buffer.from(chunk))).split('\n')
      this.rest = pieces.pop() ?? ''
      for (const piece of pieces) if (this.garbled === null) this.takeLine(piece.replace(/\r$/, ''), messages)
      if (this.rest.length > longestLine) this.garbled ??= 'a line without an end'
    }
    return { messages, garbled: this.garbled }
  }

  private takeLine(line: string, messages: AmiMessage[]): void {
    if (line.length > longestLine) {
      this.garbled = 'a line without an end'
    } else if (!this.greeted) {
      this.greeted = line.startsWith('Asterisk Call Manager/')
      if (!this.greeted) this.garbled = `no Asterisk: ${JSON.stringify(line.slice(0, 80))}`
    } else if (line === '') {
      if (this.lines.length > 0) messages.push(Object.fromEntries(this.lines.toReversed()))
      this.lines = []
    } else {
      const [, key, value] = /^([^:\s]{1,200}):[ \t]*(.*)$/s.exec(line) ?? []
      if (key !== undefined) this.lines.push([key, value ?? ''])
      if (this.lines.length > mostLines) this.garbled = 'a message without an end'
    }
  }
}

/** A value cannot begin a line of its own, whatever is in it: control characters are left out. */
export function encodeAction(fields: Readonly<Record<string, string>>): string {
  const lines = Object.entries(fields).map(([key, value]) => `${key}: ${value.replace(/\p{Cc}/gu, '')}\r\n`)
  return `${lines.join('')}\r\n`
}
