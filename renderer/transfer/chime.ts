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
let ringing = 0

/**
 * Two soft notes; silent in a browser that wants a key or a click on the page first.
 *
 * The speakers are let go of afterwards: they would be fed silence for as long as the window lives.
 */
export async function chime(): Promise<void> {
  speakers ??= new AudioContext()
  ringing += 1
  await speakers.resume()
  await playChime(speakers)
  ringing -= 1
  if (ringing === 0) await speakers.suspend()
}

/** Resolves with the end of the last note. */
export async function playChime(context: BaseAudioContext): Promise<void> {
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
