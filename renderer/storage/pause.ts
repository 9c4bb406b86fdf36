/** Resolves after so many milliseconds; at once when the window is going away. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      clearTimeout(timer)
      removeEventListener('pagehide', go)
      resolve()
    }
    const timer = setTimeout(go, milliseconds)
    addEventListener('pagehide', go)
  })
}
