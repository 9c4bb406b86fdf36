import { rename, stat } from 'node:fs/promises'
import { join, parse } from 'node:path'

/** Renames a file that cannot be understood, as `settings.broken-1.json`; the name it now has, or `null` when it could not be moved. */
export async function setAside(dataDir: string, file: string): Promise<string | null> {
  const { name, ext } = parse(file)
  for (let number = 1; ; number += 1) {
    const aside = `${name}.broken-${number}${ext}`
    if (await exists(join(dataDir, aside))) continue
    try {
      await rename(join(dataDir, file), join(dataDir, aside))
      return aside
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
