import { createInstance } from 'i18next'
import { expect, test } from 'vitest'
import { en } from '../words/en.ts'
import { enFailures } from '../words/en-failures.ts'
import { failureText } from './failure-text.ts'

const words = createInstance()
await words.init({ lng: 'en', resources: { en: { translation: en } }, interpolation: { escapeValue: false } })
words.addResourceBundle('en', 'translation', enFailures, true)

test('every failure is said in the agent’s words, with what to do next', () => {
  const dialer = 'baresip'
  const port = 4444
  const host = '127.0.0.1'
  const said = [
    failureText(words.t, { kind: 'dialer.unreachable', dialer, host, port, cause: 'ECONNREFUSED' }),
    failureText(words.t, { kind: 'dialer.taken', dialer, host, port }),
    failureText(words.t, { kind: 'dialer.garbled', dialer, cause: 'no netstring' }),
    failureText(words.t, { kind: 'dialer.silent', dialer, waitedMs: 3000 }),
    failureText(words.t, { kind: 'dialer.portInUse', dialer: 'push', port: 47117 }),
    failureText(words.t, { kind: 'dialer.off', dialer }),
    failureText(words.t, { kind: 'dialer.noSuchCall', dialer }),
    failureText(words.t, { kind: 'dialer.busy', dialer }),
    failureText(words.t, { kind: 'dialer.ownPhoneAway', dialer: 'asterisk' }),
    failureText(words.t, { kind: 'dialer.refused', dialer, said: '<b>no</b>' }),
    failureText(words.t, { kind: 'settings.notSaved', cause: 'ENOSPC' }),
    failureText(words.t, {
      kind: 'playbook.notUnderstood',
      errors: [{ line: 1, column: 1, path: [], code: 'text.nul', facts: {} }],
    }),
    failureText(words.t, { kind: 'playbook.idTaken', id: 'ours', file: 'ours.yaml' }),
    failureText(words.t, { kind: 'playbook.notThere' }),
    failureText(words.t, { kind: 'playbook.isBuiltIn' }),
    failureText(words.t, { kind: 'playbook.tooMany', most: 100 }),
    failureText(words.t, { kind: 'playbook.notSaved', cause: 'ENOSPC' }),
    failureText(words.t, { kind: 'companion.silent' }),
  ]
  expect(said).toEqual([
    'baresip did not answer at 127.0.0.1:4444. Is it running, with ctrl_tcp loaded?',
    'Another program already controls baresip at 127.0.0.1:4444. Close it, then test again.',
    'Something answered, but it is not baresip. Check the port.',
    'The dialer did not answer within 3 s. Do it on the dialer; Steadyline will follow.',
    'Port 47117 is used by another program. Choose another port.',
    'This dialer is switched off. Switch it on under Dialers.',
    'The dialer no longer has this call.',
    'Somebody is still on the line. End that call first, then call.',
    'Your own phone could not be rung. Is it on? Nobody was called.',
    'The dialer said no: <b>no</b>',
    'The settings could not be saved. Is the disk full?',
    'This text cannot be read as a playbook yet: 1 error. Nothing was changed.',
    'Another playbook already has the id “ours”. Give this one another id.',
    'This playbook is no longer there.',
    'A built-in playbook cannot be changed. Duplicate it, and change the copy.',
    'There are already 100 playbooks. Remove one first.',
    'The playbook could not be saved. Is the disk full?',
    'Steadyline did not take it. Try once more.',
  ])
})
