import { useTranslation } from 'react-i18next'
import { isPractice } from '../../shared/call/call.ts'
import { CallSummary } from '../call/call-summary.tsx'
import { NoteReading } from '../notes/note-reading.tsx'
import type { NotedCall } from '../notes/note-store.ts'
import { Badge } from '../ui/badge.tsx'
import { ScrollArea } from '../ui/scroll-area.tsx'
import { WideButton } from '../ui/wide-button.tsx'

interface PastCallProps {
  readonly noted: NotedCall
  readonly onBack: () => void
}

export function PastCall({ noted, onBack }: PastCallProps) {
  const { t } = useTranslation()
  return (
    <>
      <ScrollArea className="flex-1 p-4">
        <NoteReading
          noted={noted}
          summary={<CallSummary call={noted.call} />}
          badge={isPractice(noted.call) ? <Badge tone="accent">{t('practice.badge')}</Badge> : null}
        />
      </ScrollArea>
      <div className="flex flex-col border-t border-line bg-surface px-3.5 py-2.5">
        <WideButton label={t('note.back')} cap="Esc" shortcut="Escape" onPress={onBack} />
      </div>
    </>
  )
}
