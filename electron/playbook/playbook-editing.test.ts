import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PlaybookEntry, PlaybookFailure } from '../../shared/playbook/playbook-entry.ts'
import type { Result } from '../../shared/result.ts'
import type { Log } from '../log.ts'
import { createPlaybookEditing, type PlaybookEditing } from './playbook-editing.ts'
import { PlaybookFolder } from './playbook-folder.ts'

const silentLog: Log = { debug() {}, info() {}, warn() {}, error() {} }

let dataDir: string
let folder: PlaybookFolder
let editing: PlaybookEditing

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'steadyline-editing-'))
  folder = new PlaybookFolder(dataDir, silentLog, () => undefined)
  editing = createPlaybookEditing(folder)
  await folder.scan()
})

afterEach(async () => {
  await folder.close()
  await rm(dataDir, { recursive: true })
})

describe('a playbook a colleague sent', () => {
  it("becomes a file of its own, in the author's own words", async () => {
    const text = `# from Jo\n${playbookText('ours')}`

    const added = await editing.add(text)

    expect([brief(added), await folder.textOf('ours.yaml')]).toEqual([['ours.yaml', 'ours', 'Ours'], { ok: true, value: text }])
  })

  it('is not taken when it cannot be read, and nothing is written', async () => {
    const added = await editing.add('id: [')

    expect([brief(added), await filesInFolder()]).toEqual(['playbook.notUnderstood', []])
  })

  it('does not push aside the one that has its id; the agent hears which that is', async () => {
    await editing.add(playbookText('ours'))

    expect([await editing.add(playbookText('ours')), await editing.add(playbookText('overdue-account'))]).toEqual([
      { ok: false, failure: { kind: 'playbook.idTaken', id: 'ours', file: 'ours.yaml' } },
      { ok: false, failure: { kind: 'playbook.idTaken', id: 'overdue-account', file: 'built-in/overdue-account.yaml' } },
    ])
  })

  it('can stand beside that one as a copy', async () => {
    await editing.add(playbookText('ours'))

    expect(brief(await editing.addCopy(playbookText('ours')))).toEqual(['ours-2.yaml', 'ours-2', 'Ours 2'])
  })

  it.each(['con', 'nul', 'com1'])('gets a name every system can store when its id is %s', async (id) => {
    expect(brief(await editing.add(playbookText(id)))).toEqual([`${id}-playbook.yaml`, id, 'Ours'])
  })

  it('is one of a hundred at most', async () => {
    for (let number = 0; number < 100; number += 1)
      await writeFile(join(dataDir, 'playbooks', `p${number}.yaml`), playbookText(`p${number}`))
    await folder.scan()

    expect(await editing.add(playbookText('ours'))).toEqual({ ok: false, failure: { kind: 'playbook.tooMany', most: 100 } })
  })
})

describe('a duplicate', () => {
  it('of a built-in playbook keeps every word and comment but id and name, and each has its number', async () => {
    const source = await folder.textOf('built-in/difficult-clients.yaml')
    const copies = [
      brief(await editing.duplicate('built-in/difficult-clients.yaml')),
      brief(await editing.duplicate('built-in/difficult-clients.yaml')),
    ]

    expect([copies, await folder.textOf('difficult-clients-2.yaml')]).toEqual([
      [
        ['difficult-clients-2.yaml', 'difficult-clients-2', 'Difficult clients 2'],
        ['difficult-clients-3.yaml', 'difficult-clients-3', 'Difficult clients 3'],
      ],
      {
        ok: true,
        value: (source.ok ? source.value : '')
          .replace('id: difficult-clients', 'id: difficult-clients-2')
          .replace('name: Difficult clients', 'name: "Difficult clients 2"'),
      },
    ])
  })

  it('works for a playbook written on one line, and for an id and a name as long as can be', async () => {
    const id = 'a'.repeat(60)
    await editing.add(JSON.stringify({ ...parsed(id), name: 'N'.repeat(40) }))

    expect(brief(await editing.duplicate(`${id}.yaml`))).toEqual([
      `${'a'.repeat(58)}-2.yaml`,
      `${'a'.repeat(58)}-2`,
      `${'N'.repeat(36)} 2`,
    ])
  })

  it('asked for twice at once makes two', async () => {
    await editing.add(playbookText('ours'))

    const both = await Promise.all([editing.duplicate('ours.yaml'), editing.duplicate('ours.yaml')])

    expect(both.map(brief)).toEqual([
      ['ours-2.yaml', 'ours-2', 'Ours 2'],
      ['ours-3.yaml', 'ours-3', 'Ours 3'],
    ])
  })
})

describe('a change made in the app', () => {
  it('is on the disk and in the list when it is confirmed', async () => {
    await editing.add(playbookText('ours'))

    const saved = await editing.save('ours.yaml', playbookText('ours').replace('Ours', 'Ours, improved'))

    expect(brief(saved)).toEqual(['ours.yaml', 'ours', 'Ours, improved'])
  })

  it.each([
    ['breaks the playbook', 'ours.yaml', 'id: [', 'playbook.notUnderstood'],
    ['takes the id of another', 'ours.yaml', playbookText('difficult-clients'), 'playbook.idTaken'],
    ['is to a built-in playbook', 'built-in/difficult-clients.yaml', playbookText('ours'), 'playbook.isBuiltIn'],
    ['is to a file that is not listed', '../settings.json', playbookText('ours'), 'playbook.notThere'],
  ])('is refused when it %s, and the file stays as it was', async (_what, file, text, kind) => {
    await editing.add(playbookText('ours'))

    const saved = await editing.save(file, text)

    expect([brief(saved), await folder.textOf('ours.yaml'), await filesInFolder()]).toEqual([
      kind,
      { ok: true, value: playbookText('ours') },
      ['ours.yaml'],
    ])
  })

  it('says when the disk would not take it', async () => {
    await editing.add(playbookText('ours'))
    await rm(join(dataDir, 'playbooks'), { recursive: true })
    await writeFile(join(dataDir, 'playbooks'), 'in the way')

    expect(await editing.save('ours.yaml', playbookText('ours'))).toEqual({
      ok: false,
      failure: { kind: 'playbook.notSaved', cause: 'EEXIST' },
    })
  })
})

describe('a playbook nobody wants any more', () => {
  it('is taken away but not destroyed, unless it is built in', async () => {
    await editing.add(playbookText('ours'))

    const removed = await editing.remove('ours.yaml')
    const refused = await editing.remove('built-in/difficult-clients.yaml')

    const kept = await readFile(join(dataDir, 'playbooks', '.removed', 'ours.yaml'), 'utf8')

    expect([removed, refused, await filesInFolder(), folder.entries().length, kept]).toEqual([
      { ok: true, value: playbookText('ours') },
      { ok: false, failure: { kind: 'playbook.isBuiltIn' } },
      [],
      4,
      playbookText('ours'),
    ])
  })
})

async function filesInFolder(): Promise<readonly string[]> {
  await mkdir(join(dataDir, 'playbooks'), { recursive: true })
  return (await readdir(join(dataDir, 'playbooks'))).filter((name) => !name.startsWith('.'))
}

function playbookText(id: string): string {
  return Object.entries(parsed(id))
    .map(([field, value]) => `${field}: ${JSON.stringify(value)}\n`)
    .join('')
}

function parsed(id: string) {
  return {
    id,
    name: 'Ours',
    kinds: [{ id: 'calm', name: 'Calm', fear: 'None.', stance: 'Be kind.' }],
    dispositions: [{ id: 'done', label: 'Done' }],
    steps: [{ id: 'open', title: 'Open', lines: ['Good day.'] }],
  }
}

function brief(edited: Result<PlaybookEntry, PlaybookFailure>) {
  return edited.ok ? [edited.value.file, edited.value.playbook?.id, edited.value.playbook?.name] : edited.failure.kind
}
