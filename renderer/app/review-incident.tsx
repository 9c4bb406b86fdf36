import { useState } from 'react'
import { Form } from 'react-aria-components/Form'
import { useTranslation } from 'react-i18next'
import type { Incident } from '../../shared/notes/incident.ts'
import { TextButton } from '../ui/text-button.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { WideButton } from '../ui/wide-button.tsx'
import { fullTimeText } from '../words/times.ts'
import { ReviewSection } from './review-section.tsx'

interface ReviewIncidentProps {
  readonly incident: Incident
  readonly onReport: (reported: Incident['reported']) => void
}

/** Whether somebody who answers for it knows of the boundary that was set. */
export function ReviewIncident({ incident: { reported }, onReport }: ReviewIncidentProps) {
  const [to, setTo] = useState('')
  const { t, i18n } = useTranslation()
  const mark = () => {
    if (to.trim() !== '') onReport({ to: to.trim(), at: Date.now() })
  }
  return (
    <ReviewSection title={t('review.incident.title')} tone={reported ? 'accent' : 'danger'}>
      {reported ? (
        <p className="flex flex-wrap gap-x-4">
          <span className="font-medium text-good">
            {t('review.incident.reported', { who: reported.to, when: fullTimeText(reported.at, i18n.language) })}
          </span>
          <TextButton label={t('review.incident.reopen')} onPress={() => onReport(null)} />
        </p>
      ) : (
        <Form
          className="flex flex-col gap-2"
          onSubmit={(event) => {
            event.preventDefault()
            mark()
          }}
        >
          <p className="text-muted">{t('review.incident.open')}</p>
          <TextInput label={t('review.incident.to')} value={to} onChange={setTo} maxLength={200} />
          <WideButton type="submit" label={t('review.incident.mark')} isDisabled={to.trim() === ''} />
        </Form>
      )}
    </ReviewSection>
  )
}
