import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { callAfter } from '../../shared/call/call-transitions.ts'
import { blankOutcome } from '../../shared/checklist/outcome.ts'
import { maxAppendLength } from '../../shared/journal/journal.ts'
import type { Handling, Note } from '../../shared/notes/note.ts'
import { failed, success } from '../../shared/result.ts'
import { autosavePause, isTooLong, longestRecord } from './autosave.ts'
import { createNoteDraft } from './note-draft.ts'
import type { NoteStore } from './note-store.ts'

const handling: Handling = {
  playbook: { id: 'difficult-clients', version: 'test' },
  kind: 'demanding',
  triggers: [],
  steps: {},
  ladder: [],
  partingApprovedBy: null,
  outcome: { ...blankOutcome, disposition: 'resolved' },
}

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

test('what was typed is saved at the first pause, and only then called saved', async () => {
  const { draft, puts } = drafting()
  draft.write('Order')
  draft.write('Order 88-1042')
  expect([draft.state.get().saving, puts]).toEqual(['pending', []])
  await vi.advanceTimersByTimeAsync(autosavePause)
  expect(puts.map(({ text, state }) => [text, state])).toEqual([['Order 88-1042', 'draft']])
  expect(draft.state.get()).toEqual({ text: 'Order 88-1042', saving: 'saved', savedAt: 1_000 })
})

test('typing while a save is under way leaves the newer text pending', async () => {
  const { draft, holdPuts } = drafting()
  const release = holdPuts()
  draft.write('Order')
  await vi.advanceTimersByTimeAsync(autosavePause)
  draft.write('Order 88')
  release()
  await vi.advanceTimersByTimeAsync(0)
  expect(draft.state.get()).toEqual({ text: 'Order 88', saving: 'pending', savedAt: null })
})

test('a save that fails is said, loses nothing and is tried again with the next', async () => {
  const { draft, fail, puts } = drafting()
  fail(true)
  draft.write('Order')
  await vi.advanceTimersByTimeAsync(autosavePause)
  expect(draft.state.get()).toEqual({ text: 'Order', saving: 'failed', savedAt: null })
  fail(false)
  expect([await draft.flush(), puts.at(-1)?.text, draft.state.get().saving]).toEqual([true, 'Order', 'saved'])
})

test('the wrap-up keeps the words typed last and how the call came out', async () => {
  const { draft, puts } = drafting()
  draft.write('Agreed on Tuesday')
  expect(await draft.finish({ id: 'resolved', label: 'Resolved' }, handling)).toBe(true)
  await vi.advanceTimersByTimeAsync(autosavePause * 2)
  expect(puts).toEqual([
    {
      id: 'baresip:a',
      text: 'Agreed on Tuesday',
      state: 'saved',
      disposition: 'resolved',
      dispositionLabel: 'Resolved',
      handling,
      practice: false,
      createdAt: 1_000,
      updatedAt: 1_000,
    },
  ])
})

test('a note that is on the disk once says that its second copy waits, and calls it saved when that is there', async () => {
  const { draft, copy } = drafting()
  copy.lags()
  draft.write('Order')
  await vi.advanceTimersByTimeAsync(autosavePause)
  expect(draft.state.get()).toEqual({ text: 'Order', saving: 'here', savedAt: 1_000 })
  copy.catchesUp()
  await vi.advanceTimersByTimeAsync(0)
  expect(draft.state.get()).toEqual({ text: 'Order', saving: 'saved', savedAt: 1_000 })
})

test('a note longer than the second copy takes is said to be too long, and saved as soon as it is shorter', async () => {
  const { draft, puts } = drafting()
  draft.write('a'.repeat(longestRecord + 1))
  await vi.advanceTimersByTimeAsync(autosavePause)
  expect([draft.state.get().saving, draft.state.get().text.length, puts]).toEqual(['tooLong', longestRecord + 1, []])
  expect(await draft.finish({ id: 'resolved', label: 'Resolved' }, handling)).toBe(false)
  draft.write('a'.repeat(longestRecord))
  await vi.advanceTimersByTimeAsync(autosavePause)
  expect([draft.state.get().saving, puts.map(({ text }) => text.length)]).toEqual(['saved', [longestRecord]])
})

test.each([
  ['a word', 'word ', 1_000_000],
  ['an emoji', '👩‍👩‍👧', 1_000_000],
  ['a line end', '\n', 900_000],
  ['a hidden sign', '\u0001', 300_000],
  ['half a sign', '\uD800', 300_000],
])('a note of nothing but %s is refused before the second copy would refuse its record', (_, sign, about) => {
  const text = (length: number) => sign.repeat(Math.ceil(length / sign.length))
  expect([isTooLong(text(about * 0.99)), isTooLong(text(about * 1.01))]).toEqual([false, true])
  expect(JSON.stringify(text(about * 0.99)).length).toBeLessThan(maxAppendLength - 200_000)
})

test('a second copy that comes late says nothing about words that were typed meanwhile', async () => {
  const { draft, copy } = drafting()
  copy.lags()
  draft.write('Order')
  await vi.advanceTimersByTimeAsync(autosavePause)
  draft.write('Order 88')
  copy.catchesUp()
  await vi.advanceTimersByTimeAsync(0)
  expect(draft.state.get().saving).toBe('pending')
})

test('a wrap-up does not wait for a second copy that has to wait', async () => {
  const { draft, copy } = drafting()
  copy.lags()
  draft.write('Agreed on Tuesday')
  expect(await draft.finish({ id: 'resolved', label: 'Resolved' }, handling)).toBe(true)
})

/** Follows at once, until it lags. */
function secondCopy() {
  let catchUp: (() => void)[] | null = null
  return {
    copied(late: () => void) {
      if (catchUp === null) return Promise.resolve()
      const waiting = catchUp
      late()
      return new Promise<void>((resolve) => waiting.push(resolve))
    },
    lags() {
      catchUp = []
    },
    catchesUp() {
      for (const resolve of catchUp ?? []) resolve()
      catchUp = null
    },
  }
}

function drafting() {
  const puts: Note[] = []
  let failing = false
  let gate = Promise.resolve()
  const copy = secondCopy()
  const store: Pick<NoteStore, 'put' | 'copied'> = {
    async put(note) {
      await gate
      if (failing) return failed({ kind: 'storage.stopped', cause: 'QuotaExceededError' })
      puts.push(note)
      return success(undefined)
    },
    copied: copy.copied,
  }
  const call = callAfter(null, { type: 'call.answered', dialer: 'baresip', ref: 'a' }, { mono: 0, wall: 0 })
  if (call === null) throw new Error('an answered call is live')
  return {
    puts,
    copy,
    draft: createNoteDraft(store, call, undefined, () => 1_000),
    fail(fails: boolean) {
      failing = fails
    },
    holdPuts() {
      let release = () => undefined as undefined
      gate = new Promise((resolve) => {
        release = () => void resolve()
      })
      return release
    },
  }
}
