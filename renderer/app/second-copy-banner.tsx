import { useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import type { Readable } from '../../shared/readable.ts'
import type { Restored, SecondCopyState } from '../storage/second-copy-state.ts'
import { Banner } from '../ui/banner.tsx'
import { TextButton } from '../ui/text-button.tsx'

interface SecondCopyBannerProps {
  readonly secondCopy: Readable<SecondCopyState>
}

/** What came back from the second copy, and what keeps it from following. A lost line says so elsewhere. */
export function SecondCopyBanner({ secondCopy }: SecondCopyBannerProps) {
  const { trouble, restored } = useSyncExternalStore(secondCopy.subscribe, secondCopy.get)
  const [seen, setSeen] = useState<Restored | null>(null)
  const { t } = useTranslation()
  return (
    <>
      {trouble !== null && trouble !== 'journal.away' ? <Banner tone="warn">{t(`secondCopy.${trouble}`)}</Banner> : null}
      {restored !== null && restored !== seen ? (
        <Banner tone="quiet" action={<TextButton label={t('storage.seen')} onPress={() => setSeen(restored)} />}>
          {t(restored.notes > 0 ? 'storage.broughtBackNotes' : 'storage.broughtBack', {
            count: restored.notes || restored.records,
          })}
          {restored.unreadable > 0 ? ` ${t('storage.unreadable', { count: restored.unreadable })}` : null}
          {restored.isPart ? ` ${t('storage.isPart')}` : null}
        </Banner>
      ) : null}
    </>
  )
}
