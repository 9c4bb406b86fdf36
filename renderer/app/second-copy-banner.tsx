import type { TFunction } from 'i18next'
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
        <Banner
          tone={restored.isKeptAside ? 'danger' : 'quiet'}
          action={<TextButton label={t('storage.seen')} onPress={() => setSeen(restored)} />}
        >
          {restoredText(t, restored)}
        </Banner>
      ) : null}
    </>
  )
}

function restoredText(t: TFunction, { notes, records, unreadable, isPart, isKeptAside }: Restored): string {
  if (isKeptAside) return t('storage.keptAside')
  return [
    t(notes > 0 ? 'storage.broughtBackNotes' : 'storage.broughtBack', { count: notes || records }),
    ...(unreadable > 0 ? [t('storage.unreadable', { count: unreadable })] : []),
    ...(isPart ? [t('storage.isPart')] : []),
  ].join(' ')
}
