import { describe, expect, it } from 'vitest'
import { inboxTopic, presenceTopic } from '../../shared/transfer/team-topics.ts'
import { mayHear, maySay, ownerOf } from './access.ts'

describe('the session of a client id', () => {
  const members = ['ana', 'ana-maria', 'bob']

  it.each([
    ['steadyline-ana', 'ana'],
    ['steadyline-ana-3f2a', 'ana'],
    ['steadyline-ana-maria', 'ana-maria'],
    ['steadyline-ana-maria-3f2a', 'ana-maria'],
    ['steadyline-anabel', null],
    ['steadyline-', null],
    ['steadyline-eve-1', null],
    ['ana', null],
    ['', null],
  ])('%j belongs to %j', (clientId, owner) => {
    expect(ownerOf(clientId, members)).toBe(owner)
  })
})

describe('a member', () => {
  it.each([
    ['write to a colleague', inboxTopic('bob', 'brief', 'ana'), false, true],
    ['have that remembered for whoever asks later', inboxTopic('bob', 'brief', 'ana'), true, false],
    ['tell their own presence', presenceTopic('ana'), true, true],
    ["tell a colleague's", presenceTopic('bob'), true, false],
    ['write as a colleague', inboxTopic('bob', 'brief', 'eve'), false, false],
    ['speak of anything else', 'weather', false, false],
  ])('may %s or not: %s, retained %s', (_what, topic, retain, may) => {
    expect(maySay('ana', { topic, retain })).toBe(may)
  })

  it.each([
    [presenceTopic('bob'), true],
    [inboxTopic('ana', 'brief', 'bob'), true],
    [inboxTopic('bob', 'brief', 'ana'), false],
    ['$SYS/1/heartbeat', false],
  ])('may hear %s or not', (topic, may) => {
    expect(mayHear('ana', topic)).toBe(may)
  })
})
