import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Call, Party } from '../../shared/call/call.ts'
import { PartyName } from '../ui/party-name.tsx'
import { PhoneNumber } from '../ui/phone-number.tsx'
import { RunningClock } from '../ui/running-clock.tsx'
import { mainClock } from './main-clock.ts'

interface CallerBlockProps {
  readonly call: Call
  readonly party: Party
  readonly badges?: ReactNode
}

const tones = {
  ringing: 'text-accent',
  dialling: 'text-accent',
  live: 'text-accent',
  held: 'text-warn',
  ended: 'text-muted',
} as const

/** Who it is, where the call stands, and its clock: the first thing seen on every screen of a call. */
export function CallerBlock({ call, party, badges }: CallerBlockProps) {
  'use memo'
  const { t } = useTranslation()
  return (
    <header className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 border-b border-line bg-surface px-3.5 pt-3.5 pb-2.5">
      <div className="min-w-0">
        <h1 className="line-clamp-2 text-caller leading-tight font-semibold">
          <PartyName party={party} />
        </h1>
        <div className="mt-0.5 min-h-5 text-note text-muted">
          {party.name && party.number ? <PhoneNumber number={party.number} /> : null}
          {party.name && !party.number ? t('call.withheld') : null}
        </div>
      </div>
      <div className="text-end">
        <p className={`text-clock leading-none font-semibold tracking-tight ${call.state === 'held' ? 'text-warn' : ''}`}>
          <RunningClock watch={mainClock(call)} />
        </p>
        <p className={`mt-1 text-small font-semibold ${tones[call.state]}`}>{t(`call.state.${call.state}`)}</p>
      </div>
      <div className="col-span-2 mt-1 flex min-h-6 flex-wrap items-center gap-x-2 gap-y-1 text-note text-muted">{badges}</div>
    </header>
  )
}
