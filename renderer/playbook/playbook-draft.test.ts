import { describe, expect, test } from 'vitest'
import type { PlaybookEntry, PlaybookFailure } from '../../shared/playbook/playbook-entry.ts'
import { failed, type Result, success } from '../../shared/result.ts'
import type { StoredPlaybookDraft } from '../storage/database.ts'
import { createPlaybookDraft } from './playbook-draft.ts'

const entry: PlaybookEntry = { file: 'ours.yaml', builtIn: false, playbook: null, warnings: [], errors: [] }

describe('what an author types', () => {
  test('is kept on this computer until it is saved in the file', async () => {
    const { draft, stored } = drafting('name: Ours')
    draft.write('name: Ours, imp')
    draft.write('name: Ours, improved')
    await draft.settled()
    expect([stored(), draft.state.get().keeping]).toEqual([
      { file: 'ours.yaml', text: 'name: Ours, improved', base: 'name: Ours' },
      'kept',
    ])

    await draft.save()
    await draft.settled()
    expect([stored(), draft.state.get()]).toEqual([
      undefined,
      { text: 'name: Ours, improved', base: 'name: Ours, improved', theirs: null, keeping: 'kept', saving: 'saved' },
    ])
  })

  test('is there again in the next window', () => {
    const { draft } = drafting('name: Ours', { stored: { file: 'ours.yaml', text: 'name: Mine', base: 'name: Ours' } })
    expect(draft.state.get()).toMatchObject({ text: 'name: Mine', base: 'name: Ours', theirs: null })
  })

  test('while a save is under way is not taken for saved', async () => {
    const { draft, stored } = drafting('a')
    draft.write('ab')
    const saving = draft.save()
    draft.write('abc')
    await saving
    await draft.settled()
    expect([stored(), draft.state.get().text]).toEqual([{ file: 'ours.yaml', text: 'abc', base: 'ab' }, 'abc'])
  })

  test('stays a draft when the companion refuses to save it', async () => {
    const { draft, stored } = drafting('a', { answer: failed({ kind: 'playbook.notSaved', cause: 'ENOSPC' }) })
    draft.write('ab')
    const saved = await draft.save()
    await draft.settled()
    expect([saved?.ok, stored()?.text, draft.state.get()]).toMatchObject([false, 'ab', { text: 'ab', base: 'a', saving: 'idle' }])
  })

  test('is said not to be kept when the store is shut', async () => {
    const { draft } = drafting('a', { disk: 'fails' })
    draft.write('ab')
    await draft.settled()
    expect(draft.state.get().keeping).toBe('failed')
  })

  test('can be given up for what is in the file', async () => {
    const { draft, stored } = drafting('a')
    draft.write('ab')
    draft.discard()
    await draft.settled()
    expect([stored(), draft.state.get().text]).toEqual([undefined, 'a'])
  })
})

describe('a file that somebody else changes', () => {
  test('is shown at once to an author who changed nothing', () => {
    const { draft } = drafting('a')
    draft.found('b')
    expect(draft.state.get()).toMatchObject({ text: 'b', base: 'b', theirs: null })
  })

  test('takes nothing from an author who did, and is not overwritten unasked', async () => {
    const { draft, asked } = drafting('a')
    draft.write('mine')
    draft.found('theirs')
    expect([draft.state.get(), await draft.save(), asked]).toMatchObject([{ text: 'mine', theirs: 'theirs' }, null, []])
  })

  test('can be taken over, or replaced by what the author wrote', async () => {
    const taking = drafting('a')
    taking.draft.write('mine')
    taking.draft.found('theirs')
    taking.draft.takeTheirs()
    expect(taking.draft.state.get()).toMatchObject({ text: 'theirs', base: 'theirs', theirs: null })

    const keeping = drafting('a')
    keeping.draft.write('mine')
    keeping.draft.found('theirs')
    keeping.draft.keepMine()
    await keeping.draft.save()
    expect(keeping.asked).toEqual(['mine'])
  })

  test('is noticed too when it changed before the draft was opened again', () => {
    const { draft } = drafting('theirs', { stored: { file: 'ours.yaml', text: 'mine', base: 'a' } })
    expect(draft.state.get()).toMatchObject({ text: 'mine', theirs: 'theirs' })
  })

  test('is no change when it is the text that is just being saved', async () => {
    const { draft } = drafting('a')
    draft.write('ab')
    const saving = draft.save()
    draft.write('abc')
    draft.found('ab')
    expect(draft.state.get().theirs).toBeNull()
    await saving
  })
})

interface Drafting {
  readonly stored?: StoredPlaybookDraft
  readonly answer?: Result<PlaybookEntry, PlaybookFailure>
  readonly disk?: 'works' | 'fails'
}

function drafting(text: string, { stored: first, answer = success(entry), disk = 'works' }: Drafting = {}) {
  let stored = first
  const asked: string[] = []
  const keep = async (draft: StoredPlaybookDraft | undefined) => {
    if (disk === 'fails') return failed({ kind: 'storage.stopped', cause: 'QuotaExceededError' } as const)
    stored = draft
    return success(undefined)
  }
  const draft = createPlaybookDraft({
    file: 'ours.yaml',
    text,
    stored: first,
    store: { put: keep, remove: () => keep(undefined) },
    save: async (saved) => {
      asked.push(saved)
      return answer
    },
  })
  return { draft, asked, stored: () => stored }
}
