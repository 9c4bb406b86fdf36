import { useTranslation } from 'react-i18next'
import { Banner } from '../ui/banner.tsx'
import { TextButton } from '../ui/text-button.tsx'
import { useReadable } from '../ui/use-readable.ts'
import { SecondCopyBanner } from './second-copy-banner.tsx'
import type { Steadyline } from './steadyline.ts'
import { StorageBanner } from './storage-banner.tsx'

interface BannersProps {
  readonly steadyline: Steadyline
  readonly openSettings: () => void
}

/** What is wrong with the whole desk, at its edge. */
export function Banners({ steadyline, openSettings }: BannersProps) {
  'use memo'
  const { link, dialers } = useReadable(steadyline.mirror)
  const storage = useReadable(steadyline.storage)
  const { t } = useTranslation()
  const warnings = new Set(dialers.flatMap((health) => health.warnings))
  return (
    <>
      {link === 'down' ? <Banner tone="danger">{t('link.down')}</Banner> : null}
      <StorageBanner storage={storage} />
      <SecondCopyBanner secondCopy={steadyline.secondCopy} />
      {[...warnings].map((warning) => (
        <Banner key={warning} tone="warn" action={<TextButton label={t('warning.show')} onPress={openSettings} />}>
          {t(`warning.${warning}`)}
        </Banner>
      ))}
    </>
  )
}
