import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { WideButton } from '../ui/wide-button.tsx'

interface NewPasswordProps {
  readonly user: string
  readonly password: string
}

/** The only time a password is readable. */
export function NewPassword({ user, password }: NewPasswordProps) {
  const [copied, setCopied] = useState<string | null>(null)
  const { t } = useTranslation()
  return (
    <div className="flex flex-col gap-2 rounded-card border border-line bg-surface p-3 text-note">
      <p role="status" className="font-medium text-warn">
        {t('hosting.shownOnce', { user })}
      </p>
      <code className="rounded-small bg-sunken p-2 break-all select-all">{password}</code>
      <WideButton
        label={copied === password ? t('push.copied') : t('push.copy')}
        onPress={() => {
          void navigator.clipboard.writeText(password).then(() => setCopied(password))
        }}
      />
    </div>
  )
}
