import { briefs, type FaultOptions } from './briefs.ts'
import { notes } from './notes.ts'

/** What `npm run test:faults` can run; each answers whether everything held. */
export const faults: Readonly<Record<string, (options: FaultOptions) => Promise<boolean>>> = { briefs, notes }
