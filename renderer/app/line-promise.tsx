import '../words/rooms.ts'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Call, isPractice } from '../../shared/call/call.ts'
import type { Callback } from '../../shared/callbacks/callback.ts'
import { PromiseForm } from '../callbacks/promise-form.tsx'
import { useReadable } from '../ui/use-readable.ts'
import type { Steadyline } from './steadyline.ts'
import { useReading, watching } from './use-agenda.ts'
import { usePeople } from './use-people.ts'

interface LinePromiseProps {
  readonly steadyline: Pick<Steadyline, 'callbacks' | 'mirror'>
  readonly call: Call
  /** What the line says, and so what the call will be about. */
  readonly words: string
  readonly onPromised: (made: Callback) => void
  readonly onClose: () => void
}

/** The promise form for a line of a note. */
export function LinePromise({ steadyline, call, words, onPromised, onClose }: LinePromiseProps) {
  const { callbacks, mirror } = steadyline
  const [id] = useState(() => crypto.randomUUID())
  const [open, setOpen] = useState<readonly Callback[]>()
  const people = usePeople(mirror)
  const { settings } = useReadable(mirror)
  const { now } = useReading(mirror)
  const { t } = useTranslation()
  useEffect(() => watching(callbacks.store.watchOpen(), setOpen), [callbacks])
  return (
    <div className="relative h-110">
      <PromiseForm
        title={t('writing.promiseCall')}
        closeLabel={t('agenda.close')}
        person={call.party}
        callId={call.id}
        practice={isPractice(call)}
        suggested={{ reason: words }}
        rules={settings.callbacks}
        onPromise={async (draft) => {
          const made = await callbacks.promise(draft, id)
          if (made.ok) onPromised(made.value)
          return made
        }}
        {...{ open, people, now, onClose }}
      />
    </div>
  )
}
