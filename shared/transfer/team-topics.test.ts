import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { personId } from './colleague.ts'
import {
  everyPresence,
  inboxKinds,
  inboxTopic,
  mayPublish,
  maySubscribe,
  ownInbox,
  parseTopic,
  presenceTopic,
} from './team-topics.ts'

const person = fc.stringMatching(/^[a-z0-9][a-z0-9._-]{0,20}$/).filter((id) => personId.safeParse(id).success)
const kind = fc.constantFrom(...inboxKinds)

describe('the topics of the team', () => {
  it('say who is meant and who wrote, there and back', () => {
    fc.assert(
      fc.property(person, kind, person, (to, what, from) => {
        expect(parseTopic(inboxTopic(to, what, from))).toEqual({ kind: what, to, from })
        expect(parseTopic(presenceTopic(to))).toEqual({ kind: 'presence', person: to })
      }),
    )
  })

  it('are nothing else, whatever the text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const parsed = parseTopic(text)
        if (parsed === null) return
        expect(parsed.kind === 'presence' ? presenceTopic(parsed.person) : inboxTopic(parsed.to, parsed.kind, parsed.from)).toBe(
          text,
        )
      }),
    )
    expect(parseTopic('steadyline/2/presence/ana')).toBeNull()
    expect(parseTopic('steadyline/1/inbox/ana/brief/mia/more')).toBeNull()
    expect(parseTopic('steadyline/1/presence/')).toBeNull()
  })

  it('let a person write under their own name only', () => {
    fc.assert(
      fc.property(person, person, kind, person, (self, to, what, from) => {
        expect(mayPublish(self, inboxTopic(to, what, from))).toBe(from === self)
        expect(mayPublish(self, presenceTopic(to))).toBe(to === self)
      }),
    )
  })

  it('let a person read their own inbox and the presence of all, and nothing through a wildcard', () => {
    fc.assert(
      fc.property(person, person, (self, other) => {
        expect(maySubscribe(self, ownInbox(other))).toBe(self === other)
      }),
    )
    const patterns = ['#', '+/#', 'steadyline/#', 'steadyline/1/inbox/+/#', 'steadyline/1/inbox/ana/brief/+', '$SYS/#']
    expect(patterns.filter((pattern) => maySubscribe('ana', pattern))).toEqual([])
    expect(maySubscribe('ana', everyPresence)).toBe(true)
  })
})
