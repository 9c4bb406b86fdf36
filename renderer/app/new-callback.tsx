import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Callback } from '../../shared/callbacks/callback.ts'
import { type Reading, whoText } from '../callbacks/agenda-words.ts'
import { PromiseForm } from '../callbacks/promise-form.tsx'
import { PromisedUnwritten } from '../callbacks/promised-unwritten.tsx'
import { saidInLine } from '../callbacks/said-in-line.ts'
import { saidHere } from '../callbacks/said-time.ts'
import { useReadable } from '../ui/use-readable.ts'
import type { Steadyline } from './steadyline.ts'
import { watching } from './use-agenda.ts'
import { usePeople } from './use-people.ts'

interface NewCallbackProps {
  readonly steadyline: Steadyline
  readonly reading: Reading
  /** Whom it is for, as far as it is known. */
  readonly person: Callback['person']
  readonly onPromised: (said: string) => void
  readonly onClose: () => void
}

/** A call promised without a call, such as by mail. */
export function NewCallback({ steadyline, reading, person, onPromised, onClose }: NewCallbackProps) {
  const [open, setOpen] = useState<readonly Callback[]>()
  const [kept, setKept] = useState<Callback | null>(null)
  const people = usePeople(steadyline.mirror)
  const rules = useReadable(steadyline.mirror).settings.callbacks
  const { callbacks } = steadyline
  const { t } = useTranslation()
  useEffect(() => watching(callbacks.store.watchOpen(), setOpen), [callbacks])
  const saidOf = (made: Callback) => t('agenda.said.new', { who: whoText(t, made), time: saidInLine(made.due, reading) })
  if (kept)
    return (
      <div className="relative min-h-0 flex-1">
        <PromisedUnwritten
          id={kept.id}
          unwritten={callbacks.unwritten}
          title={t('agenda.newTitle')}
          said={saidHere(kept.due, reading)}
          onClose={() => onPromised(saidOf(kept))}
        />
      </div>
    )
  return (
    <div className="relative min-h-0 flex-1">
      <PromiseForm
        title={t('agenda.newTitle')}
        closeLabel={t('agenda.close')}
        callId={null}
        now={reading.now}
        onPromise={async (draft) => {
          const made = await callbacks.promise(draft)
          if (!made.ok) return made
          if (callbacks.unwritten.get().has(made.value.id)) setKept(made.value)
          else onPromised(saidOf(made.value))
          return made
        }}
        {...{ person, open, people, rules, onClose }}
      />
    </div>
  )
}
