import { app } from 'electron'
import type { Log } from '../../log.ts'
import { stopInTime } from '../stop-in-time.ts'

/** Ends the app when its window is closed, or a signal or the system asks, but not before the companion has stopped. */
export function quitGracefully(stop: () => Promise<void>, log: Log): void {
  let stopped = false
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  app.on('will-quit', (event) => {
    if (stopped) return
    event.preventDefault()
    void stopInTime(stop, log).then(() => {
      stopped = true
      app.quit()
    })
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => app.quit())
}
