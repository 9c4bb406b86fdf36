import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Call, Party } from '../../shared/call/call.ts'
import { mainClock } from '../call/main-clock.ts'
import { PartyName } from '../ui/party-name.tsx'
import { RunningClock } from '../ui/running-clock.tsx'

interface TransferHeadProps {
  readonly call: Call
  readonly party: Party
}

/** What is going on, with whom, and how long they have been on hold; it takes the focus, because the agent asked for it. */
export function TransferHead({ call, party }: TransferHeadProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  const { t } = useTranslation()
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  return (
    <header className="flex flex-none flex-wrap items-baseline gap-x-2 border-b border-line bg-surface px-3.5 py-3">
      <h1 ref={heading} tabIndex={-1} className="text-body font-semibold outline-none">
        {t('transfer.title')}
      </h1>
      <span className="min-w-0 flex-1 text-note text-muted">
        <PartyName party={party} />
      </span>
      <span className={`text-note font-semibold ${call.state === 'held' ? 'text-warn' : 'text-accent'}`}>
        {t(`call.state.${call.state}`)} <RunningClock watch={mainClock(call)} />
      </span>
    </header>
  )
}
