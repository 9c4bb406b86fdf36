import type { Party } from '../../../shared/call/call.ts'
import { farEndText } from '../../../shared/call/far-end-text.ts'

const userPart = /^(?:sips?:([^@]*)@|tel:(.*))/i

/** Who a peer is: the user part of the address for a number, empty when the caller withholds it. */
export function partyOf(peerUri: string, displayName = ''): Party {
  const match = userPart.exec(peerUri)
  const user = (match?.[1] ?? match?.[2] ?? '').replace(/[;:].*$/, '')
  const number = farEndText(unescaped(user))
  const withheld = /^anonymous$/i.test(number)
  const name = farEndText(displayName)
  return { name: withheld && /^anonymous$/i.test(name) ? '' : name, number: withheld ? '' : number }
}

function unescaped(user: string): string {
  try {
    return decodeURIComponent(user)
  } catch {
    return user
  }
}
