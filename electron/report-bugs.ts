import type { Log } from './log.ts'

/** Logs what no one caught and goes on: an agent on a call is better served by a companion with a bug than by none. */
export function reportBugs(log: Log): void {
  process.on('uncaughtException', (error) => log.error('A bug was not caught', { error }))
  process.on('unhandledRejection', (error) => log.error('A bug was not caught', { error }))
}
