import { type OpenGrowing, openGrowing } from './segment-file.ts'

/** A disk whose syncs, from the second on, wait until it is opened; the first is that of the header. */
export function gatedDisk() {
  let syncs = 0
  let release: () => void = () => undefined
  const gate = new Promise<void>((resolve) => {
    release = resolve
  })
  const reached: (() => void)[] = []
  const gated: OpenGrowing = async (path) => {
    const file = await openGrowing(path)
    return {
      ...file,
      async sync() {
        syncs += 1
        for (const tell of reached) tell()
        if (syncs > 1) await gate
        await file.sync()
      },
    }
  }
  return {
    openGrowing: gated,
    syncs: () => syncs,
    open: () => release(),
    untilSyncing: (count: number) =>
      new Promise<void>((resolve) => {
        const look = () => (syncs >= count ? resolve() : undefined)
        reached.push(look)
        look()
      }),
  }
}

/** A disk that takes half of what it is given and then no more, while it is full. */
export function fillableDisk() {
  let isFull = false
  const fillable: OpenGrowing = async (path) => {
    const file = await openGrowing(path)
    return {
      ...file,
      async write(text) {
        if (!isFull) return file.write(text)
        await file.write(text.slice(0, text.length / 2))
        throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
      },
    }
  }
  return {
    openGrowing: fillable,
    fill() {
      isFull = true
    },
    empty() {
      isFull = false
    },
  }
}
