/** Facts are looked at by people in support: numbers, names of states and causes, never what was said on a call. */
export type LogFacts = Readonly<Record<string, unknown>>

export interface Log {
  debug(message: string, facts?: LogFacts): void
  info(message: string, facts?: LogFacts): void
  warn(message: string, facts?: LogFacts): void
  error(message: string, facts?: LogFacts): void
}
