import { type FileHandle, mkdir, open, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import writeFileAtomic from 'write-file-atomic'
import { syncFolder } from './sync-folder.ts'

/** A file of lines that only grows, until it is written anew with the lines that still count. */
export interface KeptLines {
  /** Resolves when the lines would survive that the power goes; rejects when they could not be written, and then none ever was. */
  append(...lines: readonly string[]): Promise<void>
  /** The same, without the wait for the disk: they survive that this process is killed, and a power cut once something is appended behind them. */
  add(...lines: readonly string[]): Promise<void>
  /** Replaces all lines at once: a crash leaves either the old ones or the new ones. */
  replace(lines: readonly string[]): Promise<void>
  close(): Promise<void>
}

/** Lines that were written whole; one that a crash cut short was never promised to anybody. */
export async function readLines(path: string): Promise<readonly string[]> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  return text.split('\n').slice(0, -1)
}

/** Opens the file for its owner alone; a last line that a crash cut short is cut off. */
export async function openLines(path: string): Promise<KeptLines> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  let file = await open(path, 'a+', 0o600).then(reopened)
  let size = await wholeLines(file)
  let isTorn = true

  async function reopened(appending: FileHandle): Promise<FileHandle> {
    await appending.close()
    return open(path, 'r+')
  }

  async function write(lines: readonly string[], reachTheDisk: () => Promise<void>): Promise<void> {
    const bytes = Buffer.from(textOf(lines))
    if (isTorn) await file.truncate(size)
    isTorn = true
    await file.write(bytes, 0, bytes.length, size)
    await reachTheDisk()
    isTorn = false
    size += bytes.length
  }

  return {
    append: (...lines) => write(lines, () => file.datasync()),
    add: (...lines) => write(lines, async () => undefined),
    async replace(lines) {
      const text = textOf(lines)
      await writeFileAtomic(path, text, { mode: 0o600 })
      await syncFolder(dirname(path))
      await file.close()
      file = await open(path, 'r+')
      size = Buffer.byteLength(text)
      isTorn = false
    },
    close: () => file.close(),
  }
}

function textOf(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('')
}

async function wholeLines(file: FileHandle): Promise<number> {
  const bytes = await file.readFile()
  return bytes.lastIndexOf('\n') + 1
}
