import { useTranslation } from 'react-i18next'
import type { CallId } from '../../shared/call/call.ts'
import { ArrowList } from '../ui/arrow-list.tsx'
import { NoteRow } from './note-row.tsx'
import type { NotedCall } from './note-store.ts'

interface NoteListProps {
  readonly found: readonly NotedCall[]
  readonly query: string
  readonly now: number
  readonly onOpen: (call: CallId) => void
}

export function NoteList({ found, query, now, onOpen }: NoteListProps) {
  const { t } = useTranslation()
  return (
    <ArrowList label={t('notes.list')} className="flex flex-col">
      {found.map((noted) => (
        <li key={noted.call.id} className="border-t border-line">
          <NoteRow noted={noted} query={query} now={now} onOpen={() => onOpen(noted.call.id)} />
        </li>
      ))}
    </ArrowList>
  )
}
