import { homedir } from 'node:os'
import { join } from 'node:path'

/**
 * Where the browser shell keeps its files: `STEADYLINE_DATA`, or a folder of its own under the platform's.
 *
 * Not the desktop shell's: their notes live in different browsers, so the second copies must not mix either.
 */
export function browserDataDir(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  return env.STEADYLINE_DATA || join(configDir(env, platform), 'steadyline', 'browser')
}

/** Where the platform keeps the settings of programs. */
export function configDir(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  if (platform === 'win32') return env.APPDATA || join(homedir(), 'AppData', 'Roaming')
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support')
  return env.XDG_CONFIG_HOME || join(homedir(), '.config')
}
