import { type FileHandle, mkdir, open, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** Bytes read at once; between two of them whatever else waits in this process has its turn. */
const chunkBytes = 256 * 1024

const lineEnd = 10

/** A file that is being written at its end. */
export interface GrowingFile {
  write(text: string): Promise<void>
  /** Resolves when what was written would survive that the power goes. */
  sync(): Promise<void>
  close(): Promise<void>
}

export type OpenGrowing = (path: string) => Promise<GrowingFile>

export interface FileLine {
  readonly text: string
  /** False for a last one that has no end: it may have been cut short. */
  readonly isWhole: boolean
}

/** A new file, for its owner alone. */
export const openGrowing: OpenGrowing = async (path) => {
  const file = await open(path, 'wx', 0o600)
  return {
    write: (text) => file.appendFile(text),
    sync: () => file.datasync(),
    close: () => file.close(),
  }
}

export function segmentPath(folder: string, segment: number): string {
  return join(folder, `${String(segment).padStart(6, '0')}.journal`)
}

/** The numbers of the segments there are, oldest first. */
export async function segmentsIn(folder: string): Promise<readonly number[]> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const names = await readdir(folder)
  return names
    .flatMap((name) => (/^\d{6,}\.journal$/.test(name) ? [Number.parseInt(name, 10)] : []))
    .sort((one, other) => one - other)
}

/** Lines that are not empty. */
export async function* linesOf(path: string): AsyncGenerator<FileLine> {
  const file = await open(path, 'r')
  try {
    yield* linesIn(file)
  } finally {
    await file.close()
  }
}

async function* linesIn(file: FileHandle): AsyncGenerator<FileLine> {
  const chunk = Buffer.allocUnsafe(chunkBytes)
  let begun: Buffer = Buffer.alloc(0)
  for (;;) {
    const { bytesRead } = await file.read(chunk, 0, chunk.length)
    if (bytesRead === 0) break
    const bytes = Buffer.concat([begun, chunk.subarray(0, bytesRead)])
    let done = 0
    for (let end = bytes.indexOf(lineEnd, begun.length); end !== -1; end = bytes.indexOf(lineEnd, done)) {
      if (end > done) yield { text: bytes.toString('latin1', done, end), isWhole: true }
      done = end + 1
    }
    begun = bytes.subarray(done)
  }
  if (begun.length > 0) yield { text: begun.toString('latin1'), isWhole: false }
}

export async function sizeOf(path: string): Promise<number> {
  return (await stat(path)).size
}
