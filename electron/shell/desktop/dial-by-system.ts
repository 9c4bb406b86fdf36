import { telUri } from '../../../shared/dialers/tel-uri.ts'
import type { Log } from '../../log.ts'

export interface SystemDialling {
  /** Opens an address in the program that the system has for it; rejects where there is none. */
  open(uri: string): Promise<void>
  readonly log: Log
}

/** Hands a number, and nothing that is not one, to the system; false when it took nothing. */
export async function dialBySystem(number: string, { open, log }: SystemDialling): Promise<boolean> {
  const uri = telUri(number)
  if (uri === null) return false
  try {
    await open(uri)
    return true
  } catch {
    log.warn('The system has no program that dials')
    return false
  }
}
