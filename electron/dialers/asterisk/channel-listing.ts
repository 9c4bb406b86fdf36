import type { DialerFailure } from '../../../shared/dialers/dialer-health.ts'
import { failed, type Result, success } from '../../../shared/result.ts'
import type { AmiConnection } from './ami-connection.ts'
import type { AmiEvent } from './ami-events.ts'

/** Events that belong to a list and to nothing else. */
const listed = 'CoreShowChannel'
const complete = 'CoreShowChannelsComplete'

/** Collects the list of all channels, which arrives as events between the others. */
export class ChannelListing {
  private channels: AmiEvent[] = []
  private done: ((channels: readonly AmiEvent[]) => void) | null = null

  /** Fails when Asterisk does not give a list; resolves in the order of the stream. */
  async ask(connection: AmiConnection, whole: (channels: readonly AmiEvent[]) => void): Promise<Result<null, DialerFailure>> {
    this.channels = []
    const arrived = new Promise<void>((resolve) => {
      this.done = (channels) => {
        whole(channels)
        resolve()
      }
    })
    const begun = await connection.ask({ Action: 'CoreShowChannels' })
    if (!begun.ok) return failed(begun.failure)
    await arrived
    return success(null)
  }

  /** Whether the event was part of a list. */
  took(event: AmiEvent): boolean {
    if (event.Event === listed) this.channels.push(event)
    if (event.Event === complete) this.done?.(this.channels)
    return event.Event === listed || event.Event === complete
  }
}
