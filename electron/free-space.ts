import { statfs } from 'node:fs/promises'

/** Bytes an ordinary user may still write beside `path`; null when the system does not say. */
export async function freeSpace(path: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(path)
    return bavail * bsize
  } catch {
    return null
  }
}
