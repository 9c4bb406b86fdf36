import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import writeFileAtomic from 'write-file-atomic'
import * as z from 'zod'
import type { Log } from '../../log.ts'
import type { Place } from './place-for.ts'

export interface WindowPlaces {
  known(): readonly Place[]
  keep(places: readonly Place[]): void
}

const coordinate = z.number().int().min(-1_000_000).max(1_000_000)
const size = z.number().int().min(1).max(1_000_000)
const storedPlaces = z
  .array(z.object({ display: z.string().max(200), x: coordinate, y: coordinate, width: size, height: size }))
  .max(100)

/** Keeps `<dataDir>/window-places.json`; without a readable one, nothing is remembered and nothing is lost but a position. */
export function openWindowPlaces(dataDir: string, log: Log): WindowPlaces {
  const path = join(dataDir, 'window-places.json')
  let places: readonly Place[] = stored(path)
  return {
    known: () => places,
    keep: (next) => {
      places = next
      try {
        writeFileAtomic.sync(path, JSON.stringify(next), { mode: 0o600 })
      } catch (error) {
        log.warn('The place of the window could not be kept', { error })
      }
    },
  }
}

function stored(path: string): readonly Place[] {
  try {
    return storedPlaces.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return []
  }
}
