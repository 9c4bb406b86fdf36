import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { browserBridge } from './browser-bridge.ts'

class Socket extends EventTarget {
  readonly sent: unknown[] = []

  send(text: string): void {
    this.sent.push(JSON.parse(text))
  }

  opens(): void {
    this.dispatchEvent(new Event('open'))
  }

  says(message: unknown): void {
    this.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(message) }))
  }

  closes(): void {
    this.dispatchEvent(new Event('close'))
  }
}

const lineDown = 'RequestRefused: the line to Steadyline is down'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout'] })
})

afterEach(() => {
  vi.useRealTimers()
})

describe('the line between a browser window and the companion', () => {
  it('gives each request its own answer, whichever comes first', async () => {
    const { bridge, socket } = bridged()
    socket(0).opens()

    const space = bridge.request('storage.freeSpace', null)
    const call = bridge.request('practice.start', null)
    socket(0).says({ id: 2, ok: true, answer: 'practice:1' })
    socket(0).says({ id: 1, ok: true, answer: { freeBytes: 7 } })

    expect({ answers: await Promise.all([space, call]), sent: socket(0).sent }).toEqual({
      answers: [{ freeBytes: 7 }, 'practice:1'],
      sent: [
        { id: 1, channel: 'storage.freeSpace', payload: null },
        { id: 2, channel: 'practice.start', payload: null },
      ],
    })
  })

  it('rejects what the companion refuses', async () => {
    const { bridge, socket } = bridged()
    socket(0).opens()

    const call = bridge.request('practice.start', null)
    socket(0).says({ id: 1, ok: false, refusal: 'companion.failed' })

    await expect(call).rejects.toThrow('companion.failed')
  })

  it('rejects at once while it is down, and sends nothing later', async () => {
    const { bridge, socket } = bridged()

    await expect(bridge.request('practice.start', null)).rejects.toThrow(lineDown)
    socket(0).opens()

    expect(socket(0).sent).toEqual([])
  })

  it('rejects what was waiting when it breaks', async () => {
    const { bridge, socket } = bridged()
    socket(0).opens()

    const waiting = [bridge.request('practice.start', null), bridge.request('storage.freeSpace', null)]
    socket(0).closes()

    expect(await Promise.allSettled(waiting)).toEqual([
      { status: 'rejected', reason: new Error(lineDown) },
      { status: 'rejected', reason: new Error(lineDown) },
    ])
  })

  it('tells the broadcasts of a frame in order, each to its own listeners, until they are off', () => {
    const { bridge, socket } = bridged()
    const heard: unknown[] = []
    const off = bridge.on('call.happened', (event, seq) => heard.push([event, seq]))
    bridge.on('dialer.health', (health, seq) => heard.push([health, seq]))
    socket(0).opens()

    socket(0).says({
      frame: [
        { seq: 4, channel: 'call.happened', payload: 'a' },
        { seq: 5, channel: 'dialer.health', payload: 'b' },
        { seq: 6, channel: 'call.happened', payload: 'c' },
      ],
    })
    off()
    socket(0).says({ frame: [{ seq: 7, channel: 'call.happened', payload: 'd' }] })

    expect(heard).toEqual([
      ['a', 4],
      ['b', 5],
      ['c', 6],
    ])
  })

  it('says when it goes down and comes back, also to who listens late', async () => {
    const { bridge, socket } = bridged()
    const heard: unknown[] = []
    bridge.on('link.changed', ({ up }) => heard.push(up ? 'up' : 'down'))

    socket(0).opens()
    bridge.on('link.changed', ({ up }) => heard.push(up ? 'late up' : 'late down'))
    await Promise.resolve()
    socket(0).closes()
    vi.advanceTimersByTime(250)
    socket(1).opens()

    expect(heard).toEqual(['up', 'late up', 'down', 'late down', 'up', 'late up'])
  })

  it('tries again ever more slowly, and quickly again after it was back', () => {
    const { socket, count } = bridged()
    const tries: number[] = []

    for (const wait of [250, 500, 1000, 2000, 5000, 5000]) {
      socket(count() - 1).closes()
      vi.advanceTimersByTime(wait - 1)
      tries.push(count())
      vi.advanceTimersByTime(1)
    }
    socket(count() - 1).opens()
    socket(count() - 1).closes()
    vi.advanceTimersByTime(250)

    expect({ tries, finally: count() }).toEqual({ tries: [1, 2, 3, 4, 5, 6], finally: 8 })
  })
})

function bridged() {
  const sockets: Socket[] = []
  const bridge = browserBridge(() => {
    const socket = new Socket()
    sockets.push(socket)
    return socket as unknown as WebSocket
  })
  return { bridge, socket: (index: number) => sockets[index] ?? new Socket(), count: () => sockets.length }
}
