import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { WideButton } from '../ui/wide-button.tsx'
import { curlLine } from './curl-line.ts'

interface PushTokenProps {
  readonly token: string
  readonly port: number
}

export function PushToken({ token, port }: PushTokenProps) {
  const [copied, setCopied] = useState(false)
  const { t } = useTranslation()
  const line = curlLine(token, port)
  return (
    <div className="flex flex-col gap-2 rounded-card border border-line bg-surface p-3 text-note">
      <p role="status" className="font-medium text-warn">
        {t('push.shownOnce')}
      </p>
      <p>
        <span className="text-muted">{t('push.token')}: </span>
        <code className="break-all select-all">{token}</code>
      </p>
      <p className="text-muted">{t('push.curl')}</p>
      <code className="rounded-small bg-sunken p-2 text-small break-all whitespace-pre-wrap select-all">{line}</code>
      <WideButton
        label={copied ? t('push.copied') : t('push.copy')}
        onPress={() => {
          void navigator.clipboard.writeText(line).then(() => setCopied(true))
        }}
      />
    </div>
  )
}
