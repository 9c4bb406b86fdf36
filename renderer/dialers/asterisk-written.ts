import type { Settings } from '../../shared/settings/settings.ts'
import { portFrom } from './port-from.ts'

/** What stands in the form's fields. */
export interface AsteriskTexts {
  readonly host: string
  readonly port: string
  readonly user: string
  readonly channel: string
  readonly context: string
}

export function textsOf({ host, port, user, channel, context }: Settings['asterisk']): AsteriskTexts {
  return { host, port: String(port), user, channel, context }
}

export function isChannel(text: string): boolean {
  return /^[A-Za-z0-9]+\/[^\s/]+$/.test(text.trim())
}

/** The settings they make; null while one of them is none. */
export function writtenIn(texts: AsteriskTexts, enabled: boolean): Settings['asterisk'] | null {
  const port = portFrom(texts.port)
  const [host, user, channel, context] = [texts.host, texts.user, texts.channel, texts.context].map((text) => text.trim())
  if (port === null || !host || !user || !channel || !isChannel(channel)) return null
  return { enabled, host, port, user, channel, context: context ?? '' }
}
