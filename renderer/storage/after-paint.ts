/** A hidden window draws no frame; its work is not put off for longer than this, in milliseconds. */
const longestWait = 100

let next: Promise<void> | null = null

/** Resolves when the next frame is on the screen; at once when the window is going away. */
export function afterPaint(): Promise<void> {
  next ??= new Promise((resolve) => {
    const go = () => {
      clearTimeout(timer)
      removeEventListener('pagehide', go)
      next = null
      resolve()
    }
    const timer = setTimeout(go, longestWait)
    requestAnimationFrame(() => setTimeout(go))
    addEventListener('pagehide', go)
  })
  return next
}
