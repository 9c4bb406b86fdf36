import '../words/rooms.ts'
import { useEffect, useState } from 'react'
import type { MaskRules } from '../../shared/care/masks.ts'
import { NotePromiseKey } from './note-promise-key.tsx'
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
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was refused is said until something else is written
  useEffect(() => setRefused(0), [text])
  useNoteArea({ area, rules, onRefused: setRefused })
  return (
    <>
      <span className="flex items-center gap-3">
        <NotePromiseKey area={area} text={text} />
      </span>
      <NoteRoom length={text.length} refused={refused} />
    </>
  )
}
