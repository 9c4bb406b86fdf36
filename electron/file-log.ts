import { join } from 'node:path'
import electronLog from 'electron-log/node'
import type { Log, LogFacts } from './log.ts'

const maxBytes = 2 * 1024 * 1024

/**
 * Writes to `<dataDir>/logs/main.log`, and to the terminal from `info` on.
 *
 * The Node build of electron-log, so that both shells log alike and nothing is hooked into windows. A full file becomes
 * `main.old.log`; the one before that goes.
 */
export function fileLog(dataDir: string): Log {
  const logger = electronLog.create({ logId: dataDir })
  const { file, console: terminal } = logger.transports
  file.resolvePathFn = () => join(dataDir, 'logs', 'main.log')
  file.maxSize = maxBytes
  file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' }
  terminal.level = 'info'
  terminal.format = '{text}'
  outliveTheTerminal()
  return {
    debug: (message, facts) => logger.debug(line(message, facts)),
    info: (message, facts) => logger.info(line(message, facts)),
    warn: (message, facts) => logger.warn(line(message, facts)),
    error: (message, facts) => logger.error(line(message, facts)),
  }
}

/** Writing to a terminal that was closed fails later, as an error that nobody caught, and logging that would fail again without end. */
function outliveTheTerminal(): void {
  for (const stream of [process.stdout, process.stderr]) stream.off('error', nothing).on('error', nothing)
}

function nothing(): void {}

/** JSON escapes line breaks, so that text from outside cannot forge a line of its own. */
function line(message: string, facts: LogFacts | undefined): string {
  return facts === undefined ? message : `${message} ${JSON.stringify(facts, plainErrors)}`
}

function plainErrors(_key: string, value: unknown): unknown {
  if (value instanceof Error) return value.stack ?? value.message
  return typeof value === 'bigint' ? String(value) : value
}
