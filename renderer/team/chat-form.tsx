import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Settings } from '../../shared/settings/settings.ts'
import { Choice } from '../ui/choice.tsx'
import { SecretInput } from '../ui/secret-input.tsx'
import { Toggle } from '../ui/toggle.tsx'
import { WideButton } from '../ui/wide-button.tsx'

interface ChatFormProps {
  readonly saved: Settings['webhook']
  readonly addressIsKept: boolean
  readonly save: (webhook: Settings['webhook']) => void
  readonly keepAddress: (address: string) => void
}

const kinds = ['slack', 'teams', 'mattermost'] as const

/** A chat that briefs can be posted to; its address opens a door, so it is kept like a password. */
export function ChatForm({ saved, addressIsKept, save, keepAddress }: ChatFormProps) {
  const [address, setAddress] = useState('')
  const { t } = useTranslation()
  return (
    <section aria-label={t('chat.title')} className="flex flex-col gap-3">
      <div>
        <h3>{t('chat.title')}</h3>
        <p className="text-note text-muted">{t('chat.why')}</p>
      </div>
      <Toggle label={t('chat.enabled')} isSelected={saved.enabled} onChange={(enabled) => save({ ...saved, enabled })} />
      <Choice
        label={t('chat.kind')}
        value={saved.kind}
        options={kinds.map((value) => ({ value, label: t(`chat.kinds.${value}`) }))}
        onChange={(kind) => save({ ...saved, kind })}
      />
      <SecretInput
        label={t('chat.address')}
        value={address}
        onChange={setAddress}
        kept={addressIsKept ? t('chat.addressKept') : null}
        forgetLabel={t('chat.forget')}
        onForget={() => keepAddress('')}
      />
      <WideButton
        label={t('chat.save')}
        isDisabled={address.trim() === ''}
        onPress={() => {
          keepAddress(address.trim())
          setAddress('')
        }}
      />
    </section>
  )
}
