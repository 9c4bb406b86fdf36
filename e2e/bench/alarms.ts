import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { armed, uuid } from '../../electron/callbacks/alarms-in-test.ts'
import { ask } from '../app/contract-from-page.ts'
import type { AlarmArming, ArmingTimes } from './alarm-arming.ts'
import type { FakeSoftphone } from './fake-softphone.ts'
import { type Bench, type Figure, percentile } from './figures.ts'
import { type HeardAlarm, heardAlarms, openListeningPage } from './heard-alarms.ts'
import { jumpedAlarms } from './jumped-alarms.ts'
import { inOwnProcess } from './own-process.ts'
import { withSoftphone } from './with-app.ts'

const count = 240
const overMs = 20_000
const cores = 2

/** How late a promised call rings in a window, with every core busy and a hundred dialer events a second. */
export const alarms: Bench = {
  name: 'alarms',
  async run() {
    const { ours, plain } = await underLoad()
    const arming = await armingTimes({ callbacks: 5000, rounds: 21 })
    const lateness = (share: number, name: string, bar?: number): Figure => ({
      key: `callback.lateness.${name}_ms`,
      value: percentile(ours, share),
      peer: percentile(plain, share),
      ...(bar === undefined ? {} : { bar }),
    })
    return [
      lateness(0.5, 'p50'),
      lateness(0.99, 'p99', 1000),
      lateness(1, 'max'),
      { key: 'callback.early.max_ms', value: Math.max(0, ...ours.map((late) => -late)), bar: 0 },
      { key: 'alarms.arm-5000.p50_ms', value: percentile(arming.ours, 0.5), peer: percentile(arming.plain, 0.5), bar: 50 },
      ...(await jumpedAlarms()),
    ]
  },
}

/** Milliseconds after its time that each was heard: in the window, and by a plain `setTimeout` of this process. */
function underLoad() {
  return withSoftphone(async (app, phone) => {
    await openListeningPage(app.page)
    const burners = Array.from({ length: cores }, burner)
    const quiet = callersRing(phone)
    try {
      const begin = Date.now() + 2000
      const times = Array.from({ length: count }, () => begin + Math.floor(Math.random() * overMs))
      await ask(
        app.page,
        'alarms.arm',
        times.map((at, number) => armed(number, at)),
      )
      const plain = await Promise.all(times.map(plainLateness))
      await pause(2000)
      const heard = await heardAlarms(app.page)
      return { ours: times.map((at, number) => heardOnce(heard, uuid(number)) - at), plain }
    } finally {
      quiet()
      for (const process of burners) process.kill('SIGKILL')
    }
  })
}

function heardOnce(heard: readonly HeardAlarm[], id: string): number {
  const [ring, again] = heard.filter((one) => one.id === id)
  if (ring === undefined || again !== undefined) throw new Error(`${id} was heard ${ring ? 'twice' : 'never'}`)
  return ring.now
}

async function plainLateness(at: number): Promise<number> {
  await pause(at - Date.now())
  return Date.now() - at
}

function burner(): ChildProcess {
  return spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' })
}

/** A hundred events a second, until it is called off. */
function callersRing(phone: FakeSoftphone): () => void {
  let id = ''
  const ringing = setInterval(() => {
    if (id === '') {
      id = randomUUID()
      phone.rings(id, 'Marta Kask')
    } else {
      phone.ends(id)
      id = ''
    }
  }, 10)
  return () => clearInterval(ringing)
}

async function armingTimes(arming: AlarmArming): Promise<ArmingTimes> {
  const process = await inOwnProcess<AlarmArming, ArmingTimes>('alarm-arming.ts')
  try {
    return await process.ask(arming)
  } finally {
    await process.stop()
  }
}
