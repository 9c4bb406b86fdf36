import '../words/rooms.ts'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MaskRules } from '../../shared/care/masks.ts'
import { openPromisesIn } from '../../shared/notes/promises-in-note.ts'
import { Kbd } from '../ui/kbd.tsx'
import { KeyButton } from '../ui/key-button.tsx'
import { togglePromise } from './insert-text.ts'
import { NoteRoom } from './note-room.tsx'
import { useNoteArea } from './use-note-area.ts'

interface NoteSafeguardsProps {
  readonly area: { readonly current: HTMLTextAreaElement | null }
  readonly text: string
  readonly rules: MaskRules
}

/** What a note is given wherever it is written: masks, a limit, and a key for promises. */
export function NoteSafeguards({ area, text, rules }: NoteSafeguardsProps) {
  const [refused, setRefused] = useState(0)
  const { t } = useTranslation()
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was refused is said until something else is written
  useEffect(() => setRefused(0), [text])
  useNoteArea({ area, rules, onRefused: setRefused })
  const open = openPromisesIn(text).length
  return (
    <>
      <span className="flex items-center gap-3">
        <KeyButton
          look="inline"
          cap="Ctrl ."
          shortcut="Control+."
          label={open === 0 ? t('writing.promise') : t('writing.promises', { count: open })}
          onPress={() => area.current && togglePromise(area.current)}
        />
        <span title={t('note.keysOff')}>
          <Kbd keys="Esc" />
        </span>
      </span>
      <NoteRoom length={text.length} refused={refused} />
    </>
  )
}
