import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MaskRules } from '../../shared/care/masks.ts'
import type { Note } from '../../shared/notes/note.ts'
import { openPromisesIn } from '../../shared/notes/promises-in-note.ts'
import { KeyButton } from '../ui/key-button.tsx'
import { insertText } from './insert-text.ts'
import type { NoteHistory } from './note-history.ts'
import { NotePromiseKey } from './note-promise-key.tsx'
import { NoteRoom } from './note-room.tsx'
import { PhraseMenu } from './phrase-menu.tsx'
import type { Phrase } from './phrases.ts'
import { useNoteArea } from './use-note-area.ts'

interface NoteToolsProps {
  readonly area: { readonly current: HTMLTextAreaElement | null }
  readonly text: string
  readonly rules: MaskRules
  readonly recent: () => ReturnType<NoteHistory['recent']>
  readonly phrasesWith: (recent: readonly Note[]) => readonly Phrase[]
  /** Promises a call about an open promise. */
  readonly onCall: (() => void) | undefined
  /** Goes before the tools. */
  readonly begin?: ReactNode
  readonly children?: ReactNode
}

/** What can be done to a note beside typing. */
export function NoteTools({ area, text, rules, recent, phrasesWith, onCall, begin, children }: NoteToolsProps) {
  const [place, setPlace] = useState<{ readonly from: number; readonly to: number } | null>(null)
  const [refused, setRefused] = useState(0)
  const [lately, setLately] = useState<readonly Note[]>([])
  const chosen = useRef<string | null>(null)
  const button = useRef<HTMLSpanElement>(null)
  const { t } = useTranslation()
  const ask = (from: number, to: number) => {
    setPlace({ from, to })
    void recent().then((found) => {
      if (found.ok) setLately(found.value)
    })
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was refused is said until something else is written
  useEffect(() => setRefused(0), [text])
  useNoteArea({
    area,
    rules,
    onPhrases: ask,
    onCall: openPromisesIn(text).length === 0 ? undefined : onCall,
    onRefused: setRefused,
  })
  /** Outside of an effect: React would write the words there once more, which takes the way back from Ctrl+Z. */
  const last = useRef(place)
  useEffect(() => {
    const before = last.current
    last.current = place
    if (place !== null || before === null) return
    const words = chosen.current
    chosen.current = null
    queueMicrotask(() => {
      if (words === null) area.current?.focus()
      else if (area.current) insertText(area.current, words, before.from, before.to)
    })
  }, [place, area])
  return (
    <>
      {begin ? <div className="flex min-w-0 basis-full empty:hidden">{begin}</div> : null}
      {children ? <div className="basis-full empty:hidden">{children}</div> : null}
      <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span ref={button}>
          <KeyButton
            look="inline"
            cap="/"
            shortcut="Control+;"
            label={t('writing.phrases')}
            onPress={() => ask(area.current?.selectionStart ?? 0, area.current?.selectionEnd ?? 0)}
          />
        </span>
        <NotePromiseKey {...{ area, text, onCall }} />
      </span>
      {place ? (
        <PhraseMenu
          phrases={phrasesWith(lately)}
          trigger={button}
          onChoose={(words) => {
            chosen.current = words
            setPlace(null)
          }}
          onClose={() => setPlace(null)}
        />
      ) : null}
      <NoteRoom length={text.length} refused={refused} />
    </>
  )
}
