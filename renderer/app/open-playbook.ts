import type { PlaybookFailure } from '../../shared/playbook/playbook-entry.ts'
import { failed, type Result, success } from '../../shared/result.ts'
import { createLiveCheck, type LiveCheck } from '../playbook/live-check.ts'
import { createPlaybookDraft, type PlaybookDraft } from '../playbook/playbook-draft.ts'
import type { Asking, CompanionSilent } from './asking.ts'
import type { Steadyline } from './steadyline.ts'

export interface OpenedPlaybook {
  readonly draft: PlaybookDraft
  readonly check: LiveCheck
  /** Looks at the file again, because the folder changed. */
  refresh(): Promise<void>
}

type Opened = Promise<Result<OpenedPlaybook, PlaybookFailure | CompanionSilent>>

/** Opens a playbook's text for editing, with the draft that was left of it, and checks every change of it. */
export async function openPlaybook({ companion, mirror, playbookDrafts }: Steadyline, asking: Asking, file: string): Opened {
  const ask = () => companion.request('playbook.text', { file }).catch(() => failed({ kind: 'companion.silent' } as const))
  const [inFile, stored] = await Promise.all([ask(), playbookDrafts.find(file)])
  if (!inFile.ok) return inFile
  const lineBreak = inFile.value.includes('\r\n') ? '\r\n' : '\n'
  const draft = createPlaybookDraft({
    file,
    text: asTyped(inFile.value),
    stored: stored.ok ? stored.value : undefined,
    store: playbookDrafts,
    save: (text) => asking.ask('playbook.save', { file, text: text.replaceAll('\n', lineBreak) }),
  })
  const lastGood = mirror.get().playbooks.find((entry) => entry.file === file)?.playbook ?? null
  const check = createLiveCheck((text) => companion.request('playbook.check', { text }).catch(() => null), lastGood)
  let { text } = draft.state.get()
  check.look(text)
  draft.state.subscribe(() => {
    const written = draft.state.get().text
    if (written === text) return
    text = written
    check.look(text)
  })
  return success({
    draft,
    check,
    async refresh() {
      const now = await ask()
      if (now.ok) draft.found(asTyped(now.value))
    },
  })
}

/** With the line breaks of a text area. */
function asTyped(text: string): string {
  return text.replace(/\r\n?/g, '\n')
}
