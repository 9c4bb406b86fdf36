import { useState } from 'react'
import { Label } from 'react-aria-components/Label'
import { TextArea } from 'react-aria-components/TextArea'
import { TextField } from 'react-aria-components/TextField'
import { useTranslation } from 'react-i18next'
import { TextButton } from '../ui/text-button.tsx'
import { WideButton } from '../ui/wide-button.tsx'
import { ReviewSection } from './review-section.tsx'

interface ReviewLearningProps {
  readonly learning: string
  readonly onLearn: (learning: string) => void
}

const longest = 2000

/** What the agent takes from this call; nobody else ever sees it. */
export function ReviewLearning({ learning, onLearn }: ReviewLearningProps) {
  const [words, setWords] = useState<string | null>(null)
  const { t } = useTranslation()
  const keep = () => {
    if (words !== null && words.trim() !== learning) onLearn(words)
    setWords(null)
  }
  return (
    <ReviewSection title={t('review.learning.title')}>
      {words !== null ? (
        <>
          <TextField value={words} onChange={setWords} maxLength={longest} autoFocus className="flex flex-col gap-1">
            <Label className="text-small font-medium text-muted">{t('review.learning.label')}</Label>
            <TextArea
              dir="auto"
              rows={3}
              onKeyDown={(event) => {
                if (event.nativeEvent.isComposing) return
                if (event.key === 'Escape') setWords(null)
                else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) keep()
                else return
                event.preventDefault()
                event.stopPropagation()
              }}
              className="resize-y rounded-lg border border-edge bg-surface px-3 py-2"
            />
          </TextField>
          <WideButton label={t('review.learning.save')} cap="Ctrl ↵" shortcut="Control+Enter" onPress={keep} />
        </>
      ) : learning === '' ? (
        <WideButton label={t('review.learning.add')} onPress={() => setWords('')} />
      ) : (
        <>
          <p dir="auto" className="rounded-card bg-accent-soft px-3 py-2 whitespace-pre-line break-words">
            {learning}
          </p>
          <p className="flex flex-wrap gap-x-4">
            <TextButton label={t('review.learning.change')} onPress={() => setWords(learning)} />
            <TextButton label={t('review.learning.remove')} onPress={() => onLearn('')} />
          </p>
        </>
      )}
      <p className="text-small text-muted">{t('review.learning.hint')}</p>
    </ReviewSection>
  )
}
