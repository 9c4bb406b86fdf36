import { isOurPage } from './is-trusted-sender.ts'

/** Copying what the agent chose to copy, and asking the browser not to clear the notes when the disk is short. */
const permitted: readonly string[] = ['clipboard-sanitized-write', 'persistent-storage']

/** Electron grants everything that nobody denies. */
export function isPermitted(permission: string, url: string, ourOrigin: string): boolean {
  return permitted.includes(permission) && isOurPage(url, ourOrigin)
}
