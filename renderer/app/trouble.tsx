import { useTranslation } from 'react-i18next'
import { Banner } from '../ui/banner.tsx'
import { lateParts, useLateParts } from '../ui/late-parts.ts'
import { TextButton } from '../ui/text-button.tsx'
import { useReadable } from '../ui/use-readable.ts'
import type { Asking } from './asking.ts'

interface TroubleProps {
  readonly asking: Asking
}

/** Whoever answers with a failure can also be asked for its words. */
const failureTexts = lateParts(() => import('./said-failure.ts'))

/** Why the last thing asked for did not happen, until it is dismissed or something else succeeds. */
export function Trouble({ asking }: TroubleProps) {
  const trouble = useReadable(asking.trouble)
  const texts = useLateParts(failureTexts, trouble)
  const { t } = useTranslation()
  if (trouble === null) return null
  const text = trouble.kind === 'companion.silent' ? t('failure.companionSilent') : texts?.failureText(t, trouble)
  return text === undefined ? null : (
    <Banner tone="danger" action={<TextButton label={t('failure.dismiss')} onPress={asking.forget} />}>
      {text}
    </Banner>
  )
}
