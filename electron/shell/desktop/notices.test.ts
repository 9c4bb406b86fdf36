import { beforeEach, describe, expect, it } from 'vitest'
import type { Log } from '../../log.ts'
import { createNotices, type SystemNotice } from './notices.ts'

let heard: string[]
let warnings: unknown[]
let raised: Map<string, (...args: never[]) => void>[]

const log: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: (message, facts) => void warnings.push([message, facts]),
  error: () => undefined,
}

beforeEach(() => {
  heard = []
  warnings = []
  raised = []
})

describe('a notice of the system', () => {
  it('says who sent a brief, without a second sound', () => {
    notices().show({ about: 'a', title: 'Ana Sild', body: 'sent you a brief', picked: () => undefined })
    expect(heard).toEqual(['Ana Sild sent you a brief silent', 'show'])
  })

  it('brings the window before the person who picks it, and then what it is about', async () => {
    notices().show({ about: 'a', title: 'Ana', body: '', picked: () => heard.push('picked a') })
    await pick(0)
    expect(heard.slice(2)).toEqual(['open', 'picked a'])
  })

  it('offers what can be done at once, which needs a window and brings none forward', async () => {
    const actions = ['Call now', 'Snooze'].map((label) => ({ label, picked: () => void heard.push(`picked ${label}`) }))
    notices().show({ about: 'a', title: 'Marta', body: '', actions, picked: () => heard.push('picked a') })
    await act(0, 1)
    await act(0, 7)
    expect(heard).toEqual(['Marta silent [Call now] [Snooze]', 'show', 'ready', 'picked Snooze', 'ready'])
  })

  it('takes the place of the one before about the same brief, and of no other', () => {
    const shown = notices()
    for (const about of ['a', 'b', 'a']) shown.show({ about, title: about, body: '', picked: () => undefined })
    expect(heard.filter((line) => line === 'close')).toEqual(['close'])
  })

  it('goes when the brief was read', () => {
    const shown = notices()
    shown.show({ about: 'a', title: 'Ana', body: '', picked: () => undefined })
    shown.takeBack('a')
    shown.takeBack('a')
    expect(heard.slice(2)).toEqual(['close'])
  })

  it('is logged when the system refuses it', () => {
    notices().show({ about: 'a', title: 'Ana', body: '', picked: () => undefined })
    raised[0]?.get('failed')?.(...([{}, 'no daemon'] as never[]))
    expect(warnings).toEqual([['The system did not show a notice', { error: 'no daemon' }]])
  })

  it('is done without where the system has none', () => {
    const shown = createNotices({ make: () => null, open: async () => undefined, ready: async () => undefined, log })
    shown.show({ about: 'a', title: 'Ana', body: '', picked: () => undefined })
    shown.takeBack('a')
    expect(heard).toEqual([])
  })
})

function notices() {
  return createNotices({
    make: ({ title, body, silent, actions }) => {
      heard.push([title, body, silent ? 'silent' : '', ...actions.map(({ text }) => `[${text}]`)].filter(Boolean).join(' '))
      return systemNotice()
    },
    open: async () => void heard.push('open'),
    ready: async () => void heard.push('ready'),
    log,
  })
}

function systemNotice(): SystemNotice {
  const listeners = new Map<string, (...args: never[]) => void>()
  raised.push(listeners)
  return {
    on: (event: string, listener: (...args: never[]) => void) => listeners.set(event, listener),
    show: () => void heard.push('show'),
    close: () => void heard.push('close'),
  }
}

async function pick(index: number): Promise<void> {
  raised[index]?.get('click')?.()
  await Promise.resolve()
}

async function act(index: number, actionIndex: number): Promise<void> {
  raised[index]?.get('action')?.(...([{ actionIndex }] as never[]))
  await Promise.resolve()
}
