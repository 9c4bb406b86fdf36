import { FileTrigger } from 'react-aria-components/FileTrigger'
import { useTranslation } from 'react-i18next'
import { SidePanel } from '../ui/side-panel.tsx'
import { WideButton } from '../ui/wide-button.tsx'

interface AgendaFilesProps {
  readonly onImport: (file: File) => void
  readonly onExport: (kind: 'ics' | 'csv') => void
  readonly onClose: () => void
}

/** Into a calendar or a table, and out of a calendar. */
export function AgendaFiles({ onImport, onExport, onClose }: AgendaFilesProps) {
  const { t } = useTranslation()
  return (
    <SidePanel title={t('agenda.files')} closeLabel={t('agenda.close')} onClose={onClose}>
      <p className="text-note text-muted">{t('agenda.filesWhy')}</p>
      <WideButton label={t('agenda.exportIcs')} onPress={() => onExport('ics')} />
      <WideButton label={t('agenda.exportCsv')} onPress={() => onExport('csv')} />
      <FileTrigger
        acceptedFileTypes={['.ics', '.ical', '.ifb', 'text/calendar']}
        onSelect={(files) => {
          const file = files?.[0]
          if (file) onImport(file)
        }}
      >
        <WideButton label={t('agenda.import')} />
      </FileTrigger>
    </SidePanel>
  )
}
