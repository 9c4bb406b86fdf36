import { type RequestChannel, type Requests, requestSchemas } from '../../shared/contract.ts'
import type { Log } from '../log.ts'
import type { RequestRouter } from './shell.ts'

/** What the companion answers to each request, its payload already parsed. */
export type RequestHandlers = {
  readonly [Channel in RequestChannel]: (
    payload: Requests[Channel]['payload'],
  ) => Requests[Channel]['answer'] | Promise<Requests[Channel]['answer']>
}

/** Somebody asked for what the contract does not know; what they sent is neither repeated nor logged. */
export class RequestRefused extends Error {
  override readonly name = 'RequestRefused'
}

/** The request was in order and its handler was not: a bug, logged where it happened. */
export class CompanionFailed extends Error {
  override readonly name = 'CompanionFailed'
  constructor() {
    super('companion.failed')
  }
}

/** Parses every request before its handler sees it. */
export function guardedRouter(handlers: RequestHandlers, log: Log): RequestRouter {
  async function answer<Channel extends RequestChannel>(channel: Channel, payload: unknown): Promise<unknown> {
    const parsed = requestSchemas[channel].safeParse(payload)
    if (!parsed.success) {
      log.warn('Refused a request whose payload does not parse', { channel })
      throw new RequestRefused(`the payload of ${channel} does not parse`)
    }
    try {
      return await handlers[channel](parsed.data)
    } catch (error) {
      log.error('A request failed', { channel, error })
      throw new CompanionFailed()
    }
  }

  return async (channel, payload) => {
    if (isRequestChannel(channel)) return answer(channel, payload)
    log.warn('Refused a request on an unknown channel', { channelLength: channel.length })
    throw new RequestRefused('unknown channel')
  }
}

function isRequestChannel(channel: string): channel is RequestChannel {
  return Object.hasOwn(requestSchemas, channel)
}
