import { beforeEach, describe, expect, it } from 'vitest'
import type { Availability } from '../../shared/transfer/team.ts'
import { ManualTimers } from '../manual-timers.ts'
import { PresenceBoard, silence } from './presence-board.ts'

const mia = { id: 'mia', name: 'Mia', role: 'manager', topics: [], number: '' } as const

let clock: ManualTimers
let board: PresenceBoard
let start: number

beforeEach(() => {
  clock = new ManualTimers()
  board = new PresenceBoard(clock)
  start = clock.now().wall
})

function hears(availability: Availability, forMs: number | null, isRetained = false): void {
  board.heard({ v: 1, person: mia, availability, forMs }, isRetained)
}

describe('the presence of a colleague', () => {
  it('is as old as they say, and seen now', () => {
    hears('onCall', 90_000)

    expect(board.people()).toEqual([{ person: mia, availability: 'onCall', since: start - 90_000, seenAt: start }])
  })

  it('keeps its moment over heartbeats that took longer or shorter ways', () => {
    hears('available', 1_000)
    clock.pass(20_000)
    hears('available', 20_600)

    expect(board.people()).toMatchObject([{ since: start - 1_000, seenAt: start + 20_000 }])
  })

  it('starts anew when they were away and back while nobody heard it', () => {
    hears('available', 600_000)
    clock.pass(20_000)
    hears('available', 5_000)

    expect(board.people()).toMatchObject([{ since: start + 15_000 }])
  })

  it('has no age when only the hub remembers it, and keeps the one it had', () => {
    hears('away', 5_000, true)
    const remembered = board.people()
    clock.pass(1_000)
    hears('away', 6_000)
    hears('away', 6_000, true)

    expect(remembered).toEqual([{ person: mia, availability: 'away', since: null, seenAt: null }])
    expect(board.people()).toMatchObject([{ since: start - 5_000, seenAt: start + 1_000 }])
  })

  it('is offline from the moment of the Last Will, which is not their own voice', () => {
    hears('available', 0)
    clock.pass(7_000)
    hears('offline', null)

    expect(board.people()).toMatchObject([{ availability: 'offline', since: start + 7_000, seenAt: start }])
  })

  it('is not believed after a minute of silence on a line that is up', () => {
    hears('available', 0, true)
    clock.pass(silence - 1)
    board.missTheSilent()
    const before = board.isThere('mia')
    board.listen()
    clock.pass(silence - 1)
    board.missTheSilent()
    const onNewLine = board.isThere('mia')
    clock.pass(1)
    board.missTheSilent()

    expect([before, onNewLine, board.isThere('mia')]).toEqual([true, true, false])
  })

  it('is gone when the hub has no such person any more', () => {
    hears('available', 0)
    board.left('mia')

    expect(board.people()).toEqual([])
  })
})
