/** A name for the log that carries nothing of what was read or written: `ENOSPC`, or the class of the error. */
export function errorCode(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name
}
