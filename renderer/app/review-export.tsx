import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isPractice } from '../../shared/call/call.ts'
import { incidentReportHtml } from '../../shared/notes/incident-report-html.ts'
import { incidentReportMarkdown } from '../../shared/notes/incident-report-markdown.ts'
import { supervisorReport } from '../../shared/review/supervisor-report.ts'
import { DialogWindow } from '../ui/dialog-window.tsx'
import { WideButton } from '../ui/wide-button.tsx'
import { dayAndMinute } from '../words/times.ts'
import type { ExportSource, ToExport } from './review-export-source.ts'
import { saveAsFile } from './save-as-file.ts'

interface ReviewExportProps {
  readonly source: ExportSource
  readonly onClose: () => void
}

/** Says what a supervisor would read, and hands it over as a file; the agent decides who gets it. */
export function ReviewExport({ source, onClose }: ReviewExportProps) {
  const [found, setFound] = useState<ToExport | null>(null)
  const [saved, setSaved] = useState<string | null>(null)
  const { t, i18n } = useTranslation()
  useEffect(() => {
    let isWanted = true
    void source.read().then((read) => {
      if (isWanted) setFound(read)
    })
    return () => {
      isWanted = false
    }
  }, [source])
  const save = (ending: 'html' | 'md') => {
    if (found === null) return
    const report = supervisorReport({
      title: found.title,
      calls: found.calls,
      callbacks: found.callbacks,
      words: { ...t('report', { returnObjects: true }), supervisor: t('review.export.words', { returnObjects: true }) },
      locale: i18n.language,
      zone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
      now: Date.now(),
    })
    const name = `calls-${dayAndMinute(Date.now())}.${ending}`
    if (ending === 'html') saveAsFile(name, 'text/html', incidentReportHtml(report))
    else saveAsFile(name, 'text/markdown', incidentReportMarkdown(report))
    setSaved(name)
  }
  const count = found?.calls.filter(({ call }) => !isPractice(call) && call.consultFor === null).length ?? 0
  return (
    <DialogWindow title={t('review.export.title')} closeLabel={t('app.close')} onClose={onClose}>
      <div className="flex flex-col gap-3">
        {found === null ? (
          <p className="text-muted">{t('review.export.preparing')}</p>
        ) : (
          <p className="font-semibold">
            <bdi>{found.title}</bdi>
          </p>
        )}
        {found !== null && count === 0 ? <p>{t('review.export.nothing')}</p> : null}
        {found !== null && count > 0 ? (
          <>
            <p className="tabular-nums">{t('review.export.holds', { count })}</p>
            {found.total > found.calls.length ? (
              <p className="font-medium text-warn">{t('review.export.cut', { count: found.calls.length, total: found.total })}</p>
            ) : null}
            <p className="text-muted">{t('review.export.without')}</p>
            <p className="text-muted">{t('review.export.read')}</p>
            <div className="flex flex-wrap gap-2 *:flex-auto">
              <WideButton look="main" label={t('review.export.html')} onPress={() => save('html')} />
              <WideButton label={t('review.export.markdown')} onPress={() => save('md')} />
            </div>
          </>
        ) : null}
        {saved ? (
          <p role="status" className="text-note font-medium text-good">
            {t('review.export.saved', { file: saved })}
          </p>
        ) : null}
      </div>
    </DialogWindow>
  )
}
