import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { isInstalled } from './is-installed.ts'

const library = 'libfaketimeMT.so.1'
/** Where Debian keeps it, by architecture. */
const folders = existsSync('/usr/lib') ? readdirSync('/usr/lib').map((folder) => path.join('/usr/lib', folder, 'faketime')) : []

/** A laptop without it may skip what needs a clock that really jumps; where everything must run, its absence is a failure. */
export const canSkipFaketime = process.env.CI === undefined && !isInstalled(library, folders)

/** What a process is started with so that writing `+3600` to the file puts its clock, and no other, an hour forward. */
export function faketimeEnv(file: string): NodeJS.ProcessEnv {
  const folder = folders.find((folder) => existsSync(path.join(folder, library)))
  if (folder === undefined) throw new Error(`${library} is not installed (Debian has faketime)`)
  return {
    ...process.env,
    LD_PRELOAD: path.join(folder, library),
    FAKETIME_TIMESTAMP_FILE: file,
    FAKETIME_NO_CACHE: '1',
    DONT_FAKE_MONOTONIC: '1',
  }
}
