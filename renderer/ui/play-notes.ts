export interface SoundNote {
  /** Hertz. */
  readonly pitch: number
  /** Seconds from the beginning. */
  readonly start: number
}

/** Far below the loudness of a voice. */
const peak = 0.08
const fade = 0.45

let speakers: AudioContext | undefined
let sounding = 0

/**
 * Soft notes; silent in a browser that wants a key or a click on the page first.
 *
 * The speakers are let go of afterwards: they would be fed silence for as long as the window lives.
 */
export async function sound(notes: readonly SoundNote[]): Promise<void> {
  speakers ??= new AudioContext()
  sounding += 1
  await speakers.resume()
  await playNotes(speakers, notes)
  sounding -= 1
  if (sounding === 0) await speakers.suspend()
}

/** Resolves with the end of the last note. */
export async function playNotes(context: BaseAudioContext, notes: readonly SoundNote[]): Promise<void> {
  const ends = notes.map(({ pitch, start }) => {
    const at = context.currentTime + start
    const note = new OscillatorNode(context, { frequency: pitch })
    const loudness = new GainNode(context, { gain: 0 })
    loudness.gain.setValueAtTime(0, at)
    loudness.gain.linearRampToValueAtTime(peak, at + 0.02)
    loudness.gain.exponentialRampToValueAtTime(0.0001, at + fade)
    note.connect(loudness).connect(context.destination)
    note.start(at)
    note.stop(at + fade)
    return new Promise((resolve) => note.addEventListener('ended', resolve))
  })
  await Promise.all(ends)
}

/** Seconds from the first note to silence. */
export function lengthOf(notes: readonly SoundNote[]): number {
  return Math.max(...notes.map(({ start }) => start)) + fade
}
