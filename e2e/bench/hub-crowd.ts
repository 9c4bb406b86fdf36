import { setTimeout } from 'node:timers/promises'
import { connectAsync, type MqttClient } from 'mqtt'
import { everyPresence, inboxTopic, ownInbox, presenceTopic } from '../../shared/transfer/team-topics.ts'

export interface Crowd {
  readonly url: string
  readonly password: string
  readonly agents: readonly string[]
  readonly supervisors: readonly string[]
  readonly briefs: number
  /** Milliseconds from one brief to the next. */
  readonly every: number
}

export interface CrowdReport {
  /** Milliseconds from the sending of each brief until it was heard. */
  readonly heard: readonly number[]
  readonly acknowledged: readonly number[]
  readonly connectedIn: number
  /** Seconds that the sending took. */
  readonly seconds: number
}

/** Bytes of a brief as people write them. */
const briefLength = 1239
/** Milliseconds between two signs of life of a supervisor. */
const signOfLifeEvery = 20_000

/** Milliseconds of a team that has just come in before the first call goes wrong. */
const settling = 2_000

/** Everybody joins, supervisors tell their presence to all, and agents take turns at sending a brief. */
export async function answer(crowd: Crowd): Promise<CrowdReport> {
  const from = performance.now()
  const clients = await Promise.all([...crowd.agents, ...crowd.supervisors].map((user) => joins(crowd, user)))
  const connectedIn = performance.now() - from
  const agents = clients.slice(0, crowd.agents.length)
  const supervisors = clients.slice(crowd.agents.length)
  await Promise.all(clients.map((client) => client.subscribeAsync(everyPresence)))
  const heard = await listening(crowd, supervisors)
  const signsOfLife = tellPresence(crowd, supervisors)
  await setTimeout(settling)

  const acknowledged: Promise<number>[] = []
  const sentAt: number[] = []
  const began = performance.now()
  for (let number = 0; number < crowd.briefs; number += 1) {
    await setTimeout(Math.max(0, began + number * crowd.every - performance.now()))
    const agent = number % agents.length
    const topic = inboxTopic(at(crowd.supervisors, number), 'brief', at(crowd.agents, agent))
    sentAt.push(performance.now())
    const text = String(number).padEnd(briefLength, ' ')
    acknowledged.push(
      at(agents, agent)
        .publishAsync(topic, text, { qos: 1 })
        .then(() => performance.now() - (sentAt[number] ?? 0)),
    )
  }
  const acks = await Promise.all(acknowledged)
  const seconds = (performance.now() - began) / 1000
  while (heard.size < crowd.briefs && performance.now() < began + 60_000) await setTimeout(10)
  if (heard.size < crowd.briefs) throw new Error(`${crowd.briefs - heard.size} briefs were not heard`)
  clearInterval(signsOfLife)
  await Promise.all(clients.map((client) => client.endAsync(true)))
  return { heard: sentAt.map((time, number) => (heard.get(number) ?? 0) - time), acknowledged: acks, connectedIn, seconds }
}

function joins({ url, password }: Crowd, user: string): Promise<MqttClient> {
  const clientId = `steadyline-${user}`
  return connectAsync(url, { protocolVersion: 4, clean: false, clientId, username: user, password, reconnectPeriod: 0 })
}

/** When each brief was heard first, by number. */
async function listening(crowd: Crowd, supervisors: readonly MqttClient[]): Promise<ReadonlyMap<number, number>> {
  const heard = new Map<number, number>()
  await Promise.all(
    supervisors.map((client, index) => {
      client.on('message', (topic, payload) => {
        const number = Number(payload.toString().trim())
        if (topic.includes('/inbox/') && !heard.has(number)) heard.set(number, performance.now())
      })
      return client.subscribeAsync(ownInbox(at(crowd.supervisors, index)), { qos: 1 })
    }),
  )
  return heard
}

/** Evenly spread, as people who joined at different moments. */
function tellPresence({ supervisors: names }: Crowd, supervisors: readonly MqttClient[]): NodeJS.Timeout {
  let next = 0
  return setInterval(() => {
    const index = next % supervisors.length
    next += 1
    at(supervisors, index).publish(presenceTopic(at(names, index)), 'available', { qos: 1, retain: true })
  }, signOfLifeEvery / supervisors.length)
}

function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index % items.length]
  if (item === undefined) throw new Error('nobody there')
  return item
}
