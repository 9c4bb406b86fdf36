import '../words/rooms.ts'
import { useEffect, useState } from 'react'
import type { Note } from '../../shared/notes/note.ts'
import { suggestedTags } from '../../shared/notes/tags-in-note.ts'
import { noteTemplate } from '../../shared/playbook/note-template.ts'
import type { LineFacts } from '../../shared/playbook/placeholders.ts'
import type { ChecklistView } from '../checklist/checklist.view.ts'
import { NoteTools } from '../notes/note-tools.tsx'
import { phrasesOf } from '../notes/phrases.ts'
import { TagChips } from '../notes/tag-chips.tsx'
import { TemplateOffer } from '../notes/template-offer.tsx'
import { useReadable } from '../ui/use-readable.ts'
import type { DeskCall, Steadyline } from './steadyline.ts'

interface DeskNoteToolsProps {
  readonly area: { readonly current: HTMLTextAreaElement | null }
  readonly deskCall: DeskCall
  readonly facts: LineFacts
  readonly view: Pick<ChecklistView, 'outcome' | 'changeOutcome' | 'promise'>
  readonly steadyline: Steadyline
}

const recentNotes = 100
const suggestions = 4

/** What the playbook and earlier notes have to offer for the note of this call. */
export function DeskNoteTools({ area, deskCall, facts, view, steadyline }: DeskNoteToolsProps) {
  const { playbook, note, call } = deskCall
  const { text } = useReadable(note.state)
  const { settings } = useReadable(steadyline.mirror)
  const [lately, setLately] = useState<readonly Note[]>([])
  const isOver = call.state === 'ended'
  const recent = async () => (await steadyline.notes.history()).recent(recentNotes)
  useEffect(() => {
    if (!isOver) return
    void steadyline.notes
      .history()
      .then((history) => history.recent(recentNotes))
      .then((found) => found.ok && setLately(found.value))
  }, [steadyline, isOver])
  const { outcome, changeOutcome, promise } = view
  const disposition = playbook.dispositions.find(({ id }) => id === outcome.disposition)
  const earlier = lately.map(({ handling }) => handling?.outcome.tags ?? [])
  return (
    <NoteTools
      {...{ area, text, recent }}
      onCall={promise}
      rules={settings.care}
      phrasesWith={(found) => phrasesOf(playbook, facts, found)}
      begin={
        disposition && changeOutcome ? (
          <TemplateOffer {...{ area, text }} template={noteTemplate(disposition, facts, playbook.fallbacks)} />
        ) : null
      }
    >
      {isOver && changeOutcome ? (
        <TagChips
          chosen={outcome.tags}
          suggested={suggestedTags(text, outcome.tags, earlier, suggestions)}
          onChange={(tags) => changeOutcome({ tags })}
        />
      ) : null}
    </NoteTools>
  )
}
