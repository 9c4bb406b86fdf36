import { join } from 'node:path'
import type { BriefId } from '../../shared/transfer/brief.ts'
import type { Clock } from '../clock.ts'
import { errorCode } from '../error-code.ts'
import { readLines } from '../kept-lines.ts'
import type { Log } from '../log.ts'
import { copyAside, setAside } from '../set-aside.ts'
import { type BriefEntry, briefEntry, idOf, isDone } from './brief-entry.ts'

export const briefsFile = 'briefs.jsonl'
/** A copy that comes later than this is taken for a new brief. */
const rememberedForMs = 30 * 24 * 3600 * 1000

/** Every brief that `<dataDir>/briefs.jsonl` still holds; what cannot be read is kept aside. */
export async function storedBriefs(dataDir: string, clock: Clock, log: Log): Promise<Map<BriefId, BriefEntry>> {
  const entries = new Map<BriefId, BriefEntry>()
  let unreadable = 0
  for (const line of await linesOf(dataDir, log)) {
    const entry = entryFrom(line)
    if (entry === null) unreadable += 1
    else entries.set(idOf(entry), entry)
  }
  if (unreadable > 0) {
    const keptAs = await copyAside(dataDir, briefsFile)
    log.error('Some lines of the file of briefs could not be read', { lines: unreadable, keptAs })
  }
  const oldest = clock.now().wall - rememberedForMs
  for (const [id, entry] of entries) if (isDone(entry) && entry.record.stageAt < oldest) entries.delete(id)
  return entries
}

async function linesOf(dataDir: string, log: Log): Promise<readonly string[]> {
  try {
    return await readLines(join(dataDir, briefsFile))
  } catch (error) {
    const keptAs = await setAside(dataDir, briefsFile)
    log.error('The file of briefs could not be read', { keptAs, cause: errorCode(error) })
    return []
  }
}

function entryFrom(line: string): BriefEntry | null {
  try {
    return briefEntry.parse(JSON.parse(line))
  } catch {
    return null
  }
}
