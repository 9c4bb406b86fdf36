import '../words/rooms.ts'
import { lazy, Suspense, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Callback } from '../../shared/callbacks/callback.ts'
import type { NoteEdit } from '../../shared/notes/note-edit.ts'
import { promisesIn, type WrittenPromise, withPromise } from '../../shared/notes/promises-in-note.ts'
import { standingText } from '../callbacks/agenda-words.ts'
import { saidInLine } from '../callbacks/said-in-line.ts'
import { UnwrittenAlarm } from '../callbacks/unwritten-alarm.tsx'
import { NoteBody } from '../notes/note-body.tsx'
import type { NotedCall } from '../notes/note-store.ts'
import { NoteVersions } from '../notes/note-versions.tsx'
import { SavingWords } from '../notes/saving-words.tsx'
import { TextButton } from '../ui/text-button.tsx'
import { whenText } from '../words/times.ts'
import { SavedNoteWriting } from './saved-note-writing.tsx'
import type { Steadyline } from './steadyline.ts'
import { useReading } from './use-agenda.ts'
import { reasonFrom, useLinePromises } from './use-line-promises.ts'
import { useSavedNote } from './use-saved-note.ts'

const LinePromise = lazy(() => import('./line-promise.tsx').then(({ LinePromise }) => ({ default: LinePromise })))

interface SavedNoteEditorProps {
  readonly noted: NotedCall
  readonly steadyline: Pick<Steadyline, 'notes' | 'mirror' | 'callbacks'>
}

/** The words, and the tags where they changed, as they were before the last deed, and the call that was promised by it. */
interface Undo {
  readonly said: string
  readonly text: string
  readonly tags?: readonly string[]
  readonly made?: Callback
}

/** The note of a past call: its promises are ticked, its words changed and earlier words brought back where it is read. */
export function SavedNoteEditor({ noted, steadyline }: SavedNoteEditorProps) {
  const { edits, text, saving, sitting, sitDown, standUp, change, tags, retag } = useSavedNote(steadyline.notes, noted)
  const reading = useReading(steadyline.mirror)
  const calls = useLinePromises(steadyline.callbacks, noted.call.id)
  const [isWriting, setIsWriting] = useState(false)
  const [showsVersions, setShowsVersions] = useState(false)
  const [promising, setPromising] = useState<WrittenPromise | null>(null)
  const [undo, setUndo] = useState<Undo | null>(null)
  const root = useRef<HTMLDivElement>(null)
  const { t, i18n } = useTranslation()

  const tick = (promise: WrittenPromise, isKept: boolean) => {
    setUndo({ said: t(isKept ? 'writing.kept' : 'writing.reopened', { words: promise.words }), text })
    change?.((words) => withPromise(words, promise, isKept))
  }
  const bringBack = ({ before, replacedAt }: NoteEdit) => {
    setUndo({ said: t('writing.broughtBack', { when: whenText(replacedAt, Date.now(), i18n.language) }), text, tags })
    sitDown()
    change?.(() => before.text)
    retag?.(before.handling?.outcome.tags ?? [])
  }
  const takeBack = async () => {
    setUndo(null)
    if (undo) change?.(() => undo.text)
    if (undo?.tags) retag?.(undo.tags)
    if (!undo?.made) return
    await steadyline.callbacks.told(undo.made.id, { type: 'cancelled', reason: '' })
    await calls.look()
  }
  const closeForm = () => {
    setPromising(null)
    root.current?.focus()
  }
  const promised = (promise: WrittenPromise, made: Callback) => {
    setUndo({ said: t('writing.callPromised', { time: saidInLine(made.due, reading) }), text, made })
    change?.((words) => withPromise(words, promise, true))
    void calls.look()
    closeForm()
  }
  const remarkOn = (words: string) => {
    const callback = calls.about(words)
    return callback && t('writing.callStands', { standing: standingText(t, callback, reading) })
  }
  const write = () => {
    setUndo(null)
    sitDown()
    setIsWriting(true)
  }
  const done = async () => {
    if (sitting && !(await sitting.flush())) return
    standUp()
    setIsWriting(false)
    root.current?.focus()
  }
  if (isWriting && sitting) return <SavedNoteWriting {...{ sitting, text, tags, retag, steadyline }} onDone={() => void done()} />
  const promises = promisesIn(text)
  const open = promises.filter(({ isKept }) => !isKept).length
  return (
    <div ref={root} tabIndex={-1} className="flex flex-col gap-2.5 border-t border-line pt-3 outline-none">
      {text === '' ? (
        <p className="text-muted">{t('note.empty')}</p>
      ) : (
        <NoteBody text={text} onTick={change && tick} onCall={change && setPromising} remarkOn={remarkOn} />
      )}
      {promising ? (
        <Suspense fallback={null}>
          <LinePromise
            key={promising.markAt}
            {...{ steadyline, call: noted.call, words: reasonFrom(promising.words), onClose: closeForm }}
            onPromised={(made) => promised(promising, made)}
          />
        </Suspense>
      ) : null}
      {undo ? (
        <p role="status" className="flex flex-wrap gap-x-3 text-note">
          <bdi className="min-w-0 truncate">{undo.said}</bdi>
          <TextButton label={t('writing.undo')} onPress={() => void takeBack()} />
        </p>
      ) : null}
      {undo?.made ? <UnwrittenAlarm id={undo.made.id} unwritten={steadyline.callbacks.unwritten} /> : null}
      <footer className="flex flex-wrap items-center gap-x-4 gap-y-1 text-small text-muted">
        {change ? <TextButton label={t(text === '' ? 'writing.write' : 'writing.edit')} onPress={write} /> : null}
        {edits.length > 0 ? (
          <TextButton label={t('writing.history', { count: edits.length })} onPress={() => setShowsVersions(!showsVersions)} />
        ) : null}
        {tags.map((tag) => (
          <bdi key={tag}>{t('writing.tag', { tag })}</bdi>
        ))}
        {promises.length > 0 ? <span>{t('writing.openPromises', { count: open })}</span> : null}
        <span className="ms-auto">{sitting ? <SavingWords state={saving} /> : null}</span>
      </footer>
      {showsVersions && edits.length > 0 ? (
        <NoteVersions edits={edits} text={text} tags={tags} now={Date.now()} onBringBack={change && bringBack} />
      ) : null}
    </div>
  )
}
