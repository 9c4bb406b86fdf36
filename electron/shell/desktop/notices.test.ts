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

  it('brings the window before the person who picks it, and then what it is about', () => {
    notices().show({ about: 'a', title: 'Ana', body: '', picked: () => heard.push('picked a') })
    pick(0)
    expect(heard.slice(2)).toEqual(['open', 'picked a'])
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
    const shown = createNotices({ make: () => null, open: () => undefined, log })
    shown.show({ about: 'a', title: 'Ana', body: '', picked: () => undefined })
    shown.takeBack('a')
    expect(heard).toEqual([])
  })
})

function notices() {
  return createNotices({
    make: ({ title, body, silent }) => {
      heard.push([title, body, silent ? 'silent' : ''].filter(Boolean).join(' '))
      return systemNotice()
    },
    open: () => heard.push('open'),
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

function pick(index: number): void {
  raised[index]?.get('click')?.()
}
