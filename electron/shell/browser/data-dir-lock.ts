import { createHash } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import { connect, createServer, type Server } from 'node:net'
import { join, resolve } from 'node:path'
import { failed, type Result, success } from '../../../shared/result.ts'

export type DataDirFailure = { readonly kind: 'data.inUse'; readonly dataDir: string }

export interface DataDirLock {
  release(): Promise<void>
}

/**
 * Makes the data folder and keeps other companions out of it.
 *
 * A listening socket is the lock: the system lets go of it however this process ends, which a file with a process id in it
 * does not. What a killed process leaves behind refuses connections and is taken over.
 */
export async function lockDataDir(dataDir: string): Promise<Result<DataDirLock, DataDirFailure>> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  const place = socketPlace(dataDir)
  const server = (await listening(place)) ?? ((await isHeld(place)) ? null : await takenOver(place))
  if (server === null) return failed({ kind: 'data.inUse', dataDir })
  server.unref()
  return success({ release: () => new Promise((done) => server.close(() => done())) })
}

function socketPlace(dataDir: string): string {
  if (process.platform !== 'win32') return join(dataDir, 'lock')
  return `\\\\.\\pipe\\steadyline-${createHash('sha256').update(resolve(dataDir).toLowerCase()).digest('hex')}`
}

async function takenOver(place: string): Promise<Server | null> {
  await rm(place, { force: true })
  return listening(place)
}

/** `null` when somebody listens there, or did and was killed. */
function listening(place: string): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy())
    server.once('error', (error) => ('code' in error && error.code === 'EADDRINUSE' ? resolve(null) : reject(error)))
    server.listen(place, () => resolve(server))
  })
}

function isHeld(place: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(place)
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}
