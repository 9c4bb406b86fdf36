import { describe, expect, it } from 'vitest'
import { type Frame, type RequestChannel, requestSchemas } from '../../../shared/contract.ts'
import { defaultSettings } from '../../../shared/settings/default-settings.ts'
import type { Reply } from '../reply.ts'
import { preloadBridge } from './preload-bridge.ts'

describe('the bridge in a window', () => {
  it('asks the main process and hands back its answer', async () => {
    const { bridge, asked } = joined({ ok: true, answer: { freeBytes: 5 } })

    const answer = await bridge.request('storage.freeSpace', null)

    expect({ answer, asked }).toEqual({ answer: { freeBytes: 5 }, asked: [['storage.freeSpace', null]] })
  })

  it('rejects with the refusal of the main process', async () => {
    const { bridge } = joined({ ok: false, refusal: 'RequestRefused: the sender is not our window' })

    await expect(bridge.request('storage.freeSpace', null)).rejects.toThrow('RequestRefused: the sender is not our window')
  })

  it('passes on every request of the contract and no other', async () => {
    const { bridge, asked } = joined({ ok: true, answer: null })
    const channels = Object.keys(requestSchemas) as readonly RequestChannel[]

    for (const channel of channels) await bridge.request(channel, null as never)

    expect(asked).toEqual(channels.map((channel) => [channel, null]))
    for (const channel of ['__proto__', 'constructor', 'shell.openExternal', '']) {
      await expect(bridge.request(channel as RequestChannel, null as never)).rejects.toThrow('RequestRefused: unknown channel')
    }
    expect(asked).toHaveLength(channels.length)
  })

  it('tells each listener its own broadcasts in order, until it is off', () => {
    const { bridge, tell } = joined({ ok: true, answer: null })
    const heard: unknown[] = []
    const off = bridge.on('settings.changed', (settings, seq) => heard.push([settings.theme, seq]))

    tell([
      { seq: 1, channel: 'settings.changed', payload: defaultSettings },
      { seq: 2, channel: 'link.changed', payload: { up: true } },
      { seq: 3, channel: 'settings.changed', payload: { ...defaultSettings, theme: 'dark' } },
    ])
    off()
    tell([{ seq: 4, channel: 'settings.changed', payload: defaultSettings }])

    expect(heard).toEqual([
      ['system', 1],
      ['dark', 3],
    ])
  })

  it('says once that the line is up, and not to a listener that has gone', async () => {
    const { bridge } = joined({ ok: true, answer: null })
    const heard: unknown[] = []

    bridge.on('link.changed', (link) => heard.push(link))
    bridge.on('link.changed', () => heard.push('gone'))()
    await Promise.resolve()

    expect(heard).toEqual([{ up: true }])
  })

  it('listens to nothing that the contract does not know', () => {
    const { bridge } = joined({ ok: true, answer: null })

    expect(() => bridge.on('ipc-message' as never, () => undefined)).toThrow('RequestRefused: unknown channel')
  })
})

function joined(reply: Reply) {
  const asked: unknown[] = []
  let tell: (frame: Frame) => void = () => undefined
  const bridge = preloadBridge({
    ask: async (channel, payload) => {
      asked.push([channel, payload])
      return reply
    },
    listen: (listener) => {
      tell = listener
    },
  })
  return { bridge, asked, tell: (frame: Frame) => tell(frame) }
}
