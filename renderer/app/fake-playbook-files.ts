import type { PlaybookCheck } from '../../shared/contract.ts'
import type { PlaybookEntry } from '../../shared/playbook/playbook-entry.ts'
import { readPlaybook } from '../../shared/playbook/read-playbook.ts'
import { failed, success } from '../../shared/result.ts'
import { fakePlaybook } from './fake-playbook.ts'
import type { Answers } from './fake-steadyline.ts'

/** For tests: a playbook of a team, in as few words as can be. */
export const oursText = [
  'id: ours',
  'name: Ours',
  'kinds: [{ id: calm, name: Calm, fear: None., stance: Be kind. }]',
  'dispositions: [{ id: done, label: Done }]',
  'ladder: [{ id: stop, name: Stop, say: Please stop. }]',
  'steps:',
  '  - id: open',
  '    title: Open',
  '    lines: [Good day.]',
  '  - id: close',
  '    title: Close',
  '    lines: [Thank you.]',
  '',
].join('\n')

export const builtInEntry: PlaybookEntry = {
  file: 'built-in/difficult-clients.yaml',
  builtIn: true,
  playbook: fakePlaybook,
  warnings: [],
  errors: [],
}

function checkedText({ text }: { readonly text: string }): PlaybookCheck {
  const read = readPlaybook(text)
  return read.ok ? success({ ...read.value, playbook: { ...read.value.playbook, version: 'test' } }) : read
}

/** For tests: what the list says of a file with this text. */
export function entryOf(file: string, text: string): PlaybookEntry {
  const read = checkedText({ text })
  const entry = { file, builtIn: false, playbook: null, warnings: [], errors: [] }
  return read.ok ? { ...entry, ...read.value } : { ...entry, errors: read.failure }
}

/** For tests: the answers of a companion whose folder holds these files; it tells nobody of a change. */
export function fakePlaybookFiles(files: Map<string, string>): Answers {
  return {
    'playbook.check': checkedText,
    'playbook.text': ({ file }) => {
      const text = files.get(file)
      return text === undefined ? failed({ kind: 'playbook.notThere' }) : success(text)
    },
    'playbook.save': ({ file, text }) => {
      files.set(file, text)
      return success(entryOf(file, text))
    },
  }
}
