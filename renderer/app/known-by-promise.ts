import type { DeskCall } from './steadyline.ts'

/** Somebody who was promised a call has the name it was promised to where the dialer tells none, and is no first caller. */
export function knownByPromise(known: Omit<DeskCall, 'party'>): DeskCall {
  const { call, promise, standing } = known
  const { party } = call
  if (promise === null) return { ...known, party }
  const isNamed = party.name !== '' && party.name !== party.number
  return {
    ...known,
    party: isNamed || promise.person.name === '' ? party : { ...party, name: promise.person.name },
    standing: standing?.judgement === 'first-call' ? null : standing,
  }
}
