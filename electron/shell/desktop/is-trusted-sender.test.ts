import { describe, expect, it } from 'vitest'
import { isTrustedSender, type Sender } from './is-trusted-sender.ts'

const origin = 'app://steadyline'
const ours: Sender = { contentsId: 1, frame: { url: 'app://steadyline/index.html#call', isTopmost: true } }

describe('a message to the companion', () => {
  it('is believed from the main frame of our window', () => {
    expect(isTrustedSender(ours, 1, origin)).toBe(true)
  })

  it.each<[string, Sender, number | null]>([
    ['before there is a window', ours, null],
    ['from another window', { ...ours, contentsId: 2 }, 1],
    ['from a frame that is gone', { ...ours, frame: null }, 1],
    ['from a frame inside our page', { ...ours, frame: { url: 'app://steadyline/', isTopmost: false } }, 1],
    ...[
      'https://evil.example/',
      'https://steadyline/',
      'app://steadyline.evil/',
      'app://evil/steadyline',
      'app://ana@steadyline/',
      'http://app://steadyline/',
      'file:///app://steadyline/',
      'about:blank',
      'data:text/html,app://steadyline/',
      'http://localhost:5173/',
      '',
    ].map((url): [string, Sender, number] => [`from ${url || 'nowhere'}`, { ...ours, frame: { url, isTopmost: true } }, 1]),
  ])('is refused %s', (_where, sender, contentsId) => {
    expect(isTrustedSender(sender, contentsId, origin)).toBe(false)
  })

  it('is believed from the development server only when that is our origin', () => {
    const sender: Sender = { contentsId: 1, frame: { url: 'http://localhost:5173/', isTopmost: true } }

    expect([isTrustedSender(sender, 1, 'http://localhost:5173'), isTrustedSender(ours, 1, 'http://localhost:5173')]).toEqual([
      true,
      false,
    ])
  })
})
