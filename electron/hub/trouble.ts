import type { HostingFailure } from '../../shared/transfer/team.ts'

/** The system's or the store's code, which says more than its sentence; the store wraps the one that matters. */
export function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  if (error.cause instanceof Error) return causeOf(error.cause)
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name
}

export function diskFailure(error: unknown): HostingFailure {
  return { kind: 'hosting.disk', cause: causeOf(error) }
}
