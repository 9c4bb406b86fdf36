import '../words/rooms.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { openPromiseAt, openPromisesIn, withPromise } from '../../shared/notes/promises-in-note.ts'
import { suggestions } from '../../shared/transfer/ranking.ts'
import { ownZone } from '../callbacks/known-zones.ts'
import type { PromiseDraft } from '../callbacks/promise-draft.ts'
import { PromiseForm } from '../callbacks/promise-form.tsx'
import { PromisedUnwritten } from '../callbacks/promised-unwritten.tsx'
import { saidTime } from '../callbacks/said-time.ts'
import { useReadable } from '../ui/use-readable.ts'
import type { DeskCall, Steadyline } from './steadyline.ts'
import { useCallPromise } from './use-call-promise.ts'
import { reasonFrom } from './use-line-promises.ts'

interface PromiseDeskProps {
  readonly deskCall: DeskCall
  readonly steadyline: Steadyline
  readonly area: { readonly current: HTMLTextAreaElement | null }
  readonly linesFor: (time: string) => readonly string[]
  /** The promise is on the disk; `said` is its time in few words, for the outcome. */
  readonly onKept: (said: string) => void
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
  const [keptAs, setKeptAs] = useState<string | null>(null)
  const { unwritten } = steadyline.callbacks
  const { t, i18n } = useTranslation()
  const promise = async (draft: PromiseDraft) => {
    const kept = await steadyline.callbacks.promise(draft, id)
    if (!kept.ok) return kept
    const { text } = note.state.get()
    const line = openPromisesIn(text).find(({ words }) => reasonFrom(words) === draft.reason)
    if (line) note.write(withPromise(text, line, true))
    const time = saidTime(draft.time, { now: known.now, locale: i18n.language, ownZone: ownZone() })
    if (unwritten.get().has(id)) setKeptAs(time)
    else onKept(time)
    return kept
  }
  if (keptAs !== null)
    return <PromisedUnwritten {...{ id, unwritten }} title={t('route.promise')} said={keptAs} onClose={() => onKept(keptAs)} />
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
