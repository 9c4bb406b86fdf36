import { type SoundNote, sound } from '../ui/play-notes.ts'

/** A third, twice: unlike a brief's, and unlike any phone. */
export const bellNotes: readonly SoundNote[] = [
  { pitch: 659.25, start: 0 },
  { pitch: 523.25, start: 0.2 },
  { pitch: 659.25, start: 0.7 },
  { pitch: 523.25, start: 0.9 },
]

/** A promised call is due. */
export function promiseBell(): void {
  sound(bellNotes)
}
