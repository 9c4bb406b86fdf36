import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Settings } from '../../shared/settings/settings.ts'
import { SecretInput } from '../ui/secret-input.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { Toggle } from '../ui/toggle.tsx'
import { WideButton } from '../ui/wide-button.tsx'
import { type AsteriskTexts, isChannel, textsOf, writtenIn } from './asterisk-written.ts'
import { PortInput } from './port-input.tsx'
import { TestOutcome } from './test-outcome.tsx'
import type { Tested } from './tested.ts'

interface AsteriskFormProps {
  readonly saved: Settings['asterisk']
  readonly secretIsKept: boolean
  /** Why it is not connected now, in words. */
  readonly trouble: string | null
  /** An empty secret is the one already kept. */
  readonly test: (settings: Settings['asterisk'], secret: string) => Promise<Tested>
  readonly save: (settings: Settings['asterisk']) => void
  /** An empty one forgets it. */
  readonly keepSecret: (secret: string) => void
}

export function AsteriskForm({ saved, secretIsKept, trouble, test, save, keepSecret }: AsteriskFormProps) {
  const [texts, setTexts] = useState(textsOf(saved))
  const [secret, setSecret] = useState('')
  const [tested, setTested] = useState<Tested | 'running' | null>(null)
  const { t } = useTranslation()
  const written = writtenIn(texts, saved.enabled)
  const changed = written !== null && (secret !== '' || JSON.stringify(texts) !== JSON.stringify(textsOf(saved)))
  const field = (name: keyof AsteriskTexts) => ({
    value: texts[name],
    onChange: (text: string) => setTexts({ ...texts, [name]: text }),
  })
  const runTest = async (settings: Settings['asterisk']) => {
    setTested('running')
    setTested(await test(settings, secret))
  }
  const saveAll = (settings: Settings['asterisk']) => {
    if (secret !== '') keepSecret(secret)
    setSecret('')
    save(settings)
  }
  return (
    <section aria-label={t('asterisk.title')} className="flex flex-col gap-3">
      <div>
        <h3>{t('asterisk.title')}</h3>
        <p className="text-note text-muted">{t('asterisk.why')}</p>
      </div>
      <Toggle
        label={t('asterisk.enabled')}
        isSelected={saved.enabled}
        onChange={(enabled) => saveAll({ ...(written ?? saved), enabled })}
      />
      <div className="grid grid-cols-[minmax(0,1fr)_7rem] gap-2">
        <TextInput
          label={t('asterisk.host')}
          {...field('host')}
          maxLength={253}
          problem={texts.host.trim() === '' ? t('asterisk.hostMissing') : null}
        />
        <PortInput text={texts.port} onChange={field('port').onChange} />
      </div>
      <TextInput label={t('asterisk.user')} {...field('user')} maxLength={64} />
      <SecretInput
        label={t('asterisk.secret')}
        value={secret}
        onChange={setSecret}
        kept={secretIsKept ? t('asterisk.secretKept') : null}
        forgetLabel={t('asterisk.secretForget')}
        onForget={() => keepSecret('')}
      />
      <TextInput
        label={t('asterisk.channel')}
        {...field('channel')}
        maxLength={80}
        description={t('asterisk.channelWhy')}
        problem={texts.channel.trim() === '' || isChannel(texts.channel) ? null : t('asterisk.channelWrong')}
      />
      <TextInput label={t('asterisk.context')} {...field('context')} maxLength={80} description={t('asterisk.contextWhy')} />
      <div className="flex gap-2 *:flex-1">
        <WideButton
          label={tested === 'running' ? t('asterisk.testing') : t('asterisk.test')}
          isDisabled={written === null || tested === 'running'}
          onPress={() => (written ? runTest(written) : undefined)}
        />
        <WideButton
          look="main"
          label={t('asterisk.save')}
          isDisabled={!changed}
          onPress={() => (written ? saveAll(written) : undefined)}
        />
      </div>
      <TestOutcome tested={tested === 'running' ? null : tested} trouble={saved.enabled ? trouble : null} />
    </section>
  )
}
