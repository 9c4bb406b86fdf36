import '../words/rooms.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { openPromiseAt, openPromisesIn, promisesIn, withPromise } from '../../shared/notes/promises-in-note.ts'
import { suggestions } from '../../shared/transfer/ranking.ts'
import { whoText } from '../callbacks/agenda-words.ts'
import { ownZone } from '../callbacks/known-zones.ts'
import type { PromiseDraft } from '../callbacks/promise-draft.ts'
import { PromiseForm } from '../callbacks/promise-form.tsx'
import { PromisedUnwritten } from '../callbacks/promised-unwritten.tsx'
import { saidTimeInLine } from '../callbacks/said-in-line.ts'
import { saidLater } from '../callbacks/said-time.ts'
import { useReadable } from '../ui/use-readable.ts'
import type { JustPromised } from './promised-news.tsx'
import type { DeskCall, Steadyline } from './steadyline.ts'
import { useCallPromise } from './use-call-promise.ts'
import { reasonFrom } from './use-line-promises.ts'

interface PromiseDeskProps {
  readonly deskCall: DeskCall
  readonly steadyline: Steadyline
  readonly area: { readonly current: HTMLTextAreaElement | null }
  readonly linesFor: (time: string) => readonly string[]
  /** The promise is on the disk, and the outcome of the call says so. */
  readonly onKept: (promised: JustPromised) => void
  readonly onClose: () => void
}

/** The promise form during a call, with what the call and the team say already. */
export function PromiseDesk({ deskCall, steadyline, area, linesFor, onKept, onClose }: PromiseDeskProps) {
  const { call, party, checklist, note } = deskCall
  const [id] = useState(() => crypto.randomUUID())
  const [suggested] = useState(() => {
    const { brief } = checklist.getSnapshot().context.transfer
    const { text } = note.state.get()
    const line = openPromiseAt(text, area.current?.selectionStart ?? 0)
    return { reason: line ? reasonFrom(line.words) : brief?.situation || firstLine(text), topic: brief?.topic ?? '' }
  })
  const { team, settings } = useReadable(steadyline.mirror)
  const known = useCallPromise(steadyline, call, party)
  const [keptAs, setKeptAs] = useState<JustPromised | null>(null)
  const { unwritten } = steadyline.callbacks
  const { t, i18n } = useTranslation()
  const promise = async (draft: PromiseDraft) => {
    const kept = await steadyline.callbacks.promise(draft, id)
    if (!kept.ok) return kept
    const { text } = note.state.get()
    const line = openPromisesIn(text).find(({ words }) => reasonFrom(words) === draft.reason)
    if (line) note.write(withPromise(text, line, true))
    const saying = { now: known.now, locale: i18n.language, ownZone: ownZone() }
    const agreed = t('route.agreedCallback', { time: saidLater(draft.time, saying) })
    const time = saidTimeInLine(draft.time, saying)
    const promised = { who: whoText(t, kept.value), time, takeBack: inOutcome(agreed, line?.words) }
    if (unwritten.get().has(id)) setKeptAs(promised)
    else onKept(promised)
    return kept
  }
  /** Answers with the way to take it out again, with the promise. */
  function inOutcome(sentence: string, ticked: string | undefined): () => Promise<boolean> {
    const { agreed, followUp } = checklist.getSnapshot().context.outcome
    const change = (to: { readonly agreed: string; readonly followUp: boolean }) =>
      checklist.send({ type: 'outcome.change', change: to })
    change({ agreed: [agreed, sentence].filter(Boolean).join(' '), followUp: true })
    return async () => {
      const cancelled = await steadyline.callbacks.told(id, { type: 'cancelled', reason: '' })
      if (!cancelled.ok) return false
      const { text } = note.state.get()
      const line = promisesIn(text).find(({ words, isKept }) => isKept && words === ticked)
      if (line) note.write(withPromise(text, line, false))
      const now = checklist.getSnapshot().context.outcome
      change({ agreed: now.agreed.replace(sentence, '').trim(), followUp })
      return true
    }
  }

  if (keptAs !== null)
    return (
      <PromisedUnwritten {...{ id, unwritten }} title={t('route.promise')} said={keptAs.time} onClose={() => onKept(keptAs)} />
    )
  return (
    <PromiseForm
      title={t('route.promise')}
      closeLabel={t('route.back')}
      suggested={suggested}
      people={suggestions(team.people, settings.directory, suggested.topic, []).map(({ person }) => person)}
      linesFor={linesFor}
      onPromise={promise}
      onClose={onClose}
      {...known}
    />
  )
}

function firstLine(text: string): string {
  return (text.trim().split('\n')[0] ?? '').slice(0, 500)
}
