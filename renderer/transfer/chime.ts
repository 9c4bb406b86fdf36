import { lengthOf, playNotes, type SoundNote, sound } from '../ui/play-notes.ts'

/** A fifth that rises. */
const notes: readonly SoundNote[] = [
  { pitch: 523.25, start: 0 },
  { pitch: 783.99, start: 0.16 },
]

/** Seconds from the first note to silence. */
export const chimeLength = lengthOf(notes)

/** A brief has come. */
export function chime(): void {
  sound(notes)
}

export function playChime(context: BaseAudioContext): void {
  playNotes(context, notes)
}
