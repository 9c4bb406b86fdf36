import { useTranslation } from 'react-i18next'
import { assertNever } from '../../shared/assert-never.ts'
import type { StorageState } from '../storage/storage-state.ts'
import { Banner } from '../ui/banner.tsx'
import { TextButton } from '../ui/text-button.tsx'
import { megabytesText } from '../words/sizes.ts'

interface StorageBannerProps {
  readonly storage: StorageState
}

export function StorageBanner({ storage }: StorageBannerProps) {
  const { t, i18n } = useTranslation()
  switch (storage.kind) {
    case 'opening':
    case 'restoring':
    case 'open':
      return null
    case 'refused':
      return <Banner tone="danger">{t('storage.refused', { free: megabytesText(storage.freeBytes, i18n.language) })}</Banner>
    case 'stopped':
      return <Banner tone="danger">{t('storage.stopped')}</Banner>
    case 'elsewhere':
      return (
        <Banner tone="warn" action={<TextButton label={t('storage.takeOver')} onPress={storage.takeOver} />}>
          {t('storage.elsewhere')}
        </Banner>
      )
    default:
      return assertNever(storage)
  }
}
