import { useTranslation } from 'react-i18next'
import type { Readable } from '../../shared/readable.ts'
import type { StorageState } from '../storage/storage-state.ts'
import { useReadable } from '../ui/use-readable.ts'

interface OpeningProps {
  readonly storage: Readable<StorageState>
}

/** Before there is a desk. */
export function Opening({ storage }: OpeningProps) {
  const state = useReadable(storage)
  const { t, i18n } = useTranslation()
  const share = state.kind === 'restoring' ? new Intl.NumberFormat(i18n.language, { style: 'percent' }).format(state.share) : null
  return (
    <p className="grid flex-1 place-items-center text-muted">
      {share === null ? t('app.connecting') : t('storage.restoring', { share })}
    </p>
  )
}
