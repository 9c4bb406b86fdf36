import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { freeTcpPort } from '../rig/free-port.ts'
import type { AppPlace } from './app.ts'

/** Empty folders and a free port for one Steadyline; `leave` removes them. */
export async function freshPlace(): Promise<AppPlace & { leave(): Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'steadyline-'))
  return {
    dataDir: path.join(folder, 'data'),
    profileDir: path.join(folder, 'profile'),
    port: await freeTcpPort(),
    leave: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }),
  }
}
