import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Settings } from '../../shared/settings/settings.ts'
import { Toggle } from '../ui/toggle.tsx'
import { WideButton } from '../ui/wide-button.tsx'
import { portFrom } from './port-from.ts'
import { PortInput } from './port-input.tsx'
import { PushToken } from './push-token.tsx'

interface PushFormProps {
  readonly saved: Settings['push']
  /** Why it is not listening now, in words. */
  readonly trouble: string | null
  readonly save: (settings: Settings['push']) => void
  /** Null when it could not be made. */
  readonly makeToken: () => Promise<string | null>
}

export function PushForm({ saved, trouble, save, makeToken }: PushFormProps) {
  const [portText, setPortText] = useState(String(saved.port))
  const [token, setToken] = useState<string | null>(null)
  const { t } = useTranslation()
  const port = portFrom(portText)
  return (
    <section aria-label={t('push.title')} className="flex flex-col gap-3">
      <div>
        <h3>{t('push.title')}</h3>
        <p className="text-note text-muted">{t('push.why')}</p>
      </div>
      <Toggle
        label={t('push.enabled')}
        isSelected={saved.enabled}
        onChange={(enabled) => save({ enabled, port: port ?? saved.port })}
      />
      <div className="grid grid-cols-[7rem_minmax(0,1fr)] items-end gap-2">
        <PortInput text={portText} onChange={setPortText} />
        <WideButton
          label={t('baresip.save')}
          isDisabled={port === null || port === saved.port}
          onPress={() => (port === null ? undefined : save({ ...saved, port }))}
        />
      </div>
      {saved.enabled && trouble ? (
        <p role="status" className="text-note font-medium text-danger">
          {trouble}
        </p>
      ) : null}
      <div className="flex flex-col gap-1">
        <WideButton label={t('push.newToken')} onPress={async () => setToken(await makeToken())} />
        <p className="text-small text-muted">{t('push.newTokenWhy')}</p>
      </div>
      {token ? <PushToken token={token} port={saved.port} /> : null}
    </section>
  )
}
