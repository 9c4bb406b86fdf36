import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Callback, isOpen } from './callback.ts'
import { type CallbackFact, callbackAfter } from './callback-transitions.ts'
import { eleven, sampleCallback } from './sample-callback.ts'

/** What a person with a pencil would keep of a callback. */
interface Pencil {
  open: boolean
  /** The call on the line to keep it. */
  ringing: string | null
  due: number
  promised: number
}

interface Real {
  callback: Callback
  now: number
}

const deputy = { id: 'jaan.tamm', name: 'Jaan Tamm', briefId: '0d6f3c0a-6a64-4d7b-8a51-0f2f5a4f2a10' }

class Told implements fc.Command<Pencil, Real> {
  readonly fact: CallbackFact
  constructor(fact: CallbackFact) {
    this.fact = fact
  }

  check(): boolean {
    return true
  }

  run(pencil: Pencil, real: Real): void {
    real.now += 60_000
    const before = real.callback
    real.callback = callbackAfter(before, this.fact, real.now)
    const isNews = real.callback !== before
    if (isNews) write(pencil, this.fact)

    const { callback } = real
    expect({ open: isOpen(callback), ringing: callback.state === 'calling' }).toEqual({
      open: pencil.open,
      ringing: pencil.ringing !== null,
    })
    expect([callback.due.at, callback.promisedFor.at]).toEqual([pencil.due, pencil.promised])
    expect(callback.history.slice(0, before.history.length)).toEqual(before.history)
    expect(callbackAfter(callback, this.fact, real.now)).toBe(callback)
    if (!isNews) expect(mayBeOldNews(this.fact, before)).toBe(true)
  }

  toString(): string {
    return JSON.stringify(this.fact)
  }
}

function write(pencil: Pencil, fact: CallbackFact): void {
  switch (fact.type) {
    case 'called':
      pencil.ringing = fact.callId
      break
    case 'noAnswer':
      expect(fact.callId).toBe(pencil.ringing)
      pencil.ringing = null
      if (fact.retry) pencil.due = fact.retry.at
      else pencil.open = false
      break
    case 'callLost':
      pencil.ringing = null
      break
    case 'reached':
    case 'deputyAccepted':
    case 'cancelled':
    case 'missed':
    case 'keptByHand':
      pencil.ringing = null
      pencil.open = false
      break
    case 'renegotiated':
      Object.assign(pencil, { open: true, ringing: null, due: fact.to.at, promised: fact.to.at })
      break
    case 'reopened':
    case 'briefWithdrawn':
      pencil.open = true
      break
  }
}

/** What a person does always counts on an open callback; only what a phone or another machine tells may be late. */
function mayBeOldNews({ type }: CallbackFact, before: Callback): boolean {
  const byPerson = ['cancelled', 'missed', 'keptByHand'].includes(type)
  return !byPerson || !isOpen(before)
}

const callId = fc.constantFrom('a', 'b', 'c')
const time = fc.integer({ min: 0, max: 300 }).map(eleven)
const reason = fc.constantFrom('', 'In a meeting')
const fact: fc.Arbitrary<CallbackFact> = fc.oneof(
  callId.map((id) => ({ type: 'called', callId: id }) as const),
  callId.map((id) => ({ type: 'reached', callId: id }) as const),
  fc.record({ type: fc.constant('noAnswer' as const), callId, retry: fc.option(time) }),
  callId.map((id) => ({ type: 'callLost', callId: id }) as const),
  fc.record({ type: fc.constant('renegotiated' as const), to: time, reason }),
  fc.integer({ min: 0, max: 9 }).map((until) => ({ type: 'snoozed', until }) as const),
  fc.constantFrom(
    { type: 'briefed' } as const,
    { type: 'deputyAccepted' } as const,
    { type: 'reopened' } as const,
    {
      type: 'briefWithdrawn',
    } as const,
  ),
  fc.record({ type: fc.constantFrom('deputyDeclined' as const, 'cancelled' as const, 'missed' as const), reason }),
  fc.constant({ type: 'keptByHand' } as const),
  fc.record({ type: fc.constantFrom('promisedAgain' as const, 'promisedAfter' as const), callbackId: callId }),
)

test('whatever is told, in whatever order and however often, only an act or the outcome of a call closes a callback', () => {
  fc.assert(
    fc.property(fc.commands([fact.map((told) => new Told(told))], { maxCommands: 60 }), (commands) => {
      const callback = sampleCallback({ deputy })
      const pencil = { open: true, ringing: null, due: callback.due.at, promised: callback.promisedFor.at }
      fc.modelRun(() => ({ model: pencil, real: { callback, now: callback.due.at } }), commands)
    }),
    { numRuns: 500 },
  )
})
