import { beforeEach, describe, expect, it } from 'vitest'
import type { Log } from '../../log.ts'
import { createTray, type TrayItem, type TrayParts } from './tray.ts'

let heard: string[]
let items: readonly TrayItem[]
let clicked: () => void

const log: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: (message) => void heard.push(message),
  error: () => undefined,
}

beforeEach(() => {
  heard = []
})

describe('the tray', () => {
  it('says how many wait, and nothing more when nobody does', () => {
    const shown = tray()
    shown.countWaiting(2)
    shown.countWaiting(0)
    expect(heard).toEqual(['Steadyline', 'Steadyline – 2 waiting', 'Steadyline'])
  })

  it('opens the window at a click and from its menu, and quits from its menu alone', () => {
    tray()
    heard = []
    clicked()
    for (const { click } of items) click()
    expect([items.map(({ label }) => label), heard]).toEqual([
      ['Open', 'Quit'],
      ['open', 'open', 'quit'],
    ])
  })

  it('is shown where somebody draws it', async () => {
    expect([await tray().isShown(), await tray({ isDrawn: async () => false }).isShown()]).toEqual([true, false])
  })

  it('is done without where the system has none', async () => {
    const none = tray({
      make: () => {
        throw new Error('no tray')
      },
    })
    none.countWaiting(1)
    expect([heard, await none.isShown()]).toEqual([['The system has no tray'], false])
  })
})

function tray(parts: Partial<TrayParts> = {}) {
  return createTray({
    make(theItems) {
      items = theItems
      return {
        on: (_event, listener) => {
          clicked = listener
        },
        setToolTip: (text) => void heard.push(text),
      }
    },
    isDrawn: async () => true,
    open: () => void heard.push('open'),
    quit: () => void heard.push('quit'),
    log,
    ...parts,
  })
}
