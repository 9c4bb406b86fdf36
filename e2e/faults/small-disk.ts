import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'

const mebi = 1024 * 1024

/** A file system of its own in a file, which can be filled, and whose power can be cut. */
export interface SmallDisk {
  readonly path: string
  fill(): Promise<void>
  empty(): void
  /** Lets everything on it reach the disk. */
  settle(): void
  /** What has reached the disk at this moment is all there is afterwards; everything on it must stand still. */
  keepWhatReachedIt(): void
  /** To be called when nothing uses it any more. */
  cutPower(): void
  leave(): void
}

/** Null where this machine does not let us mount one. */
export function smallDisk(place: string, mebibytes: number): SmallDisk | null {
  const [image, kept, path] = [join(place, 'disk.img'), join(place, 'kept.img'), join(place, 'disk')]
  const filler = join(path, 'filler')
  const mount = () => run('mount', ['-o', 'loop', image, path])
  const unmount = () => run('umount', [path])
  mkdirSync(path, { recursive: true })
  try {
    writeFileSync(image, '')
    truncateSync(image, mebibytes * mebi)
    run('mkfs.ext4', ['-q', '-F', '-m', '0', image])
    mount()
  } catch {
    return null
  }
  return {
    path,
    async fill() {
      const file = await open(filler, 'w')
      for (const size of [mebi, 4096, 512])
        for (let isFull = false; !isFull; )
          await file.write(Buffer.alloc(size)).catch(() => {
            isFull = true
          })
      await file.sync().catch(() => undefined)
      await file.close()
    },
    empty: () => rmSync(filler, { force: true }),
    settle: () => run('sync', ['-f', path]),
    keepWhatReachedIt() {
      // The system itself goes on writing what was left to it: a copy counts once nothing moved from its first block to its last.
      do run('cp', ['--sparse=always', image, kept])
      while (!areAlike(image, kept))
    },
    cutPower() {
      unmount()
      copyFileSync(kept, image)
      mount()
    },
    leave: () => unmount(),
  }
}

function areAlike(one: string, other: string): boolean {
  try {
    run('cmp', [one, other])
    return true
  } catch {
    return false
  }
}

function run(command: string, args: readonly string[]): void {
  execFileSync(command, args, { stdio: 'ignore' })
}
