import type { DialerFindings } from '../../shared/dialers/dialer-health.ts'

/** What came of a connection test: what it saw, or in words what stood in the way. */
export type Tested = { readonly findings: DialerFindings } | { readonly trouble: string }
