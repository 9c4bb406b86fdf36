import { type Call, type CallId, isOver, isPractice, wasAnswered } from '../../shared/call/call.ts'
import type { CallEvent } from '../../shared/call/call-event.ts'
import type { Callback, CallbackId } from '../../shared/callbacks/callback.ts'
import { type CallbackFact, lastCall } from '../../shared/callbacks/callback-transitions.ts'
import { isSameNumber } from '../callbacks/same-number.ts'
import type { CallbackParts } from './callback-parts.ts'
import { inTurn } from './in-turn.ts'

interface PromisedCallParts extends Pick<CallbackParts, 'store' | 'mirror' | 'calls' | 'companion' | 'alarms'> {
  told(id: CallbackId, fact: CallbackFact, at?: number): Promise<unknown>
}

export interface PromisedCalls {
  /** The next outgoing call is about this one; returns its own off, for a call that could not be dialled. */
  expect(id: CallbackId): () => void
  promiseFor(call: Call): { readonly callback: Callback; readonly isKeptByIt: boolean } | null
  happened(event: CallEvent): Promise<void>
  caughtUp(calls: readonly Call[]): Promise<void>
}

/** Earliest open callbacks that a call is compared with. */
const comparedWith = 500
/** A call to somebody is the promised one when the promise is due this soon, or was. */
const soonMs = 12 * 60 * 60_000
/** How long a number that was dialled here may take to come back as a call. */
const dialMs = 30_000
/** Quiet while the phone rings at the other end. */
const quietMinutes = 5

/** Joins the calls on the line to the promises they keep, and tells each promise how its call came out. */
export async function createPromisedCalls({
  store,
  mirror,
  calls,
  companion,
  alarms,
  told,
}: PromisedCallParts): Promise<PromisedCalls> {
  const { parsePhoneNumberFromString } = await import('libphonenumber-js/min')
  const earliest = store.agenda.watch('open', null, comparedWith)
  earliest.subscribe(() => undefined)
  const kept = new Map<CallId, CallbackId>()
  const next = inTurn()
  /** As long as the first look has found nothing yet. */
  let atFirst: readonly Callback[] | null = null
  let expected: { readonly id: CallbackId; readonly at: number } | null = null

  function promiseFor(call: Call): { readonly callback: Callback; readonly isKeptByIt: boolean } | null {
    if (call.consultFor !== null) return null
    const open = (earliest.get()?.callbacks ?? atFirst ?? []).filter(
      ({ practice, callId }) => practice === isPractice(call) && callId !== call.id,
    )
    const byDial = call.direction === 'outgoing' ? open.find(({ id }) => id === dialled()) : undefined
    const callback =
      open.find((candidate) => lastCall(candidate) === call.id) ??
      byDial ??
      open.find(({ person }) => isSameNumber(parsePhoneNumberFromString, person.number, call.party.number))
    if (callback === undefined) return null
    const isDue = callback.due.at <= call.startedAt + soonMs
    return { callback, isKeptByIt: call.direction === 'outgoing' && (callback === byDial || isDue) }
  }

  async function read(): Promise<void> {
    if (earliest.get() !== undefined || atFirst !== null) return
    const open = await store.open()
    if (open.ok) atFirst = open.value.slice(0, comparedWith)
  }

  function dialled(): CallbackId | null {
    return expected !== null && Date.now() - expected.at < dialMs ? expected.id : null
  }

  /** The promise of this call, told of the call when it is the first that is heard of it. */
  async function promiseOf(call: Call, isNew: boolean): Promise<CallbackId | null> {
    const known = kept.get(call.id)
    if (known !== undefined) return known
    const found = promiseFor(call)
    const isBegun = found !== null && lastCall(found.callback) === call.id
    const isBeginning = isNew && call.direction === 'outgoing'
    const byDial = isBeginning ? dialled() : null
    const id = byDial ?? (isBegun || (isBeginning && found?.isKeptByIt) ? found?.callback.id : undefined)
    if (id === undefined) return null
    kept.set(call.id, id)
    if (id === expected?.id) expected = null
    await told(id, { type: 'called', callId: call.id }, call.startedAt)
    if (alarms.get().some(({ callbackId }) => callbackId === id))
      await companion.request('alarm.snooze', { callbackId: id, minutes: quietMinutes }).catch(() => undefined)
    return id
  }

  async function cameTo(id: CallbackId, call: Pick<Call, 'id' | 'answeredAt' | 'endCause'>): Promise<void> {
    if (wasAnswered(call)) {
      await told(id, { type: 'reached', callId: call.id })
      return
    }
    if (call.endCause === 'lost') {
      await told(id, { type: 'callLost', callId: call.id })
      return
    }
    const found = await store.find(id)
    if (!found.ok || found.value === undefined) return
    const { nextTry } = await import('../callbacks/next-try.ts')
    const retry = nextTry(found.value, Date.now(), mirror.get().settings.callbacks)
    await told(id, { type: 'noAnswer', callId: call.id, retry })
  }

  async function follow(call: Call, isNew: boolean): Promise<void> {
    if (call.consultFor !== null) return
    await read()
    const id = await promiseOf(call, isNew)
    if (id === null) return
    if (wasAnswered(call) || isOver(call)) await cameTo(id, call)
    if (isOver(call)) kept.delete(call.id)
  }

  async function catchUp(onTheLine: readonly Call[]): Promise<void> {
    for (const call of onTheLine) await follow(call, call.state === 'dialling')
    const calling = await store.calling()
    const ids = new Set(onTheLine.map(({ id }) => id))
    for (const callback of calling.ok ? calling.value : []) {
      const callId = lastCall(callback)
      if (callId === null || ids.has(callId)) continue
      const record = await calls.find(callId)
      if (record.ok && record.value?.endedAt) await cameTo(callback.id, record.value)
      else if (record.ok) await told(callback.id, { type: 'callLost', callId })
    }
  }

  return {
    promiseFor,
    expect(id) {
      const mine = { id, at: Date.now() }
      expected = mine
      return () => {
        if (expected === mine) expected = null
      }
    },
    happened: ({ type, call }) => next(() => follow(call, type === 'call.dialling' || type === 'call.answered')),
    caughtUp: (onTheLine) => next(() => catchUp(onTheLine)),
  }
}
