import { type AddressInfo, createServer as createPlainServer, type Server, type Socket } from 'node:net'
import { createServer as createTlsServer, Server as TlsServer } from 'node:tls'
import { failed, type Result, success } from '../../shared/result.ts'
import type { HostingFailure } from '../../shared/transfer/team.ts'
import type { HubCertificate } from './certificate.ts'
import { causeOf } from './trouble.ts'

export interface ListeningOptions {
  readonly port: number
  readonly listen: 'loopback' | 'everywhere'
  readonly certificate: HubCertificate | null
  readonly handle: (socket: Socket) => void
}

export interface Listening {
  readonly port: number
  /** For whoever comes from now on. */
  renew(certificate: HubCertificate): void
  close(): Promise<void>
}

/** More than any team: a flood of connections stops here. */
const mostConnections = 4000

export async function listening(options: ListeningOptions): Promise<Result<Listening, HostingFailure>> {
  const { port, listen, certificate, handle } = options
  const server = certificate
    ? createTlsServer({ ...secured(certificate), noDelay: true }, handle)
    : createPlainServer({ noDelay: true }, handle)
  server.maxConnections = mostConnections
  const failure = await listens(server, port, listen)
  if (failure !== null) return failed(failure)
  return success({
    port: (server.address() as AddressInfo).port,
    renew(next) {
      if (server instanceof TlsServer) server.setSecureContext(secured(next))
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  })
}

function secured({ cert, key }: HubCertificate) {
  return { cert, key, minVersion: 'TLSv1.2' } as const
}

/** Everywhere is every address of either family. */
function listens(server: Server, port: number, listen: ListeningOptions['listen']): Promise<HostingFailure | null> {
  return new Promise((resolve) => {
    server.on('error', (error) => {
      const cause = causeOf(error)
      resolve(cause === 'EADDRINUSE' ? { kind: 'hosting.portInUse', port } : { kind: 'hosting.failed', cause })
    })
    server.listen(listen === 'loopback' ? { port, host: '127.0.0.1' } : { port }, () => resolve(null))
  })
}
