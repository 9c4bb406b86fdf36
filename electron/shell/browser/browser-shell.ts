import { createServer } from 'node:http'
import { WebSocketServer } from 'ws'
import { failed, type Result, success } from '../../../shared/result.ts'
import type { ServerMessage } from '../../../shared/wire.ts'
import type { Log } from '../../log.ts'
import { rendererFiles } from '../renderer-files.ts'
import type { RequestRouter, Shell } from '../shell.ts'
import { admitsLine, answerVisit } from './answer-visit.ts'
import { issueEntryPass } from './entry-pass.ts'
import { frontDoor } from './front-door.ts'
import { maxMessageBytes, openWindowLine, type WindowLine } from './window-line.ts'

/** Milliseconds between two looks at whether a window is still there. */
export const heartbeat = 15_000

type BrowserShellFailure = { readonly kind: 'shell.portInUse'; readonly port: number }

export interface BrowserShell extends Shell {
  /** Resolves to the address that lets a browser in; it is a secret of this run. Port 0 takes any free one. */
  open(port: number): Promise<Result<{ readonly address: string }, BrowserShellFailure>>
  close(): Promise<void>
}

/** Shows the companion in a browser, through HTTP and a WebSocket on 127.0.0.1. */
export function createBrowserShell(rendererDir: string, log: Log): BrowserShell {
  const lines = new Set<WindowLine>()
  const sockets = new WebSocketServer({ noServer: true, maxPayload: maxMessageBytes, perMessageDeflate: false })
  const server = createServer()
  let router: RequestRouter = () => Promise.reject(new Error('A window asked before the companion was there'))

  function serve(port: number): string {
    const door = frontDoor(port, issueEntryPass(port))
    const files = rendererFiles(rendererDir, [`ws://127.0.0.1:${port}`])
    server.on('request', (request, response) => void answerVisit(door, files, log, request, response))
    server.on('upgrade', (request, stream, head) => {
      stream.on('error', () => stream.destroy())
      if (!admitsLine(door, log, request, stream)) return
      sockets.handleUpgrade(request, stream, head, (socket) => {
        const line = openWindowLine(socket, router, log)
        lines.add(line)
        socket.on('close', () => lines.delete(line))
      })
    })
    return door.entryAddress
  }

  const pulse = setInterval(() => {
    for (const line of lines) line.checkAlive()
  }, heartbeat).unref()

  return {
    kind: 'browser',
    keychain: null,
    route: (companion) => {
      router = companion
    },
    broadcast: (frame) => {
      const text = JSON.stringify({ frame } satisfies ServerMessage)
      for (const line of lines) line.send(text)
    },
    showQuietly: () => undefined,
    notify: () => undefined,
    takeBack: () => undefined,
    countWaiting: () => undefined,
    stayWhile: () => undefined,
    whenClockMayHaveJumped: () => undefined,
    dialBySystem: async () => false,
    applySettings: () => undefined,
    open: (port) =>
      new Promise((resolve, reject) => {
        server.once('error', (error) => (isPortInUse(error) ? resolve(failed({ kind: 'shell.portInUse', port })) : reject(error)))
        server.listen(port, '127.0.0.1', () => {
          const bound = server.address()
          if (bound === null || typeof bound === 'string') return reject(new Error('The port is no port'))
          resolve(success({ address: serve(bound.port) }))
        })
      }),
    close: async () => {
      clearInterval(pulse)
      for (const socket of sockets.clients) socket.terminate()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function isPortInUse(error: Error): boolean {
  return 'code' in error && error.code === 'EADDRINUSE'
}
