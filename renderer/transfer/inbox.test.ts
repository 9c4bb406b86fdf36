import { expect, test } from 'vitest'
import type { BriefRecord } from '../../shared/transfer/brief-record.ts'
import { receivedBrief } from './fake-briefs.ts'
import { createInbox } from './inbox.ts'

test('what waits for an answer comes first and the longest wait before all, then what is settled, newest first', () => {
  const inbox = createInbox()
  for (const record of [brief('a', 1, 'accepted'), brief('b', 2, 'delivered'), brief('c', 3, 'withdrawn'), brief('d', 4, 'soon')])
    inbox.told(record)
  expect(ids(inbox)).toEqual(['b', 'd', 'c', 'a'])
})

test('a supervisor sees one brief once, as it now stands', () => {
  const inbox = createInbox()
  inbox.told(brief('a', 1, 'delivered'))
  inbox.told(brief('a', 1, 'read'))
  expect(inbox.state.get()).toEqual([brief('a', 1, 'read')])
})

test('a brief that was sent from here is not in the inbox', () => {
  const inbox = createInbox()
  inbox.told({ ...brief('a', 1, 'delivered'), direction: 'sent' })
  expect(ids(inbox)).toEqual([])
})

test('a declined brief leaves at once', () => {
  const inbox = createInbox()
  inbox.told(brief('a', 1, 'read'))
  inbox.told(brief('a', 1, 'declined'))
  expect(ids(inbox)).toEqual([])
})

test('a brief that was removed leaves unanswered, and stays away', () => {
  const inbox = createInbox()
  inbox.told(brief('a', 1, 'read'))
  inbox.told(brief('b', 2, 'read'))
  inbox.forget(['a'])
  inbox.told(brief('a', 1, 'soon'))
  expect(ids(inbox)).toEqual(['b'])
})

test('a settled brief that was put away stays away, also when news of it comes', () => {
  const inbox = createInbox()
  inbox.told(brief('a', 1, 'accepted'))
  inbox.putAway('a')
  inbox.told({ ...brief('a', 1, 'accepted'), followUp: { note: 'Agreed', outcome: null, version: 1 } })
  expect(ids(inbox)).toEqual([])
})

test('a brief that waits for an answer cannot be put away', () => {
  const inbox = createInbox()
  inbox.told(brief('a', 1, 'soon'))
  inbox.putAway('a')
  inbox.told(brief('a', 1, 'withdrawn'))
  expect(ids(inbox)).toEqual(['a'])
})

function brief(id: string, at: number, stage: BriefRecord['stage']): BriefRecord {
  const record = receivedBrief({ at, stage })
  return { ...record, brief: { ...record.brief, id } }
}

function ids({ state }: ReturnType<typeof createInbox>): string[] {
  return state.get().map(({ brief: { id } }) => id)
}
