import { useEffect, useRef, useState } from 'react'
import { Label } from 'react-aria-components/Label'
import { TextArea } from 'react-aria-components/TextArea'
import { TextField } from 'react-aria-components/TextField'
import { useTranslation } from 'react-i18next'
import type { Callback } from '../../shared/callbacks/callback.ts'
import { timeText } from '../words/times.ts'

interface AgendaNotesProps {
  readonly callback: Callback
  /** True once the notes are on the disk. */
  readonly keep: (notes: string) => Promise<boolean>
  readonly onLeave: () => void
}

type Saving = { readonly state: 'asBefore' | 'pending' | 'failed' } | { readonly state: 'saved'; readonly at: number }

/** Ms without a key before what was typed is written. */
const quiet = 500
const longestNotes = 5000

/** Written as the agent types; says "saved" only of what is on the disk. */
export function AgendaNotes({ callback, keep, onLeave }: AgendaNotesProps) {
  const [notes, setNotes] = useState(callback.notes)
  const [saving, setSaving] = useState<Saving>({ state: 'asBefore' })
  const unwritten = useRef<string | null>(null)
  const { t, i18n } = useTranslation()

  async function write(): Promise<void> {
    const text = unwritten.current
    if (text === null) return
    unwritten.current = null
    const kept = await keep(text)
    if (unwritten.current === null) setSaving(kept ? { state: 'saved', at: Date.now() } : { state: 'failed' })
  }
  const latest = useRef(write)
  latest.current = write

  useEffect(() => {
    if (saving.state !== 'pending' || notes !== unwritten.current) return
    const timer = setTimeout(() => void latest.current(), quiet)
    return () => clearTimeout(timer)
  }, [saving, notes])
  useEffect(() => {
    const atOnce = () => void latest.current()
    addEventListener('pagehide', atOnce)
    return () => {
      removeEventListener('pagehide', atOnce)
      atOnce()
    }
  }, [])

  return (
    <TextField
      value={notes}
      maxLength={longestNotes}
      onChange={(text) => {
        unwritten.current = text
        setNotes(text)
        setSaving({ state: 'pending' })
      }}
      onBlur={() => void write()}
      className="flex flex-col gap-1"
    >
      <Label className="text-small font-semibold text-accent">{t('agenda.notes')}</Label>
      <TextArea
        dir="auto"
        rows={3}
        placeholder={t('agenda.notesHint')}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
          event.preventDefault()
          onLeave()
        }}
        className="field-sizing-content min-h-18 w-full resize-none rounded-card border border-edge bg-surface px-3 py-2 text-note placeholder:text-faint"
      />
      <p role="status" className="min-h-4.5 text-small text-muted tabular-nums">
        {saving.state === 'pending' ? t('agenda.notesPending') : null}
        {saving.state === 'failed' ? <strong className="text-danger">{t('agenda.notesFailed')}</strong> : null}
        {saving.state === 'saved' ? t('agenda.notesSaved', { time: timeText(saving.at, i18n.language) }) : null}
      </p>
    </TextField>
  )
}
