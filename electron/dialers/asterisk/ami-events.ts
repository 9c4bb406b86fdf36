import * as z from 'zod'
import type { Party } from '../../../shared/call/call.ts'
import { farEndText } from '../../../shared/call/far-end-text.ts'

/** A field that is missing, of the wrong type or `<unknown>` says nothing. */
const text = z
  .string()
  .catch('')
  .transform((value) => (value === '<unknown>' ? '' : value))

/** What is read of an event, whichever it is. */
export const amiEvent = z.object({
  Event: z.string().max(100),
  Channel: text,
  ChannelStateDesc: text,
  CallerIDNum: text,
  CallerIDName: text,
  ConnectedLineNum: text,
  ConnectedLineName: text,
  Exten: text,
  /** Of the action it is about, which not only we may have sent. */
  ActionID: text,
  Response: text,
  Reason: text,
  /** Of this channel, for as long as it lives, and never of another. */
  Uniqueid: text,
  /** Shared by all channels that have to do with each other. */
  Linkedid: text,
  Application: text,
  Duration: text,
  Cause: text,
  DialStatus: text,
  DestChannel: text,
  DestUniqueid: text,
  DestLinkedid: text,
  DestConnectedLineNum: text,
  DestConnectedLineName: text,
  BridgeId: text,
  BridgeUniqueid: text,
  /** The channel whose place this one took. */
  SwapUniqueid: text,
  Result: text,
  DestType: text,
  TransfererUniqueid: text,
  OrigTransfererUniqueid: text,
  SecondTransfererUniqueid: text,
})

export type AmiEvent = z.infer<typeof amiEvent>

export function party(name: string, number: string): Party {
  return { name: farEndText(name), number: farEndText(number) }
}

/**
 * Whether a channel belongs to the agent's own device.
 *
 * `PJSIP/101` owns `PJSIP/101-0000002a` and not `PJSIP/101-office-0000002a`: that is another device.
 */
export function isOwn(device: string, channel: string): boolean {
  return channel.startsWith(`${device}-`) && /^[0-9a-f]{4,16}$/i.test(channel.slice(device.length + 1))
}
