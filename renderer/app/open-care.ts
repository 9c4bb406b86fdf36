import type { Care } from '../care/care.ts'
import type { Storage } from '../storage/storage.ts'

/** Export, import and backup, which cost nothing until somebody goes there. */
export function openCare(storage: Storage): () => Promise<Care> {
  let opened: Promise<Care> | null = null
  return () => {
    opened ??= import('../care/care.ts').then(({ createCare }) => createCare(storage))
    return opened
  }
}
