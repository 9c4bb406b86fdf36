/** Hertz and seconds: a fifth that rises, far below the loudness of a voice. */
const notes = [
  { pitch: 523.25, start: 0 },
  { pitch: 783.99, start: 0.16 },
] as const
const peak = 0.08
const fade = 0.45

/** Seconds from the first note to silence. */
export const chimeLength = 0.16 + fade

let speakers: AudioContext | undefined

/** Two soft notes; silent in a browser that wants a key or a click on the page first. */
export function chime(): void {
  speakers ??= new AudioContext()
  const context = speakers
  void context.resume().then(() => playChime(context))
}

export function playChime(context: BaseAudioContext): void {
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
