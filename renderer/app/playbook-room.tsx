import '../words/rooms.ts'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Result } from '../../shared/result.ts'
import { ProblemList } from '../playbook/problem-list.tsx'
import { WideButton } from '../ui/wide-button.tsx'
import type { AskFailure, Asking } from './asking.ts'
import { failureText } from './failure-text.ts'
import { type OpenedPlaybook, openPlaybook } from './open-playbook.ts'
import { PlaybookDesk } from './playbook-desk.tsx'
import { PlaybookLibrary } from './playbook-library.tsx'
import type { Steadyline } from './steadyline.ts'

interface PlaybookRoomProps {
  readonly steadyline: Steadyline
  readonly asking: Asking
  readonly keysAreOn: boolean
  readonly focusMain: () => void
  /** Under the author's eyes; null for the library. */
  readonly file: string | null
  readonly onOpen: (file: string | null) => void
  readonly onLeave: () => void
}

/** The library of playbooks, or one of them opened from it. */
export function PlaybookRoom({ steadyline, asking, keysAreOn, focusMain, file, onOpen, onLeave }: PlaybookRoomProps) {
  const [opening, setOpening] = useState<{ readonly file: string; readonly opened: Result<OpenedPlaybook, AskFailure> } | null>(
    null,
  )
  const { t } = useTranslation()
  const toLibrary = () => {
    onOpen(null)
    focusMain()
  }

  useEffect(() => {
    if (file === null) return
    let isWanted = true
    void openPlaybook(steadyline, asking, file).then((opened) => {
      if (isWanted) setOpening({ file, opened })
    })
    return () => {
      isWanted = false
      setOpening(null)
    }
  }, [steadyline, asking, file])

  if (file === null)
    return <PlaybookLibrary steadyline={steadyline} asking={asking} keysAreOn={keysAreOn} onEdit={onOpen} onBack={onLeave} />
  if (opening?.file !== file) return <p className="grid flex-1 place-items-center text-muted">{t('panel.loading')}</p>
  if (!opening.opened.ok) {
    const { failure } = opening.opened
    return (
      <div className="flex flex-1 flex-col gap-3 p-3.5">
        <p role="alert">{failureText(t, failure)}</p>
        {failure.kind === 'playbook.notUnderstood' ? <ProblemList label={t('editor.problems')} errors={failure.errors} /> : null}
        <WideButton label={t('playbooks.back')} onPress={toLibrary} />
      </div>
    )
  }
  return (
    <PlaybookDesk
      key={file}
      steadyline={steadyline}
      asking={asking}
      file={file}
      opened={opening.opened.value}
      keysAreOn={keysAreOn}
      focusMain={focusMain}
      onOpen={onOpen}
      onBack={toLibrary}
    />
  )
}
