import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import type { Call, CallId, Party } from '../../shared/call/call.ts'
import type { Readable } from '../../shared/readable.ts'
import { Kbd } from '../ui/kbd.tsx'
import { PartyName } from '../ui/party-name.tsx'
import { Press } from '../ui/press.tsx'
import { RunningClock } from '../ui/running-clock.tsx'
import { mainClock } from './main-clock.ts'

interface OtherCallsProps {
  readonly calls: Readable<readonly { readonly call: Call; readonly party: Party }[]>
  readonly onSwitch: (call: CallId) => void
}

interface RowProps extends OtherCallsProps {
  /** Counted from 0, the one that waits longest first. */
  readonly place: number
}

/**
 * Calls that are not under the agent's eyes: they wait at the lower edge, so that nothing an agent reads moves.
 *
 * A row belongs to a place and not to a call, and the first is there before anybody rings: who rings is then a change of
 * words in a button that stands, several times cheaper than a new one.
 */
export function OtherCalls({ calls, onSwitch }: OtherCallsProps) {
  'use memo'
  const { t } = useTranslation()
  const count = useSyncExternalStore(calls.subscribe, () => calls.get().length)
  return (
    <section aria-label={t('call.others')} hidden={count === 0} className="border-t border-line bg-sunken contain-content">
      {Array.from({ length: Math.max(1, count) }, (_, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the row is the place
        <Row key={place} place={place} calls={calls} onSwitch={onSwitch} />
      ))}
    </section>
  )
}

function Row({ place, calls, onSwitch }: RowProps) {
  'use memo'
  const goThere = () => {
    const other = calls.get()[place]
    if (other) onSwitch(other.call.id)
  }
  return (
    <Press
      preventFocusOnPress
      shortcut={place === 0 ? 'X' : undefined}
      onPress={goThere}
      className="flex w-full items-center gap-2 px-3.5 py-1.5 text-start text-small hover:bg-surface"
    >
      <CallAt place={place} calls={calls} />
      {place === 0 ? <Kbd keys="X" /> : null}
    </Press>
  )
}

function CallAt({ place, calls }: Omit<RowProps, 'onSwitch'>) {
  const { t } = useTranslation()
  const other = useSyncExternalStore(calls.subscribe, () => calls.get()[place])
  if (other === undefined) return null
  const { call, party } = other
  return (
    <>
      <span className="min-w-0 flex-1 truncate font-medium">
        <PartyName party={party} />
      </span>
      <span className={call.state === 'ended' ? 'text-muted' : call.state === 'held' ? 'text-warn' : 'text-accent'}>
        {t(`call.state.${call.state}`)} <RunningClock watch={mainClock(call)} />
      </span>
    </>
  )
}
