import { beforeEach, describe, expect, it } from 'vitest'
import { putAwayOnClose } from './put-away.ts'

let heard: string[]

beforeEach(() => {
  heard = []
})

describe('a window that the agent closes', () => {
  it('goes into the tray while somebody waits for a call', async () => {
    await close({})
    expect(heard).toEqual(['stays', 'hide'])
  })

  it('goes down to the taskbar where nobody would find it in a tray', async () => {
    await close({ isTrayShown: false })
    expect(heard).toEqual(['stays', 'minimize'])
  })

  it('closes when nobody waits', async () => {
    await close({ isNeeded: false })
    expect(heard).toEqual([])
  })

  it('closes when the agent quits, whoever waits', async () => {
    await close({ isQuitting: true })
    expect(heard).toEqual([])
  })
})

async function close({ isNeeded = true, isQuitting = false, isTrayShown = true }): Promise<void> {
  let closed: (event: { preventDefault(): void }) => void = () => undefined
  const window = {
    on: (_event: 'close', listener: typeof closed) => {
      closed = listener
    },
    hide: () => void heard.push('hide'),
    minimize: () => void heard.push('minimize'),
  }
  putAwayOnClose(window, {
    isNeeded: () => isNeeded,
    isQuitting: () => isQuitting,
    isTrayShown: async () => isTrayShown,
  })
  closed({ preventDefault: () => void heard.push('stays') })
  await Promise.resolve()
}
