import type { Broadcast, BroadcastChannel, Broadcasts, Frame } from '../shared/contract.ts'

/** Milliseconds: half a drawn frame, so that what waits here still makes the next one. */
export const frameLength = 8

/**
 * Numbers what the companion tells and sends it in frames.
 *
 * The first message after a quiet moment leaves at once; a burst travels together, in order, once per half frame.
 */
export class Broadcaster {
  readonly #send: (frame: Frame) => void
  #seq = 0
  #waiting: Broadcast[] = []
  #quiet = true

  constructor(send: (frame: Frame) => void) {
    this.#send = send
  }

  /** Number of the last broadcast. */
  get seq(): number {
    return this.#seq
  }

  tell<Channel extends BroadcastChannel>(channel: Channel, payload: Broadcasts[Channel]): void {
    this.#seq += 1
    this.#waiting.push({ seq: this.#seq, channel, payload } as Broadcast)
    if (this.#quiet) this.#flush()
  }

  #flush(): void {
    const frame = this.#waiting
    this.#quiet = frame.length === 0
    if (this.#quiet) return
    this.#waiting = []
    this.#send(frame)
    setTimeout(() => this.#flush(), frameLength).unref()
  }
}
