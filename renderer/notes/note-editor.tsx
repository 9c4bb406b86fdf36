import { type KeyboardEvent, type ReactNode, type Ref, Suspense, useState } from 'react'
import { TextArea } from 'react-aria-components/TextArea'
import { TextField } from 'react-aria-components/TextField'
import { useTranslation } from 'react-i18next'
import { Kbd } from '../ui/kbd.tsx'
import { useReadable } from '../ui/use-readable.ts'
import { useSteady } from '../ui/use-steady.ts'
import type { Autosave } from './autosave.ts'
import { SavingWords } from './saving-words.tsx'

interface NoteEditorProps {
  readonly draft: Pick<Autosave, 'state' | 'write'>
  readonly areaRef: Ref<HTMLTextAreaElement>
  /** Escape: back to the keys. */
  readonly onLeave: () => void
  /** Ctrl or Cmd with Enter. */
  readonly onFinish: () => void
  /** Loaded when the note is first written in, or at once. */
  readonly tools?: ReactNode
  readonly toolsAtOnce?: boolean
}

export function NoteEditor({ draft, areaRef, onLeave, onFinish, tools = null, toolsAtOnce = false }: NoteEditorProps) {
  'use memo'
  const state = useReadable(draft.state)
  const [isUsed, setIsUsed] = useState(false)
  const { t } = useTranslation()
  const hint = (
    <span className="flex items-center gap-1.5">
      {t('note.keysOff')} <Kbd keys="Esc" />
    </span>
  )
  const leaveOrFinish = useSteady((event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') onLeave()
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onFinish()
    else return
    event.preventDefault()
  })
  return (
    <TextField
      aria-label={t('note.label')}
      value={state.text}
      onChange={draft.write}
      onFocus={() => setIsUsed(true)}
      className="flex min-h-26 flex-1 flex-col rounded-card border border-line bg-surface focus-within:border-accent"
    >
      <TextArea
        ref={areaRef}
        dir="auto"
        placeholder={t('note.placeholder')}
        onKeyDown={leaveOrFinish}
        className="min-h-0 flex-1 resize-none rounded-card px-3 pt-2.5 text-note outline-none placeholder:text-faint"
      />
      <footer className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 px-3 pt-1 pb-2 text-small text-faint">
        {tools && (isUsed || toolsAtOnce) ? <Suspense fallback={hint}>{tools}</Suspense> : hint}
        <SavingWords state={state} />
      </footer>
    </TextField>
  )
}
