import { expect, test } from 'vitest'
import type { Call, CallState } from '../../shared/call/call.ts'
import type { CallReport } from '../../shared/call/call-report.ts'
import { callAfter } from '../../shared/call/call-transitions.ts'
import { type DialerPowers, noPowers } from '../../shared/dialers/dialer-health.ts'
import { callVerbs } from './call-verbs.ts'

const allPowers: DialerPowers = { answer: true, hold: true, hangUp: true, dial: false, consult: true, transfer: 'attended' }

test.each([
  ['ringing', 'incoming', allPowers, { answer: 'dialer', decline: 'dialer' }],
  ['ringing', 'incoming', noPowers, { answer: 'hand', decline: 'hand' }],
  ['dialling', 'outgoing', allPowers, { cancel: 'dialer' }],
  ['dialling', 'outgoing', noPowers, { answer: 'hand', cancel: 'hand' }],
  ['live', 'incoming', allPowers, { hold: 'dialer', wrapUp: 'dialer' }],
  ['live', 'incoming', noPowers, { hold: 'hand', wrapUp: 'hand' }],
  ['held', 'outgoing', allPowers, { resume: 'dialer', wrapUp: 'dialer' }],
  ['ended', 'incoming', allPowers, {}],
] as const)('a %s %s call offers only what makes sense, and says by whom', (state, direction, powers, offered) => {
  const verbs = callVerbs(aCall(state, direction), powers, { answer: nothing, hold: nothing, resume: nothing, askToEnd: nothing })
  const found = Object.entries(verbs).flatMap(([name, verb]) => (verb ? [[name, verb.byHand ? 'hand' : 'dialer']] : []))
  expect(Object.fromEntries(found)).toEqual(offered)
})

function aCall(state: CallState, direction: Call['direction']): Call {
  const report: CallReport = { type: 'call.ringing', dialer: 'baresip', ref: 'a', direction }
  const call = callAfter(null, report, { mono: 0, wall: 0 })
  if (call === null) throw new Error('a first report always opens a call')
  return { ...call, state }
}

function nothing(): void {}
