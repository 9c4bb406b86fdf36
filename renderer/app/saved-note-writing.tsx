import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Note } from '../../shared/notes/note.ts'
import { suggestedTags } from '../../shared/notes/tags-in-note.ts'
import { NoteEditor } from '../notes/note-editor.tsx'
import { NoteSafeguards } from '../notes/note-safeguards.tsx'
import type { NoteSitting } from '../notes/note-sitting.ts'
import { TagChips } from '../notes/tag-chips.tsx'
import { TextButton } from '../ui/text-button.tsx'
import { useReadable } from '../ui/use-readable.ts'
import type { Steadyline } from './steadyline.ts'
import type { SavedNote } from './use-saved-note.ts'

interface SavedNoteWritingProps extends Pick<SavedNote, 'text' | 'tags' | 'retag'> {
  readonly sitting: NoteSitting
  readonly steadyline: Pick<Steadyline, 'notes' | 'mirror'>
  readonly onDone: () => void
}

const recentNotes = 100
const suggestions = 4

/** A note of a past call while its words and its tags are changed. */
export function SavedNoteWriting({ sitting, text, tags, retag, steadyline, onDone }: SavedNoteWritingProps) {
  const { notes, mirror } = steadyline
  const { settings } = useReadable(mirror)
  const [lately, setLately] = useState<readonly Note[]>([])
  const area = useRef<HTMLTextAreaElement>(null)
  const { t } = useTranslation()
  useEffect(() => area.current?.focus(), [])
  useEffect(() => {
    void notes
      .history()
      .then((history) => history.recent(recentNotes))
      .then((found) => found.ok && setLately(found.value))
  }, [notes])
  const earlier = lately.map(({ handling }) => handling?.outcome.tags ?? [])
  return (
    <div className="flex flex-col gap-2 border-t border-line pt-3">
      <div className="flex min-h-60 flex-col">
        <NoteEditor
          draft={sitting}
          areaRef={area}
          onLeave={onDone}
          onFinish={onDone}
          tools={<NoteSafeguards area={area} text={text} rules={settings.care} />}
          toolsAtOnce
        />
      </div>
      {retag ? <TagChips chosen={tags} suggested={suggestedTags(text, tags, earlier, suggestions)} onChange={retag} /> : null}
      <div className="self-end text-accent">
        <TextButton label={t('writing.done')} onPress={onDone} />
      </div>
    </div>
  )
}
