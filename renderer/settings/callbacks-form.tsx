import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Settings } from '../../shared/settings/settings.ts'
import { NumberInput } from '../ui/number-input.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { Toggle } from '../ui/toggle.tsx'
import { WideButton } from '../ui/wide-button.tsx'
import { bounds, clockIn, hourNames, numberNames, settingsIn, textsOf } from './callback-settings.ts'

interface CallbacksFormProps {
  readonly saved: Settings['callbacks']
  readonly save: (callbacks: Settings['callbacks']) => void
}

/** When promised calls ring, and what becomes of those that nobody makes or answers. */
export function CallbacksForm({ saved, save }: CallbacksFormProps) {
  const [texts, setTexts] = useState(() => textsOf(saved))
  const { t } = useTranslation()
  const written = settingsIn(texts)
  const isChanged = [...numberNames, ...hourNames].some((name) => texts[name].trim() !== String(saved[name]))
  const write = (name: keyof typeof texts) => (text: string) => setTexts((before) => ({ ...before, [name]: text }))
  const callFrom = clockIn(texts.callFrom)
  const callTo = clockIn(texts.callTo)
  const isNever = callFrom !== null && callFrom === callTo
  return (
    <section aria-label={t('callbackSettings.title')} className="flex flex-col gap-3">
      <div>
        <h3>{t('callbackSettings.title')}</h3>
        <p className="text-note text-muted">{t('callbackSettings.why')}</p>
      </div>
      <div className="grid grid-cols-2 items-start gap-2">
        {numberNames.map((name) => (
          <NumberInput
            key={name}
            label={t(`callbackSettings.${name}`)}
            text={texts[name]}
            onChange={write(name)}
            wrong={t('team.between', bounds[name])}
            {...bounds[name]}
          />
        ))}
        <TextInput
          label={t('callbackSettings.callFrom')}
          value={texts.callFrom}
          onChange={write('callFrom')}
          problem={callFrom === null ? t('callbackSettings.hourWrong') : null}
          maxLength={5}
        />
        <TextInput
          label={t('callbackSettings.callTo')}
          value={texts.callTo}
          onChange={write('callTo')}
          problem={callTo === null ? t('callbackSettings.hourWrong') : isNever ? t('callbackSettings.noHours') : null}
          maxLength={5}
        />
      </div>
      <p className="text-note text-muted">{t('callbackSettings.hoursWhy')}</p>
      <WideButton
        label={t('callbackSettings.save')}
        isDisabled={written === null || !isChanged}
        onPress={() => (written ? save({ ...written, sound: saved.sound }) : undefined)}
      />
      <Toggle label={t('callbackSettings.sound')} isSelected={saved.sound} onChange={(sound) => save({ ...saved, sound })} />
    </section>
  )
}
