/** A hidden window draws no frame; its work is not put off for longer than this, in milliseconds. */
const longestWait = 100

/** Resolves when the next frame is on the screen; at once when the window is going away. */
export function afterPaint(): Promise<void> {
  return new Promise((resolve) => {
    const leaving = new AbortController()
    const go = () => {
      clearTimeout(timer)
      leaving.abort()
      resolve()
    }
    const timer = setTimeout(go, longestWait)
    requestAnimationFrame(() => setTimeout(go))
    addEventListener('pagehide', go, { signal: leaving.signal })
  })
}
