import { failed, type Result, success } from '../../shared/result.ts'
import type { HostingFailure } from '../../shared/transfer/team.ts'
import type { Log } from '../log.ts'
import { ownerOf } from './access.ts'
import { guardedBroker } from './broker.ts'
import { type CertificateFiles, readCertificate } from './certificate.ts'
import { watchCertificate } from './certificate-watch.ts'
import { hubUrls } from './hub-urls.ts'
import { openKeptMessages } from './kept-messages.ts'
import { listening } from './listening.ts'
import type { Members } from './members.ts'
import { diskFailure } from './trouble.ts'

export interface HubOptions {
  readonly dataDir: string
  /** 0 takes a free one. */
  readonly port: number
  readonly listen: 'loopback' | 'everywhere'
  /** Null for a hub that does not encrypt. */
  readonly certificate: CertificateFiles | null
  readonly members: Members
  readonly log: Log
  /** What is said can no longer be kept: nothing is acknowledged any more, and the hub should be closed. */
  readonly troubled: (failure: HostingFailure) => void
}

export interface RunningHub {
  readonly port: number
  readonly urls: readonly string[]
  readonly encrypted: boolean
  close(): Promise<void>
}

/** A broker on a port of this machine, for the members of one team; what it has acknowledged outlives it. */
export async function openHub(options: HubOptions): Promise<Result<RunningHub, HostingFailure>> {
  const { dataDir, listen, members, log, troubled } = options
  const certificate = options.certificate === null ? success(null) : await readCertificate(options.certificate)
  if (!certificate.ok) return certificate
  /** Sorts after those of earlier runs, so that older messages come out of a queue first. */
  const hubId = String(Date.now())
  const messages = await openKeptMessages(dataDir, hubId, (clientId) => ownerOf(clientId, members.list()))
  if (!messages.ok) return messages
  const { persistence } = messages.value
  const broker = guardedBroker({ hubId, members, messages: messages.value, log, troubled })

  async function stopBroker(): Promise<void> {
    await broker.close()
    await persistence.destroy()
  }

  try {
    await broker.start()
  } catch (error) {
    await stopBroker()
    return failed(diskFailure(error))
  }
  const server = await listening({ port: options.port, listen, certificate: certificate.value, handle: broker.welcome })
  if (!server.ok) {
    await stopBroker()
    return server
  }
  const { port, renew } = server.value
  const unwatch = options.certificate === null ? () => undefined : watchCertificate(options.certificate, log, renew)
  return success({
    port,
    urls: hubUrls({ listen, port, certified: certificate.value?.names ?? null }),
    encrypted: certificate.value !== null,
    async close() {
      unwatch()
      const closed = server.value.close()
      await stopBroker()
      await closed
    },
  })
}
