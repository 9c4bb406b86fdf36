import '../words/rooms.ts'
import { lazy, type ReactNode, Suspense, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PromisedTime } from '../../shared/callbacks/promised-time.ts'
import { TextButton } from '../ui/text-button.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { ReadBack } from './read-back.tsx'
import { TimeUnderstood } from './time-understood.tsx'
import type { TimeEntry } from './use-time-entry.ts'

const TimePicker = lazy(() => import('./time-picker.tsx').then(({ TimePicker }) => ({ default: TimePicker })))

interface TimeFieldProps {
  /** Of `useTimeEntry`; its `time` is what may be promised. */
  readonly entry: TimeEntry
  readonly label: string
  readonly autoFocus?: boolean
  /** What belongs to a time that was understood, before the ways to pick one. */
  readonly children?: ReactNode
}

/** When to call, in words: what was understood, what has to be asked, and the line to read back. */
export function TimeField({ entry, label, autoFocus = false, children }: TimeFieldProps) {
  const [isPicking, setIsPicking] = useState(false)
  const field = useRef<HTMLDivElement>(null)
  const { t } = useTranslation()
  const sayable = entry.objection === 'hours' ? entry.meant : entry.time
  const back = () => field.current?.querySelector('input')?.focus()
  const pick = (time: PromisedTime) => {
    entry.pick(time)
    back()
  }
  const allow = () => {
    entry.allow()
    back()
  }
  return (
    <div ref={field} className="flex flex-col gap-2">
      <TextInput label={label} value={entry.text} onChange={entry.type} maxLength={120} autoFocus={autoFocus} />
      <div role="status" className="flex flex-col gap-2">
        <TimeUnderstood entry={entry} onPick={pick} onAllow={allow} />
        {sayable ? <ReadBack time={sayable} entry={entry} /> : null}
      </div>
      {children}
      <p className="text-note">
        <TextButton label={t(isPicking ? 'promising.pickLess' : 'promising.pick')} onPress={() => setIsPicking(!isPicking)} />
      </p>
      {isPicking ? (
        <Suspense fallback={null}>
          <TimePicker entry={entry} />
        </Suspense>
      ) : null}
    </div>
  )
}
