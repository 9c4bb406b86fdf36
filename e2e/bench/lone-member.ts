import { connectAsync } from 'mqtt'
import { presenceTopic } from '../../shared/transfer/team-topics.ts'

export interface LoneMember {
  readonly url: string
  readonly password: string
  readonly user: string
  /** Seconds. */
  readonly keepalive: number
}

/** Somebody who is available, and has left word for the case that they vanish. */
export async function answer({ url, password, user, keepalive }: LoneMember): Promise<{ readonly joined: true }> {
  const topic = presenceTopic(user)
  const client = await connectAsync(url, {
    protocolVersion: 4,
    clientId: `steadyline-${user}`,
    username: user,
    password,
    keepalive,
    will: { topic, payload: Buffer.from('offline'), qos: 1, retain: true },
  })
  await client.publishAsync(topic, 'available', { qos: 1, retain: true })
  return { joined: true }
}
