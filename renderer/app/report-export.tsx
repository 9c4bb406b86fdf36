import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { IncidentReport } from '../../shared/notes/incident-report.ts'
import { incidentReportHtml } from '../../shared/notes/incident-report-html.ts'
import { incidentReportMarkdown } from '../../shared/notes/incident-report-markdown.ts'
import { WideButton } from '../ui/wide-button.tsx'
import { saveAsFile } from './save-as-file.ts'

interface ReportExportProps {
  readonly report: IncidentReport
  /** Without an ending. */
  readonly fileName: string
}

/** The report leaves as a file or by the clipboard, never over a network of ours. */
export function ReportExport({ report, fileName }: ReportExportProps) {
  const [copy, setCopy] = useState<'copy' | 'copied' | 'notCopied'>('copy')
  const { t } = useTranslation()
  const copyReport = () => {
    navigator.clipboard.writeText(incidentReportMarkdown(report)).then(
      () => setCopy('copied'),
      () => setCopy('notCopied'),
    )
  }
  return (
    <section aria-label={t('record.export')} className="flex flex-col gap-2 border-t border-line pt-3">
      <h2 className="text-small font-semibold text-accent">{t('record.export')}</h2>
      <WideButton
        label={t('record.markdown')}
        onPress={() => saveAsFile(`${fileName}.md`, 'text/markdown', incidentReportMarkdown(report))}
      />
      <WideButton
        label={t('record.page')}
        onPress={() => saveAsFile(`${fileName}.html`, 'text/html', incidentReportHtml(report))}
      />
      <WideButton label={t(`record.${copy}`)} onPress={copyReport} />
    </section>
  )
}
