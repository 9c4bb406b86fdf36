import { Decrypter, Encrypter } from 'age-encryption'
import type { BackupAnswer, BackupOrder } from './backup-order.ts'

const scope = self as unknown as {
  onmessage: ((message: MessageEvent<BackupOrder>) => void) | null
  postMessage(answer: BackupAnswer, transfer: Transferable[]): void
}

/** The passphrase is worked into a key here, which takes a second that the window must not stand still for. */
scope.onmessage = ({ data }) => {
  work(data).then(
    (stream) => scope.postMessage({ stream }, [stream]),
    () => scope.postMessage({ stream: null }, []),
  )
}

async function work({ kind, passphrase, stream }: BackupOrder): Promise<ReadableStream<Uint8Array>> {
  if (kind === 'open') {
    const decrypter = new Decrypter()
    decrypter.addPassphrase(passphrase)
    return decrypter.decrypt(stream)
  }
  const encrypter = new Encrypter()
  encrypter.setPassphrase(passphrase)
  return encrypter.encrypt(stream)
}
