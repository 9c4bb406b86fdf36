import { unwatchFile, watchFile } from 'node:fs'
import type { Log } from '../log.ts'
import { type CertificateFiles, type HubCertificate, readCertificate } from './certificate.ts'

/** Milliseconds between two looks at the files. */
const lookEvery = 1000

/**
 * Hands over a certificate that has replaced the one the hub started with; returns its own off.
 *
 * One that cannot be used, or whose key is not written yet, leaves the hub with what it has until the files change again.
 */
export function watchCertificate(files: CertificateFiles, log: Log, renewed: (certificate: HubCertificate) => void): () => void {
  const paths = [files.certificate, files.key]
  let isOff = false

  async function look(): Promise<void> {
    const read = await readCertificate(files)
    if (isOff) return
    if (!read.ok) return log.warn('The new certificate of the hub cannot be used yet', { ...read.failure })
    log.info('The hub has its new certificate')
    renewed(read.value)
  }

  for (const path of paths) watchFile(path, { interval: lookEvery, persistent: false }, look)
  return () => {
    isOff = true
    for (const path of paths) unwatchFile(path, look)
  }
}
