import '../words/rooms.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AgendaNews } from './agenda-news.tsx'

/** A promise that was made in a call a moment ago. */
export interface JustPromised {
  readonly who: string
  /** Its time in few words. */
  readonly time: string
  /** Resolves to false when the disk refused. */
  takeBack(): Promise<boolean>
}

interface PromisedNewsProps {
  readonly promised: JustPromised
  readonly dismiss: () => void
}

/** Confirms the promise at the edge of the call, where it can be taken back. */
export function PromisedNews({ promised: { who, time, takeBack }, dismiss }: PromisedNewsProps) {
  const [isRefused, setIsRefused] = useState(false)
  const { t } = useTranslation()
  const undo = async () => {
    if (await takeBack()) dismiss()
    else setIsRefused(true)
  }
  const said = isRefused ? t('agenda.notKept') : t('agenda.said.new', { who, time })
  return <AgendaNews news={{ said, isTrouble: isRefused, undo: () => void undo(), number: null }} dismiss={dismiss} />
}
