import { lengthOf, playNotes, type SoundNote, sound } from '../ui/play-notes.ts'

/** A fifth that rises. */
const notes: readonly SoundNote[] = [
  { pitch: 523.25, start: 0 },
  { pitch: 783.99, start: 0.16 },
]

/** Seconds from the first note to silence. */
export const chimeLength = lengthOf(notes)

/** A brief has come. */
export async function chime(): Promise<void> {
  await sound(notes)
}

/** Resolves with the end of the last note. */
export async function playChime(context: BaseAudioContext): Promise<void> {
  await playNotes(context, notes)
}
