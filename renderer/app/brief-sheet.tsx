import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { incidentReportHtml } from '../../shared/notes/incident-report-html.ts'
import type { BriefContent } from '../../shared/transfer/brief.ts'
import { briefRows, briefText } from '../../shared/transfer/brief-text.ts'
import { withRequest } from '../../shared/transfer/compose-brief.ts'
import { BriefForm } from '../transfer/brief-form.tsx'
import { KeyButton } from '../ui/key-button.tsx'
import { ScrollArea } from '../ui/scroll-area.tsx'
import { WideButton } from '../ui/wide-button.tsx'
import { dayAndMinute } from '../words/times.ts'
import type { Asking } from './asking.ts'
import { briefLabels, briefWords } from './brief-words.ts'
import { saveAsFile } from './save-as-file.ts'

interface BriefSheetProps {
  readonly brief: BriefContent
  readonly mostWords: number
  readonly canPost: boolean
  readonly asking: Asking
  readonly onChange: (brief: BriefContent) => void
  readonly onClose: () => void
}

/** The whole brief to correct, and the ways it leaves without a hub. */
export function BriefSheet({ brief, mostWords, canPost, asking, onChange, onClose }: BriefSheetProps) {
  const [copy, setCopy] = useState<'copy' | 'copied' | 'notCopied'>('copy')
  const [post, setPost] = useState<'post' | 'posted'>('post')
  const { t, i18n } = useTranslation()
  const labels = briefLabels(t)
  const copyBrief = () => {
    navigator.clipboard.writeText(briefText(brief, labels)).then(
      () => setCopy('copied'),
      () => setCopy('notCopied'),
    )
  }
  const savePage = () => {
    const facts = briefRows(brief, labels).map(([label, value]) => ({ label, value }))
    const page = { heading: brief.headline, facts, events: [], text: '' }
    const html = incidentReportHtml({ title: t('transfer.brief.title'), language: i18n.language, sections: [page] })
    saveAsFile(`brief-${dayAndMinute(Date.now())}.html`, 'text/html', html)
  }
  const postBrief = async () => {
    const answer = await asking.ask('brief.post', brief)
    if (answer?.ok) setPost('posted')
  }
  return (
    <section
      aria-label={t('transfer.brief.title')}
      className="absolute inset-0 z-1 flex flex-col bg-bg short:static"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
        event.preventDefault()
        onClose()
      }}
    >
      <header className="flex flex-none items-center justify-between border-b border-line bg-surface px-3.5 py-2">
        <h2 className="font-semibold">{t('transfer.brief.title')}</h2>
        <KeyButton look="inline" cap="Esc" shortcut="Escape" label={t('transfer.brief.done')} onPress={onClose} />
      </header>
      <ScrollArea className="flex flex-1 flex-col gap-2.5 px-3.5 py-3 short:overflow-visible">
        <BriefForm
          brief={brief}
          mostWords={mostWords}
          onChange={onChange}
          onRequest={(request) => onChange(withRequest(brief, request, briefWords(t)))}
        />
        <div className="flex flex-col gap-2 border-t border-line pt-3">
          <WideButton label={t(`transfer.brief.${copy}`)} onPress={copyBrief} />
          <WideButton label={t('transfer.brief.print')} onPress={savePage} />
          {canPost ? (
            <WideButton label={t(`transfer.brief.${post}`)} isDisabled={post === 'posted'} onPress={() => void postBrief()} />
          ) : null}
        </div>
      </ScrollArea>
    </section>
  )
}
