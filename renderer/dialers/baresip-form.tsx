import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Settings } from '../../shared/settings/settings.ts'
import { TextInput } from '../ui/text-input.tsx'
import { Toggle } from '../ui/toggle.tsx'
import { WideButton } from '../ui/wide-button.tsx'
import { portFrom } from './port-from.ts'
import { PortInput } from './port-input.tsx'
import { TestOutcome } from './test-outcome.tsx'
import type { Tested } from './tested.ts'

interface BaresipFormProps {
  readonly saved: Settings['baresip']
  /** Why it is not connected now, in words. */
  readonly trouble: string | null
  readonly test: (settings: Settings['baresip']) => Promise<Tested>
  readonly save: (settings: Settings['baresip']) => void
}

export function BaresipForm({ saved, trouble, test, save }: BaresipFormProps) {
  const [host, setHost] = useState(saved.host)
  const [portText, setPortText] = useState(String(saved.port))
  const [tested, setTested] = useState<Tested | 'running' | null>(null)
  const { t } = useTranslation()
  const port = portFrom(portText)
  const written = port !== null && host.trim() !== '' ? { enabled: saved.enabled, host: host.trim(), port } : null
  const changed = written !== null && (written.host !== saved.host || written.port !== saved.port)
  const runTest = async (settings: Settings['baresip']) => {
    setTested('running')
    setTested(await test(settings))
  }
  return (
    <section aria-label={t('baresip.title')} className="flex flex-col gap-3">
      <div>
        <h3>{t('baresip.title')}</h3>
        <p className="text-note text-muted">{t('baresip.why')}</p>
      </div>
      <Toggle
        label={t('baresip.enabled')}
        isSelected={saved.enabled}
        onChange={(enabled) => save({ ...(written ?? saved), enabled })}
      />
      <div className="grid grid-cols-[minmax(0,1fr)_7rem] gap-2">
        <TextInput
          label={t('baresip.host')}
          value={host}
          onChange={setHost}
          maxLength={253}
          problem={host.trim() === '' ? t('baresip.hostMissing') : null}
        />
        <PortInput text={portText} onChange={setPortText} />
      </div>
      <div className="flex gap-2 *:flex-1">
        <WideButton
          label={tested === 'running' ? t('baresip.testing') : t('baresip.test')}
          isDisabled={written === null || tested === 'running'}
          onPress={() => (written ? runTest(written) : undefined)}
        />
        <WideButton
          look="main"
          label={t('baresip.save')}
          isDisabled={!changed}
          onPress={() => (written ? save(written) : undefined)}
        />
      </div>
      <TestOutcome tested={tested === 'running' ? null : tested} trouble={saved.enabled ? trouble : null} />
    </section>
  )
}
