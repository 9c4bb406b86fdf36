import '../words/rooms.ts'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BriefId } from '../../shared/transfer/brief.ts'
import type { BriefRecord } from '../../shared/transfer/brief-record.ts'
import type { BriefStore } from '../transfer/brief-store.ts'
import { useReadable } from '../ui/use-readable.ts'
import { WideButton } from '../ui/wide-button.tsx'
import type { Asking } from './asking.ts'
import { BriefHistory } from './brief-history.tsx'
import { PastBrief } from './past-brief.tsx'
import { ReceivedBrief } from './received-brief.tsx'
import type { Steadyline } from './steadyline.ts'

interface BriefRoomProps {
  readonly steadyline: Steadyline
  readonly asking: Asking
  readonly keysAreOn: boolean
  readonly focusMain: () => void
  /** Under the person's eyes; null for all of them. */
  readonly id: BriefId | null
  readonly onOpen: (id: BriefId | null) => void
  readonly onLeave: () => void
  readonly openTeam: () => void
}

/** A brief that came in, or all there were. */
export function BriefRoom({ steadyline, asking, keysAreOn, focusMain, id, onOpen, onLeave, openTeam }: BriefRoomProps) {
  const [isFromList, setIsFromList] = useState(id === null)
  const inbox = useReadable(steadyline.inbox.state)
  const received = inbox.find(({ brief }) => brief.id === id)
  const kept = useKeptBrief(steadyline.briefs, received ? null : id)
  const { t } = useTranslation()
  const back = () => {
    if (!isFromList) return onLeave()
    onOpen(null)
    focusMain()
  }

  if (id === null) {
    const read = (chosen: BriefId) => {
      setIsFromList(true)
      onOpen(chosen)
      focusMain()
    }
    return <BriefHistory {...{ steadyline, keysAreOn, focusMain, onLeave, openTeam }} onRead={read} />
  }
  if (received)
    return <ReceivedBrief key={id} {...{ steadyline, asking, keysAreOn, focusMain }} record={received} onLeave={back} />
  if (kept === undefined) return <p className="grid flex-1 place-items-center text-muted">{t('panel.loading')}</p>
  if (kept) return <PastBrief record={kept} keysAreOn={keysAreOn} onBack={back} />
  return (
    <div className="flex flex-1 flex-col gap-3 p-3.5">
      <p role="alert">{t('failure.briefUnknown')}</p>
      <WideButton label={t('note.back')} onPress={back} />
    </div>
  )
}

/** The brief as the store has it; undefined while looking, null when it is not there. */
function useKeptBrief(briefs: BriefStore, id: BriefId | null): BriefRecord | null | undefined {
  const [found, setFound] = useState<{ readonly id: BriefId; readonly record: BriefRecord | null }>()
  useEffect(() => {
    if (id === null) return
    let isWanted = true
    void briefs.find(id).then((result) => {
      if (isWanted) setFound({ id, record: (result.ok ? result.value : undefined) ?? null })
    })
    return () => {
      isWanted = false
    }
  }, [briefs, id])
  if (id === null) return null
  return found?.id === id ? found.record : undefined
}
