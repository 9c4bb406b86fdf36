/** Work that is watched and can be given up. */
export interface LongWork {
  readonly signal: AbortSignal
  /** Told how much of it is done, from 0 to 1. */
  readonly tell: (share: number) => void
}

/** Thrown by `goOn` inside of work that was given up, so that its transaction is undone. */
export class GivenUp extends Error {}

export function goOn({ signal }: LongWork): void {
  if (signal.aborted) throw new GivenUp()
}

/** Lets the window paint and hear keys before the work goes on. */
export async function breath(work: LongWork): Promise<void> {
  await new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })
  goOn(work)
}
