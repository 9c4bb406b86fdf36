import { useTranslation } from 'react-i18next'
import { Banner } from '../ui/banner.tsx'
import { TextButton } from '../ui/text-button.tsx'
import { useReadable } from '../ui/use-readable.ts'
import type { Asking } from './asking.ts'
import { failureText } from './failure-text.ts'

interface TroubleProps {
  readonly asking: Asking
}

/** Why the last thing asked for did not happen, until it is dismissed or something else succeeds. */
export function Trouble({ asking }: TroubleProps) {
  const trouble = useReadable(asking.trouble)
  const { t } = useTranslation()
  return trouble ? (
    <Banner tone="danger" action={<TextButton label={t('failure.dismiss')} onPress={asking.forget} />}>
      {failureText(t, trouble)}
    </Banner>
  ) : null
}
