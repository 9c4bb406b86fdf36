import { useTranslation } from 'react-i18next'
import type { BriefContent } from '../../shared/transfer/brief.ts'
import { type WrittenPart, wordsIn, writtenParts } from '../../shared/transfer/brief-parts.ts'
import { Choice } from '../ui/choice.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { BriefField } from './brief-field.tsx'

interface BriefFormProps {
  readonly brief: BriefContent
  readonly mostWords: number
  readonly onChange: (brief: BriefContent) => void
  /** Another request; what is said back may follow it. */
  readonly onRequest: (request: string) => void
}

const verifications = ['verified', 'notVerified', 'unknown'] as const

/** The brief as the agent corrects it, in the order it is read. */
export function BriefForm({ brief, mostWords, onChange, onRequest }: BriefFormProps) {
  const { t } = useTranslation()
  const count = wordsIn(brief)
  const write = (part: WrittenPart, text: string) => {
    if (part === 'request') onRequest(text)
    else onChange({ ...brief, [part]: text })
  }
  return (
    <>
      <p className={`text-small font-medium ${count > mostWords ? 'text-warn' : 'text-muted'}`}>
        {t(count > mostWords ? 'transfer.brief.tooLong' : 'transfer.brief.words', { count, most: mostWords })}
      </p>
      <Choice
        label={t('transfer.brief.verified')}
        value={brief.caller.verified}
        options={verifications.map((value) => ({ value, label: t(`transfer.brief.verifications.${value}`) }))}
        onChange={(verified) => onChange({ ...brief, caller: { ...brief.caller, verified } })}
      />
      {writtenParts.map((part) => (
        <BriefField
          key={part}
          label={t(`transfer.brief.part.${part}`)}
          value={brief[part]}
          onChange={(text) => write(part, text)}
        />
      ))}
      <BriefField label={t('transfer.brief.part.tone')} value={brief.tone} onChange={(tone) => onChange({ ...brief, tone })} />
      <TextInput
        label={t('transfer.brief.topic')}
        value={brief.topic}
        maxLength={120}
        onChange={(topic) => onChange({ ...brief, topic })}
      />
    </>
  )
}
