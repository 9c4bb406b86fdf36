import '../words/rooms.ts'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RemovedCounts } from '../care/erasure-removal.ts'
import { lastRemoved } from '../care/last-removed.ts'
import { removedWords } from '../care/removed-words.ts'
import type { RetentionPreview } from '../care/retention.ts'
import { RetentionPreviewList } from '../care/retention-preview-list.tsx'
import { NumberInput, wholeNumber } from '../ui/number-input.tsx'
import { useReadable } from '../ui/use-readable.ts'
import { useResultFocus } from '../ui/use-result-focus.ts'
import { WideButton } from '../ui/wide-button.tsx'
import { fullTimeText } from '../words/times.ts'
import type { Asking } from './asking.ts'
import { CareFrame } from './care-frame.tsx'
import type { Steadyline } from './steadyline.ts'

interface CareRetentionProps {
  readonly steadyline: Steadyline
  readonly asking: Asking
}

const [mostMonths, mostDays] = [240, 3650]
/** Calls of a preview that are listed. */
const listed = 50

export function CareRetention({ steadyline, asking }: CareRetentionProps) {
  const { care } = useReadable(steadyline.mirror).settings
  const [months, setMonths] = useState(String(care.retention.months))
  const [days, setDays] = useState(String(care.retention.practiceDays))
  const [preview, setPreview] = useState<RetentionPreview | null>(null)
  const [share, setShare] = useState<number | null>(null)
  const given = useRef(new AbortController())
  const [removed, setRemoved] = useState<RemovedCounts | null>(null)
  const { t, i18n } = useTranslation()
  const written = { months: wholeNumber(months, 0, mostMonths), practiceDays: wholeNumber(days, 0, mostDays) }
  const rules =
    written.months === null || written.practiceDays === null
      ? null
      : { months: written.months, practiceDays: written.practiceDays }
  const isOn = care.retention.months > 0 || care.retention.practiceDays > 0
  const look = async () => {
    if (rules === null) return
    const { retention } = await steadyline.keeping()
    const looked = await retention.preview(rules, listed)
    setRemoved(null)
    if (looked.ok) setPreview(looked.value)
  }
  const switchOn = async () => {
    if (rules === null) return
    const kept = await asking.ask('settings.change', { care: { ...care, retention: rules } })
    if (!kept?.ok) return
    setPreview(null)
    setShare(0)
    given.current = new AbortController()
    const { retention } = await steadyline.keeping()
    const done = await retention.apply(rules, { signal: given.current.signal, tell: setShare })
    setShare(null)
    if (done.ok) setRemoved(done.value)
  }
  const switchOff = () => {
    setMonths('0')
    setDays('0')
    setPreview(null)
    void asking.ask('settings.change', { care: { ...care, retention: { months: 0, practiceDays: 0 } } })
  }
  const change = (set: (text: string) => void) => (text: string) => {
    setPreview(null)
    set(text)
  }
  const result = useResultFocus<HTMLParagraphElement>(removed)
  const gone = removed === null ? [] : removedWords(t, removed)
  const last = lastRemoved()
  return (
    <CareFrame title={t('retention.title')} why={t('retention.why')}>
      <NumberInput
        label={t('retention.months')}
        text={months}
        onChange={change(setMonths)}
        wrong={t('retention.wrong', { least: 0, most: mostMonths })}
        least={0}
        most={mostMonths}
      />
      <NumberInput
        label={t('retention.practiceDays')}
        text={days}
        onChange={change(setDays)}
        wrong={t('retention.wrong', { least: 0, most: mostDays })}
        least={0}
        most={mostDays}
      />
      {isOn ? <p className="text-note text-muted">{t('retention.isOn')}</p> : null}
      {last !== null && removed === null && share === null ? (
        <p className="text-note text-muted">
          {t('retention.lastRemoved', {
            when: fullTimeText(last.at, i18n.language),
            what: removedWords(t, last.counts).join(', '),
          })}
        </p>
      ) : null}
      <WideButton
        label={t('retention.look')}
        isDisabled={rules === null || (rules.months === 0 && rules.practiceDays === 0) || share !== null}
        onPress={() => void look()}
      />
      {preview ? (
        <>
          <RetentionPreviewList preview={preview} />
          <p className="text-note text-muted">{t('retention.noUndo')}</p>
          <WideButton label={t('retention.switchOn')} look="danger" onPress={() => void switchOn()} />
        </>
      ) : null}
      {isOn ? <WideButton label={t('retention.switchOff')} onPress={switchOff} /> : null}
      {share === null ? null : <WideButton label={t('retention.cancel')} onPress={() => given.current.abort()} />}
      <p ref={result} tabIndex={-1} role="status" className="rounded-small text-note">
        {share === null ? null : t('retention.working', { percent: Math.round(share * 100) })}
        {gone.length > 0 ? t('retention.removed', { what: gone.join(', ') }) : null}
      </p>
    </CareFrame>
  )
}
