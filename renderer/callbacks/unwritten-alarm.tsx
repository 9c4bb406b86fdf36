import { useTranslation } from 'react-i18next'
import type { CallbackId } from '../../shared/callbacks/callback.ts'
import type { Readable } from '../../shared/readable.ts'
import { useReadable } from '../ui/use-readable.ts'

export interface UnwrittenAlarmProps {
  readonly id: CallbackId
  readonly unwritten: Readable<ReadonlySet<CallbackId>>
}

/** Said of a promise as long as a restart would forget to ring for it. */
export function UnwrittenAlarm({ id, unwritten }: UnwrittenAlarmProps) {
  const ids = useReadable(unwritten)
  const { t } = useTranslation()
  if (!ids.has(id)) return null
  return (
    <p role="status" className="rounded-card bg-warn-soft px-3.5 py-2 text-note font-medium text-warn">
      {t('agenda.unwritten')}
    </p>
  )
}
