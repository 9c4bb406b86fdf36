import { failed, type Result, success } from '../../shared/result.ts'
import type { BackupAnswer, BackupOrder } from './backup-order.ts'
import workerUrl from './backup-worker.ts?worker&url'

/** The part of the Trusted Types API that is used here, https://www.w3.org/TR/trusted-types/. */
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(): string }): { createScriptURL(url: string): string }
}

const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }

/** The page's security policy lets only this script and the search's become workers. */
const policy = trustedTypes?.createPolicy('backup-worker', { createScriptURL: () => workerUrl })

/** Passes a stream through age in a worker, which ends with `use`. */
export async function throughAge<Value>(
  order: BackupOrder,
  use: (stream: ReadableStream<Uint8Array>) => Promise<Value>,
): Promise<Result<Value, 'refused'>> {
  const worker = new Worker(policy?.createScriptURL(workerUrl) ?? workerUrl, { type: 'module', name: 'backup' })
  try {
    const { stream } = await new Promise<BackupAnswer>((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<BackupAnswer>) => resolve(data)
      worker.onerror = () => reject(new Error('The backup worker did not start'))
      worker.postMessage(order, [order.stream])
    })
    return stream === null ? failed('refused') : success(await use(stream))
  } finally {
    worker.terminate()
  }
}
