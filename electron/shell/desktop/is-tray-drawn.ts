import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/** What the bus is asked: whether anybody draws what programs put beside the clock. */
const question = [
  ...['--session', '--print-reply', '--reply-timeout=1000', '--dest=org.freedesktop.DBus', '/org/freedesktop/DBus'],
  ...['org.freedesktop.DBus.NameHasOwner', 'string:org.kde.StatusNotifierWatcher'],
]

/** Windows and macOS always draw it; on Linux the desktop does, which says so on the bus, or nobody (GNOME without its extension). */
export async function isTrayDrawn(): Promise<boolean> {
  if (process.platform !== 'linux') return true
  try {
    const { stdout } = await promisify(execFile)('dbus-send', question, { timeout: 2000 })
    return stdout.includes('boolean true')
  } catch {
    return false
  }
}
