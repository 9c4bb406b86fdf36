import { copyFile, readdir, rename, stat } from 'node:fs/promises'
import { join, parse } from 'node:path'

/** Renames a file that cannot be understood, as `settings.broken-1.json`; the name it now has, or `null` when it could not be moved. */
export async function setAside(dataDir: string, file: string): Promise<string | null> {
  return aside(dataDir, file, rename)
}

/** The same, and the file also stays where it is. */
export async function copyAside(dataDir: string, file: string): Promise<string | null> {
  return aside(dataDir, file, copyFile)
}

/** Whether something of that name was ever set aside, and is still there. */
export async function isAnyAside(dataDir: string, file: string): Promise<boolean> {
  const { name, ext } = parse(file)
  const isAside = (found: string) => found.startsWith(`${name}.broken-`) && found.endsWith(ext)
  return (await readdir(dataDir)).some(isAside)
}

async function aside(dataDir: string, file: string, put: (from: string, to: string) => Promise<void>): Promise<string | null> {
  const { name, ext } = parse(file)
  for (let number = 1; ; number += 1) {
    const free = `${name}.broken-${number}${ext}`
    if (await exists(join(dataDir, free))) continue
    try {
      await put(join(dataDir, file), join(dataDir, free))
      return free
    } catch {
      return null
    }
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
