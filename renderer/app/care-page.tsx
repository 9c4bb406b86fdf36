import '../words/rooms.ts'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonKey } from '../../shared/people/person.ts'
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
  const [wanted, setWanted] = useState<{ readonly person: PersonKey; readonly nth: number } | null>(null)
  const { t } = useTranslation()
  return (
    <ScrollArea className="flex-1 p-4">
      <div className="mx-auto flex max-w-xl flex-col gap-5">
        <h1 className="text-caller font-semibold">{t('care.title')}</h1>
        <div className="flex flex-col gap-5">
          <CareBackup steadyline={steadyline} />
          <CareRestore steadyline={steadyline} />
          <CareExport key={wanted?.nth} steadyline={steadyline} wanted={wanted?.person ?? null} />
          <CareImport steadyline={steadyline} />
          <Suspense fallback={null}>
            <CareMasks steadyline={steadyline} asking={asking} />
            <CareRetention steadyline={steadyline} asking={asking} />
            <CareErasure
              steadyline={steadyline}
              asking={asking}
              onExport={(person) => setWanted({ person, nth: (wanted?.nth ?? 0) + 1 })}
            />
          </Suspense>
        </div>
      </div>
    </ScrollArea>
  )
}
