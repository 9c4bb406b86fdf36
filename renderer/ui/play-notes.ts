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

/** Soft notes; silent in a browser that wants a key or a click on the page first. */
export function sound(notes: readonly SoundNote[]): void {
  speakers ??= new AudioContext()
  const context = speakers
  void context.resume().then(() => playNotes(context, notes))
}

export function playNotes(context: BaseAudioContext, notes: readonly SoundNote[]): void {
  for (const { pitch, start } of notes) {
    const at = context.currentTime + start
    const note = new OscillatorNode(context, { frequency: pitch })
    const loudness = new GainNode(context, { gain: 0 })
    loudness.gain.setValueAtTime(0, at)
    loudness.gain.linearRampToValueAtTime(peak, at + 0.02)
    loudness.gain.exponentialRampToValueAtTime(0.0001, at + fade)
    note.connect(loudness).connect(context.destination)
    note.start(at)
    note.stop(at + fade)
  }
}

/** Seconds from the first note to silence. */
export function lengthOf(notes: readonly SoundNote[]): number {
  return Math.max(...notes.map(({ start }) => start)) + fade
}
