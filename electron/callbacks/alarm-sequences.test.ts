import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AlarmsInTest, armed, minute, uuid } from './alarms-in-test.ts'
import { pointBy } from './ring-points.ts'

const ids = [1, 2, 3]
const anId = fc.constantFrom(...ids)
const minutes = fc.integer({ min: 1, max: 40 })

type Step =
  | { readonly do: 'set'; readonly id: number; readonly inMinutes: number }
  | { readonly do: 'arm'; readonly kept: readonly number[] }
  | { readonly do: 'clear'; readonly id: number }
  | { readonly do: 'restart' }
  | { readonly do: 'snooze'; readonly id: number; readonly minutes: number }
  | { readonly do: 'pass'; readonly minutes: number }
  | { readonly do: 'move'; readonly minutes: number }

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('set'), id: anId, inMinutes: fc.integer({ min: -20, max: 60 }) }),
  fc.record({ do: fc.constant('arm'), kept: fc.subarray(ids) }),
  fc.record({ do: fc.constant('clear'), id: anId }),
  fc.record({ do: fc.constant('restart') }),
  fc.record({ do: fc.constant('snooze'), id: anId, minutes }),
  fc.record({ do: fc.constant('pass'), minutes }),
  fc.record({ do: fc.constant('move'), minutes: fc.integer({ min: -120, max: 120 }) }),
)

describe('whatever an agent, the clock and restarts do', () => {
  it('no call rings early, none twice at the same moment, and none that is due stays silent', { timeout: 120_000 }, () =>
    fc.assert(
      fc.asyncProperty(fc.constantFrom(0, 5), fc.array(step, { maxLength: 25 }), async (leadMinutes, steps) => {
        const run = new Run()
        run.test.leadMinutes = leadMinutes
        await run.test.open()
        try {
          for (const one of steps) await run.take(one)
          await run.expectNoneSilent()
          expect(run.wrong).toEqual([])
        } finally {
          await run.test.remove()
        }
      }),
      { numRuns: 150 },
    ),
  )
})

/** What a run of steps promised, and what of it was wrong. */
class Run {
  readonly test = new AlarmsInTest()
  readonly wrong: string[] = []
  /** The promised time of each callback, and the points that rang since it was promised. */
  readonly #promised = new Map<number, { readonly at: number; readonly rang: Set<number>; snoozed: boolean }>()
  #heard = 0

  async take(step: Step): Promise<void> {
    const { test } = this
    if (step.do === 'set') await this.#set(step.id, test.now + step.inMinutes * minute)
    else if (step.do === 'arm') {
      const kept = [...this.#promised].filter(([id]) => step.kept.includes(id))
      this.#promised.clear()
      for (const [id, promise] of kept) this.#promised.set(id, promise)
      await test.office.arm(kept.map(([id, { at }]) => armed(id, at)))
    } else if (step.do === 'clear') {
      this.#promised.delete(step.id)
      await test.office.clear(uuid(step.id))
    } else if (step.do === 'restart') await test.reopen()
    else if (step.do === 'snooze') {
      const promise = this.#promised.get(step.id)
      const answer = await test.office.snooze(uuid(step.id), step.minutes)
      if (promise && answer.ok) promise.snoozed = true
    } else if (step.do === 'move') {
      test.moveClock(step.minutes * minute)
      await test.pass(1000)
    } else for (let passed = 0; passed < step.minutes; passed += 1) await this.#passed()
    this.#listen()
  }

  /** An overdue call rings every quarter of an hour; a snooze lasts less than three quarters. */
  async expectNoneSilent(): Promise<void> {
    const before = new Map([...this.#promised].map(([id]) => [id, this.#ringsOf(id)]))
    for (let passed = 0; passed < 15 + 61 + 240; passed += 1) await this.#passed()
    for (const [id, count] of before) if (this.#ringsOf(id) <= count) this.wrong.push(`${id} stays silent`)
  }

  async #passed(): Promise<void> {
    await this.test.pass(minute)
    this.#listen()
  }

  async #set(id: number, at: number): Promise<void> {
    if (this.#promised.get(id)?.at !== at) this.#promised.set(id, { at, rang: new Set(), snoozed: false })
    await this.test.office.set(armed(id, at))
  }

  #ringsOf(id: number): number {
    return this.test.alarms.filter(({ callbackId }) => callbackId === uuid(id)).length
  }

  #listen(): void {
    const { test } = this
    for (const { callbackId, at, stage } of test.alarms.slice(this.#heard)) {
      const promise = this.#promised.get(Number(callbackId.slice(-12)))
      const point = pointBy(test.now, at, test.leadMinutes * minute)
      if (promise?.at !== at) this.wrong.push(`${stage} of a call that nobody promised`)
      else if (test.now < (stage === 'lead' ? at - test.leadMinutes * minute : at) && !promise.snoozed)
        this.wrong.push(`${stage} early`)
      else if (promise.rang.has(point) && !promise.snoozed) this.wrong.push(`${stage} twice at ${point}`)
      promise?.rang.add(point)
      if (promise) promise.snoozed = false
    }
    this.#heard = test.alarms.length
  }
}
