import '../words/rooms.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isPractice } from '../../shared/call/call.ts'
import { openPromiseAt, openPromisesIn, withPromise } from '../../shared/notes/promises-in-note.ts'
import { suggestions } from '../../shared/transfer/ranking.ts'
import { ownZone } from '../callbacks/known-zones.ts'
import type { PromiseDraft } from '../callbacks/promise-draft.ts'
import { PromiseForm } from '../callbacks/promise-form.tsx'
import { PromisedUnwritten } from '../callbacks/promised-unwritten.tsx'
import { saidTime } from '../callbacks/said-time.ts'
import { useReadable } from '../ui/use-readable.ts'
import { useWallNow } from '../ui/wall-now.ts'
import type { DeskCall, Steadyline } from './steadyline.ts'
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
  const { call, checklist, note } = deskCall
  const [id] = useState(() => crypto.randomUUID())
  const [watched] = useState(() => steadyline.callbacks.store.watchOpen())
  const [suggested] = useState(() => {
    const { brief } = checklist.getSnapshot().context.transfer
    const { text } = note.state.get()
    const line = openPromiseAt(text, area.current?.selectionStart ?? 0)
    return { reason: line ? reasonFrom(line.words) : brief?.situation || firstLine(text), topic: brief?.topic ?? '' }
  })
  const { team, settings } = useReadable(steadyline.mirror)
  const open = useReadable(watched)
  const [keptAs, setKeptAs] = useState<string | null>(null)
  const { unwritten } = steadyline.callbacks
  const now = useWallNow()
  const { t, i18n } = useTranslation()
  const promise = async (draft: PromiseDraft) => {
    const kept = await steadyline.callbacks.promise(draft, id)
    if (!kept.ok) return kept
    const { text } = note.state.get()
    const line = openPromisesIn(text).find(({ words }) => reasonFrom(words) === draft.reason)
    if (line) note.write(withPromise(text, line, true))
    const said = saidTime(draft.time, { now, locale: i18n.language, ownZone: ownZone() })
    if (unwritten.get().has(id)) setKeptAs(said)
    else onKept(said)
    return kept
  }
  if (keptAs !== null)
    return <PromisedUnwritten {...{ id, unwritten }} title={t('route.promise')} said={keptAs} onClose={() => onKept(keptAs)} />
  return (
    <PromiseForm
      title={t('route.promise')}
      closeLabel={t('route.back')}
      person={call.party}
      callId={call.id}
      practice={isPractice(call)}
      suggested={suggested}
      open={open}
      people={suggestions(team.people, settings.directory, suggested.topic, []).map(({ person }) => person)}
      rules={settings.callbacks}
      now={now}
      linesFor={linesFor}
      onPromise={promise}
      onClose={onClose}
    />
  )
}

function firstLine(text: string): string {
  return (text.trim().split('\n')[0] ?? '').slice(0, 500)
}
