import { appendFile, mkdir, mkdtemp, readFile, rename, rm, symlink, unlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import type { PlaybookEntry } from '../../shared/playbook/playbook-entry.ts'
import type { Log } from '../log.ts'
import { PlaybookFolder } from './playbook-folder.ts'

const silentLog: Log = { debug() {}, info() {}, warn() {}, error() {} }
const builtIn = ['difficult-clients', 'overdue-account', 'promised-call', 'follow-up'].map((id) => `built-in/${id}.yaml`)

let dataDir: string
let folder: WatchedByATest

/** A folder of the tests: it says when a claim about what it lists comes true. */
class WatchedByATest extends PlaybookFolder {
  #waiting: (() => void)[] = []

  constructor() {
    super(dataDir, silentLog, () => {
      for (const check of this.#waiting) check()
    })
  }

  until(claim: (entries: readonly PlaybookEntry[]) => boolean): Promise<void> {
    return new Promise((resolve) => {
      const check = () => {
        if (claim(this.entries())) resolve()
      }
      this.#waiting.push(check)
      check()
    })
  }
}

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'steadyline-playbooks-'))
  await mkdir(join(dataDir, 'playbooks'))
  folder = new WatchedByATest()
})

afterEach(async () => {
  await folder.close()
  await rm(dataDir, { recursive: true })
})

describe('the playbooks an agent can choose', () => {
  it('are the built-in ones when the team wrote none', async () => {
    await folder.scan()

    expect(listed()).toEqual(builtIn.map((file) => [file, true, []]))
  })

  it("are also the team's own, as soon as a file is there", async () => {
    await folder.scan()
    await writeFile(pathOf('ours.yaml'), playbookText('ours'))

    await folder.until(lists('ours.yaml'))

    expect(ownEntries()).toEqual([['ours.yaml', 'ours', 'Good day.', []]])
  })

  it('follow every save, also one that replaces the file whole', async () => {
    await writeFile(pathOf('ours.yaml'), playbookText('ours'))
    await folder.scan()

    await writeFile(pathOf('ours.yaml.new'), playbookText('ours', 'Hello.'))
    await rename(pathOf('ours.yaml.new'), pathOf('ours.yaml'))
    await folder.until(() => firstLineOf('ours.yaml') === 'Hello.')
    await writeFile(pathOf('ours.yaml'), playbookText('ours', 'Good morning.'))
    await folder.until(() => firstLineOf('ours.yaml') === 'Good morning.')

    expect(ownEntries()).toEqual([['ours.yaml', 'ours', 'Good morning.', []]])
  })

  it('follow a file to its new name and forget one that is deleted', async () => {
    await writeFile(pathOf('a.yaml'), playbookText('ours'))
    await writeFile(pathOf('b.yaml'), playbookText('theirs'))
    await folder.scan()

    await rename(pathOf('a.yaml'), pathOf('c.yaml'))
    await unlink(pathOf('b.yaml'))
    await folder.until((entries) => lists('c.yaml')(entries) && !lists('b.yaml')(entries))

    expect(ownEntries()).toEqual([['c.yaml', 'ours', 'Good day.', []]])
  })

  it('come back when the whole folder was removed and written again', async () => {
    await writeFile(pathOf('ours.yaml'), playbookText('ours'))
    await folder.scan()
    await rm(join(dataDir, 'playbooks'), { recursive: true })
    await folder.until((entries) => !lists('ours.yaml')(entries))

    await mkdir(join(dataDir, 'playbooks'), { recursive: true })
    await writeFile(pathOf('new.yaml'), playbookText('new'))
    await folder.until(lists('new.yaml'))

    expect(ownEntries()).toEqual([['new.yaml', 'new', 'Good day.', []]])
  })

  it('follow a folder that was swapped for another of the same name', async () => {
    await folder.scan()
    await rm(join(dataDir, 'playbooks'), { recursive: true })
    await mkdir(join(dataDir, 'playbooks'))
    await writeFile(pathOf('a.yaml'), playbookText('first'))
    await folder.until(lists('a.yaml'))
    await writeFile(pathOf('b.yaml'), playbookText('second'))
    await folder.until(lists('b.yaml'))

    expect(ownEntries().map(([file]) => file)).toEqual(['a.yaml', 'b.yaml'])
  })

  it('name a new version when a word changes, and none when only a comment does', async () => {
    const versions: unknown[] = []
    for (const text of [playbookText('ours'), `# Ours\n${playbookText('ours')}`, playbookText('ours', 'Hello.')]) {
      await writeFile(pathOf('ours.yaml'), text)
      await folder.scan()
      versions.push(folder.find('ours.yaml')?.playbook?.version)
    }

    expect(versions).toEqual([
      expect.stringMatching(/^[0-9a-f]{12}$/),
      versions[0],
      expect.not.stringMatching(String(versions[0])),
    ])
  })
})

describe('a playbook that breaks', () => {
  it('keeps its last good version beside the errors, and heals with the file', async () => {
    await writeFile(pathOf('ours.yaml'), playbookText('ours'))
    await folder.scan()

    await writeFile(pathOf('ours.yaml'), `${playbookText('ours')}steps: twice\n`)
    await folder.until(() => codesOf('ours.yaml').length > 0)
    const broken = ownEntries()
    await writeFile(pathOf('ours.yaml'), playbookText('ours', 'Hello again.'))
    await folder.until(() => codesOf('ours.yaml').length === 0)

    expect([broken, ownEntries()]).toEqual([
      [['ours.yaml', 'ours', 'Good day.', ['yaml.duplicateKey']]],
      [['ours.yaml', 'ours', 'Hello again.', []]],
    ])
  })

  it('still has its last good version after a restart', async () => {
    await writeFile(pathOf('ours.yaml'), playbookText('ours'))
    await folder.scan()
    await writeFile(pathOf('ours.yaml'), 'id: [')
    await folder.close()

    folder = new WatchedByATest()
    await folder.scan()

    expect(ownEntries()).toEqual([['ours.yaml', 'ours', 'Good day.', ['yaml.syntax']]])
  })

  it.each([
    ['UTF-16', Buffer.from(`\uFEFF${playbookText('ours')}`, 'utf16le'), 'text.utf16'],
    ['UTF-16 without a mark', Buffer.from(playbookText('ours'), 'utf16le'), 'text.utf16'],
    ['an old Windows encoding', Buffer.from(playbookText('ours', 'Grüß Gott.'), 'latin1'), 'text.notUtf8'],
    ['five megabytes', Buffer.alloc(5 * 1024 * 1024, 'a'), 'text.tooBig'],
    ['nothing', Buffer.alloc(0), 'text.empty'],
  ])('because it is %s is listed with the reason', async (_what, bytes, code) => {
    await writeFile(pathOf('ours.yaml'), bytes)
    await folder.scan()

    expect(ownEntries()).toEqual([['ours.yaml', undefined, undefined, [code]]])
  })

  it('because it is a folder, or points nowhere, is listed or left out without harm to the others', async () => {
    await mkdir(pathOf('a.yaml'))
    await symlink('nowhere', pathOf('b.yaml'))
    await writeFile(pathOf('c.yaml'), playbookText('ours'))
    await folder.scan()

    expect(ownEntries()).toEqual([
      ['a.yaml', undefined, undefined, ['file.notRead']],
      ['c.yaml', 'ours', 'Good day.', []],
    ])
  })

  it('because its id belongs to another leaves the id with the one that was there first', async () => {
    await writeFile(pathOf('b.yaml'), playbookText('ours'))
    await folder.scan()
    await writeFile(pathOf('a.yaml'), playbookText('ours', 'Hello.'))
    await writeFile(pathOf('c.yaml'), playbookText('difficult-clients'))
    await folder.scan()
    const both = ownEntries()

    await unlink(pathOf('b.yaml'))
    await folder.scan()

    expect([both, ownEntries()]).toEqual([
      [
        ['a.yaml', undefined, undefined, ['id.taken']],
        ['b.yaml', 'ours', 'Good day.', []],
        ['c.yaml', undefined, undefined, ['id.taken']],
      ],
      [
        ['a.yaml', 'ours', 'Hello.', []],
        ['c.yaml', undefined, undefined, ['id.taken']],
      ],
    ])
  })
})

describe('a folder nobody tidies', () => {
  it('lists a hundred playbooks and no more, and no file that is none', async () => {
    for (let number = 0; number < 102; number += 1) await writeFile(pathOf(`p${number + 100}.yaml`), playbookText(`p${number}`))
    for (const name of ['notes.txt', '.p.yaml.swp', '.hidden.yaml']) await appendFile(pathOf(name), 'x')
    await folder.scan()

    expect(ownEntries().map(([file]) => file)).toEqual(Array.from({ length: 100 }, (_, number) => `p${number + 100}.yaml`))
  })
})

describe('the text of a playbook', () => {
  it('is completed by an editor from the schema that its first comment names', async () => {
    const text = await folder.scan().then(() => folder.textOf(builtIn[0] ?? ''))
    const [, named = ''] = /\$schema=(\S+)/.exec(text.ok ? text.value : '') ?? []

    expect(JSON.parse(await readFile(pathOf(named), 'utf8'))).toEqual(
      JSON.parse(await readFile('shared/playbook/playbook.schema.json', 'utf8')),
    )
  })

  it("is the author's own to the byte, and the built-in ones have theirs", async () => {
    const text = `# Ours, with love\r\n${playbookText('ours')}mood: sunny # unknown\n`
    await writeFile(pathOf('ours.yaml'), text)
    await folder.scan()

    const shipped = await readFile('shared/playbook/built-in/difficult-clients.yaml', 'utf8')
    expect([
      await folder.textOf('ours.yaml'),
      await folder.textOf(builtIn[0] ?? ''),
      await folder.textOf('../settings.json'),
    ]).toEqual([
      { ok: true, value: text },
      { ok: true, value: shipped },
      { ok: false, failure: { kind: 'playbook.notThere' } },
    ])
  })
})

function pathOf(file: string): string {
  return join(dataDir, 'playbooks', file)
}

function playbookText(id: string, line = 'Good day.'): string {
  return `id: ${id}
name: Ours
kinds: [{ id: calm, name: Calm, fear: None., stance: Be kind. }]
dispositions: [{ id: done, label: Done }]
steps: [{ id: open, title: Open, lines: [${line}] }]
`
}

function listed() {
  return folder.entries().map(({ file, playbook, errors }) => [file, playbook !== null, errors])
}

function ownEntries() {
  return folder
    .entries()
    .filter((entry) => !entry.builtIn)
    .map(({ file, playbook, errors }) => [file, playbook?.id, playbook?.steps[0]?.lines[0], errors.map(({ code }) => code)])
}

function lists(file: string) {
  return (entries: readonly PlaybookEntry[]) => entries.some((entry) => entry.file === file)
}

function firstLineOf(file: string): string | undefined {
  return folder.find(file)?.playbook?.steps[0]?.lines[0]
}

function codesOf(file: string): readonly string[] {
  return folder.find(file)?.errors.map(({ code }) => code) ?? []
}
