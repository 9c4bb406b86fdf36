import { randomBytes } from 'node:crypto'
import { connect } from 'mqtt'
import { failed, type Result, success } from '../../shared/result.ts'
import type { HubFailure } from '../../shared/transfer/team.ts'
import { trusting } from './authority.ts'
import { hubFailure } from './hub-failure.ts'
import type { HubAddress } from './hub-line.ts'

const timeoutMs = 8_000

/** Connects beside the line that may be up, and leaves nothing behind at the hub. */
export async function tryHub(address: HubAddress): Promise<Result<null, HubFailure>> {
  const { url, user, password } = address
  const client = connect(url, {
    username: user,
    password,
    ...trusting(address),
    clientId: `steadyline-${user}-trial-${randomBytes(4).toString('hex')}`,
    clean: true,
    protocolVersion: 4,
    connectTimeout: timeoutMs,
    reconnectPeriod: 0,
    manualConnect: true,
  })
  try {
    return await new Promise((resolve) => {
      client.on('error', (error) => resolve(failed(hubFailure(url, error))))
      client.on('close', () => resolve(failed(hubFailure(url, new Error('the hub closed the line')))))
      client.on('connect', () => resolve(success(null)))
      client.connect()
    })
  } finally {
    client.end(true)
  }
}
