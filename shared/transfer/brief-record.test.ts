import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Brief } from './brief.ts'
import { type BriefFact, type BriefRecord, briefStages, isSettled, recordAfter } from './brief-record.ts'

const record: BriefRecord = {
  brief: { id: 'b', from: { id: 'ana', name: 'Ana' }, to: { id: 'mia', name: 'Mia' } } as Brief,
  direction: 'sent',
  stage: 'waiting',
  at: 1,
  stageAt: 1,
  reason: '',
  followUp: null,
}

const stageFact: fc.Arbitrary<BriefFact> = fc.oneof(
  fc.record({ stage: fc.constantFrom('atHub', 'delivered', 'read', 'soon', 'withdrawn', 'accepted') }),
  fc.record({ stage: fc.constant('declined'), reason: fc.string() }),
)
const followUpFact: fc.Arbitrary<BriefFact> = fc.nat(20).map((version) => ({
  followUp: { note: `note ${version}`, outcome: null, version },
}))
const facts = fc.array(fc.oneof(stageFact, followUpFact), { maxLength: 12 })
const answering = (fact: BriefFact) => 'stage' in fact && (fact.stage === 'accepted' || fact.stage === 'declined')

const recordOf = (given: readonly BriefFact[]) => given.reduce((now, fact, at) => recordAfter(now, fact, at + 2), record)
const order = (stage: BriefRecord['stage']) => (stage === 'withdrawn' ? 6 : isSettled(stage) ? 5 : briefStages.indexOf(stage))
const told = ({ stage, reason, followUp }: BriefRecord) => ({ stage, reason, followUp })

describe('the record of a brief', () => {
  it('is the same in whatever order the facts come, when it is answered once at most', () => {
    const answeredOnce = facts.filter((given) => given.filter(answering).length <= 1)
    const shuffled = answeredOnce.chain((given) =>
      fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length })),
    )
    fc.assert(
      fc.property(shuffled, ([given, other]) => {
        expect(told(recordOf(other))).toEqual(told(recordOf(given)))
      }),
    )
  })

  it('is the same when every fact comes twice', () => {
    fc.assert(
      fc.property(facts, (given) => {
        expect(told(recordOf([...given, ...given]))).toEqual(told(recordOf(given)))
      }),
    )
  })

  it('never goes back, and an answer stays unless the call is kept', () => {
    fc.assert(
      fc.property(facts, stageFact, (given, fact) => {
        const before = recordOf(given)
        const next = recordAfter(before, fact, 99)
        expect(order(next.stage)).toBeGreaterThanOrEqual(order(before.stage))
        if (isSettled(before.stage) && !('stage' in fact && fact.stage === 'withdrawn')) expect(next).toBe(before)
      }),
    )
  })

  it('holds the newest follow-up of all that came', () => {
    fc.assert(
      fc.property(fc.array(followUpFact, { minLength: 1 }), (given) => {
        const versions = given.map((fact) => ('followUp' in fact ? fact.followUp.version : -1))
        expect(recordOf(given).followUp?.version).toBe(Math.max(...versions))
      }),
    )
  })

  it('says why and when it was declined', () => {
    expect(recordAfter(record, { stage: 'declined', reason: 'In a meeting' }, 7)).toEqual({
      ...record,
      stage: 'declined',
      stageAt: 7,
      reason: 'In a meeting',
    })
  })
})
