import '../words/rooms.ts'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { ScrollArea } from '../ui/scroll-area.tsx'
import type { Asking } from './asking.ts'
import { CareBackup } from './care-backup.tsx'
import { CareExport } from './care-export.tsx'
import { CareImport } from './care-import.tsx'
import { CareRestore } from './care-restore.tsx'
import type { Steadyline } from './steadyline.ts'

interface CarePageProps {
  readonly steadyline: Steadyline
  readonly asking: Asking
}

const CareMasks = lazy(() => import('./care-masks.tsx').then(({ CareMasks }) => ({ default: CareMasks })))
const CareRetention = lazy(() => import('./care-retention.tsx').then(({ CareRetention }) => ({ default: CareRetention })))
const CareErasure = lazy(() => import('./care-erasure.tsx').then(({ CareErasure }) => ({ default: CareErasure })))

/** Everything that is kept here: out of it, into it, safe, and gone when it has to be. */
export function CarePage({ steadyline, asking }: CarePageProps) {
  const { t } = useTranslation()
  return (
    <ScrollArea className="flex-1 p-4">
      <div className="mx-auto flex max-w-xl flex-col gap-5">
        <h1 className="text-caller font-semibold">{t('care.title')}</h1>
        <CareBackup steadyline={steadyline} />
        <CareRestore steadyline={steadyline} />
        <CareExport steadyline={steadyline} />
        <CareImport steadyline={steadyline} />
        <Suspense fallback={null}>
          <CareMasks steadyline={steadyline} asking={asking} />
          <CareRetention steadyline={steadyline} asking={asking} />
          <CareErasure steadyline={steadyline} asking={asking} />
        </Suspense>
      </div>
    </ScrollArea>
  )
}
