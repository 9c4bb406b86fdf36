import { memo, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LeaveQuestion } from '../playbook/leave-question.tsx'
import { PlaybookEditor } from '../playbook/playbook-editor.tsx'
import { Banner } from '../ui/banner.tsx'
import { TextButton } from '../ui/text-button.tsx'
import { useReadable } from '../ui/use-readable.ts'
import { WideButton } from '../ui/wide-button.tsx'
import type { Asking } from './asking.ts'
import type { OpenedPlaybook } from './open-playbook.ts'
import { PlaybookPreview } from './playbook-preview.tsx'
import type { Steadyline } from './steadyline.ts'
import { useKeys } from './use-keys.ts'

interface PlaybookDeskProps {
  readonly steadyline: Steadyline
  readonly asking: Asking
  readonly file: string
  readonly opened: OpenedPlaybook
  readonly keysAreOn: boolean
  readonly focusMain: () => void
  readonly onOpen: (file: string) => void
  readonly onBack: () => void
}

/** Drawn anew for another playbook, not for every state of the draft. */
const Preview = memo(PlaybookPreview)

/** One playbook while it is read or changed. */
export function PlaybookDesk({ steadyline, asking, file, opened, keysAreOn, focusMain, onOpen, onBack }: PlaybookDeskProps) {
  const { draft, check, refresh } = opened
  const { playbooks, settings } = useReadable(steadyline.mirror)
  const state = useReadable(draft.state)
  const { errors } = useReadable(check.state)
  const [leaving, setLeaving] = useState(false)
  const { t } = useTranslation()
  const entry = playbooks.find((other) => other.file === file)
  const builtIn = entry?.builtIn ?? false
  const name = entry?.playbook?.name ?? file
  const isChanged = state.text !== state.base
  const canSave = entry !== undefined && isChanged && state.theirs === null && state.saving !== 'saving' && errors.length === 0
  const leave = isChanged ? () => setLeaving(true) : onBack

  useEffect(() => {
    if (entry) void refresh()
  }, [entry, refresh])
  useEffect(() => onSaveKey(() => (canSave ? void draft.save() : undefined)), [canSave, draft])
  useKeys({ Escape: leaving ? undefined : leave }, keysAreOn)

  const duplicate = async () => {
    const answer = await asking.ask('playbook.duplicate', { file })
    if (answer?.ok) onOpen(answer.value.file)
  }
  const addAgain = async () => {
    const answer = await asking.ask('playbook.import', { text: state.text })
    if (!answer?.ok) return
    draft.discard()
    onOpen(answer.value.file)
  }
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      {state.theirs === null ? null : (
        <Banner
          tone="warn"
          action={
            <span className="flex gap-4">
              <TextButton label={t('editor.takeTheirs')} onPress={draft.takeTheirs} />
              <TextButton label={t('editor.keepMine')} onPress={draft.keepMine} />
            </span>
          }
        >
          {t('editor.theirs')}
        </Banner>
      )}
      {entry ? null : (
        <Banner tone="danger" action={<TextButton label={t('editor.addAgain')} onPress={() => void addAgain()} />}>
          {t('editor.gone')}
        </Banner>
      )}
      <div className="flex min-h-0 flex-1 flex-col gap-2.5 px-3.5 pt-3 pb-2">
        <h1 className="text-caller font-semibold">
          <bdi>{name}</bdi>
        </h1>
        <PlaybookEditor
          name={name}
          isReadOnly={builtIn}
          draft={draft}
          check={check}
          preview={(playbook) => <Preview playbook={playbook} agentName={settings.agentName} keysAreOn={keysAreOn} />}
          onLeaveText={focusMain}
        />
      </div>
      <div className="flex gap-2 border-t border-line bg-surface px-3.5 py-2.5 *:flex-1">
        <WideButton label={t('playbooks.back')} cap="Esc" shortcut="Escape" onPress={leave} />
        {builtIn ? (
          <WideButton look="main" label={t('editor.duplicate')} onPress={() => void duplicate()} />
        ) : (
          <WideButton
            look="main"
            label={t('editor.save')}
            cap="Ctrl S"
            shortcut="Control+S Meta+S"
            isDisabled={!canSave}
            onPress={() => void draft.save()}
          />
        )}
      </div>
      {leaving ? (
        <LeaveQuestion
          onStay={() => setLeaving(false)}
          onKeep={onBack}
          onDiscard={() => {
            draft.discard()
            onBack()
          }}
        />
      ) : null}
    </div>
  )
}

/** Also while typing; the browser's own meaning of the keys is no use here. Returns its own off. */
function onSaveKey(save: () => void): () => void {
  const listen = (event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
    event.preventDefault()
    if (!event.repeat) save()
  }
  window.addEventListener('keydown', listen)
  return () => window.removeEventListener('keydown', listen)
}
