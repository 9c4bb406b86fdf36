import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Settings } from '../../shared/settings/settings.ts'
import type { HostedHub } from '../../shared/transfer/team.ts'
import { Choice } from '../ui/choice.tsx'
import { NumberInput, wholeNumber } from '../ui/number-input.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { Toggle } from '../ui/toggle.tsx'
import { WideButton } from '../ui/wide-button.tsx'

interface HubFormProps {
  readonly saved: Settings['hub']
  readonly hosted: HostedHub
  /** Why it does not run, in words. */
  readonly trouble: string | null
  readonly save: (hub: Settings['hub']) => void
}

const listens = ['loopback', 'everywhere'] as const

/** The hub, run on this computer while Steadyline is open. */
export function HubForm({ saved, hosted, trouble, save }: HubFormProps) {
  const [written, setWritten] = useState({ ...saved, port: String(saved.port) })
  const { t } = useTranslation()
  const port = wholeNumber(written.port, 1, 65_535)
  const certificate = written.certificate.trim()
  const key = written.key.trim()
  const halfPair = (certificate === '') !== (key === '') ? t('hosting.both') : null
  const isOpen = written.listen === 'everywhere'
  const hub = port === null || halfPair !== null ? null : { ...written, port, certificate, key, enabled: saved.enabled }
  const runningWords =
    hosted.state === 'running' && hosted.encrypted
      ? 'hosting.encrypted'
      : saved.listen === 'everywhere'
        ? 'hosting.openNetwork'
        : 'hosting.open'
  const change = (part: Partial<typeof written>) => setWritten({ ...written, ...part })
  return (
    <section aria-label={t('hosting.title')} className="flex flex-col gap-3">
      <div>
        <h3>{t('hosting.title')}</h3>
        <p className="text-note text-muted">{t('hosting.why')}</p>
      </div>
      <Toggle
        label={t('hosting.enabled')}
        isSelected={saved.enabled}
        onChange={(enabled) => save({ ...(hub ?? saved), enabled })}
      />
      <Choice
        label={t('hosting.listen')}
        value={written.listen}
        options={listens.map((value) => ({ value, label: t(`hosting.listens.${value}`) }))}
        onChange={(listen) => change({ listen })}
      />
      <NumberInput
        label={t('baresip.port')}
        text={written.port}
        onChange={(text) => change({ port: text })}
        wrong={t('baresip.portWrong')}
        least={1}
        most={65_535}
      />
      {isOpen || certificate || key ? (
        <>
          <p className="text-note text-muted">{t('hosting.certificateWhy')}</p>
          <TextInput
            label={t('hosting.certificate')}
            value={written.certificate}
            onChange={(value) => change({ certificate: value })}
            maxLength={1000}
            problem={halfPair}
          />
          <TextInput label={t('hosting.key')} value={written.key} onChange={(value) => change({ key: value })} maxLength={1000} />
        </>
      ) : null}
      <WideButton label={t('team.save')} isDisabled={hub === null} onPress={() => (hub ? save(hub) : undefined)} />
      <div role="status" className="text-note empty:hidden">
        {hosted.state === 'running' ? (
          <>
            <p className={hosted.encrypted ? 'font-medium text-good' : 'font-medium text-warn'}>{t(runningWords)}</p>
            <ul aria-label={t('hosting.addresses')}>
              {hosted.urls.map((url) => (
                <li key={url}>
                  <code className="break-all select-all">{url}</code>
                </li>
              ))}
            </ul>
          </>
        ) : null}
        {hosted.state === 'starting' ? <p className="text-muted">{t('hosting.starting')}</p> : null}
        {trouble ? <p className="font-medium text-danger">{trouble}</p> : null}
      </div>
    </section>
  )
}
