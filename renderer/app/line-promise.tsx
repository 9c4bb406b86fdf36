import '../words/rooms.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Call } from '../../shared/call/call.ts'
import type { Callback } from '../../shared/callbacks/callback.ts'
import { PromiseForm } from '../callbacks/promise-form.tsx'
import type { Steadyline } from './steadyline.ts'
import { useCallPromise } from './use-call-promise.ts'
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
  const known = useCallPromise(steadyline, call)
  const people = usePeople(mirror)
  const { t } = useTranslation()
  return (
    <div className="relative h-110">
      <PromiseForm
        title={t('writing.promiseCall')}
        closeLabel={t('agenda.close')}
        suggested={{ reason: words }}
        onPromise={async (draft) => {
          const made = await callbacks.promise(draft, id)
          if (made.ok) onPromised(made.value)
          return made
        }}
        {...known}
        {...{ people, onClose }}
      />
    </div>
  )
}
