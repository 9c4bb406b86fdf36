import { openHub } from '../../electron/hub/hub.ts'
import { openMembers } from '../../electron/hub/members.ts'
import type { Log } from '../../electron/log.ts'

/** The product's hub as a process that can be killed; started with `{ dataDir, port }`. */
const { dataDir, port } = JSON.parse(process.argv[2] ?? '') as { dataDir: string; port: number }
const silent: Log = { debug() {}, info() {}, warn() {}, error() {} }
const members = await openMembers(dataDir)
const hub = members.ok
  ? await openHub({
      ...{ dataDir, port, listen: 'loopback', certificate: null, members: members.value, log: silent },
      troubled: ({ kind }) => giveUp(kind),
    })
  : members
if (!hub.ok) giveUp(hub.failure.kind)
process.on('disconnect', () => process.exit())
process.send?.({ up: true })

function giveUp(kind: string): never {
  console.error(`The hub ended: ${kind}`)
  process.exit(1)
}
