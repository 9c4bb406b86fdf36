import { dialledNumber } from '../dialled-number.ts'

const user = "[A-Za-z0-9\\-_.!~*'()&=+$,;?/%]{1,128}"
const host = '(?:[A-Za-z0-9.-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}\\])'
const wholeUri = new RegExp(`^sips?:${user}@${host}(?::\\d{1,5})?(?:;[A-Za-z0-9\\-_.~=;]{1,200})?$`, 'i')

/**
 * The address a phone dials for what somebody wrote, or null when that is nothing to dial.
 *
 * Always a whole `sip:` address at the account's own host: `transfer` of 1.0.0 completes nothing, `dial` keeps spaces as they
 * are, and an empty one redials whoever was called last.
 */
export function sipTarget(written: string, account: string): string | null {
  const text = written.trim()
  if (wholeUri.test(text)) return text
  const number = dialledNumber(text)
  const home = /^sips?:(?:[^@]*@)?([^;?\s]+)/i.exec(account)?.[1]
  return number === null || home === undefined ? null : `sip:${number.replaceAll('#', '%23')}@${home}`
}
