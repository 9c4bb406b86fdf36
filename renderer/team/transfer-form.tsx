import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Settings } from '../../shared/settings/settings.ts'
import { NumberInput, wholeNumber } from '../ui/number-input.tsx'
import { Toggle } from '../ui/toggle.tsx'
import { WideButton } from '../ui/wide-button.tsx'

interface TransferFormProps {
  readonly saved: Settings['transfer']
  readonly sound: boolean
  readonly save: (transfer: Settings['transfer']) => void
  readonly changeSound: (sound: boolean) => void
}

/** Bounds of the settings of the same names. */
const seconds = { least: 5, most: 600 } as const
const words = { least: 20, most: 400 } as const

export function TransferForm({ saved, sound, save, changeSound }: TransferFormProps) {
  const [secondsText, setSecondsText] = useState(String(saved.answerWithinSeconds))
  const [wordsText, setWordsText] = useState(String(saved.briefWords))
  const { t } = useTranslation()
  const answerWithinSeconds = wholeNumber(secondsText, seconds.least, seconds.most)
  const briefWords = wholeNumber(wordsText, words.least, words.most)
  const written = answerWithinSeconds === null || briefWords === null ? null : { answerWithinSeconds, briefWords }
  const isChanged = answerWithinSeconds !== saved.answerWithinSeconds || briefWords !== saved.briefWords
  return (
    <section aria-label={t('team.handingOver')} className="flex flex-col gap-3">
      <h3>{t('team.handingOver')}</h3>
      <div className="grid grid-cols-2 items-start gap-2">
        <NumberInput
          label={t('team.answerTime')}
          text={secondsText}
          onChange={setSecondsText}
          wrong={t('team.between', seconds)}
          {...seconds}
        />
        <NumberInput
          label={t('team.briefWords')}
          text={wordsText}
          onChange={setWordsText}
          wrong={t('team.between', words)}
          {...words}
        />
      </div>
      <p className="text-note text-muted">{t('team.handingOverWhy')}</p>
      <WideButton
        label={t('team.save')}
        isDisabled={written === null || !isChanged}
        onPress={() => (written ? save(written) : undefined)}
      />
      <Toggle label={t('team.sound')} isSelected={sound} onChange={changeSound} />
    </section>
  )
}
