import { useTranslation } from 'react-i18next'
import type { Call, CallId } from '../../shared/call/call.ts'
import { Kbd } from '../ui/kbd.tsx'
import { PartyName } from '../ui/party-name.tsx'
import { Press } from '../ui/press.tsx'
import { RunningClock } from '../ui/running-clock.tsx'
import { mainClock } from './main-clock.ts'

interface OtherCallsProps {
  readonly calls: readonly Call[]
  readonly onSwitch: (call: CallId) => void
}

/** Calls that are not under the agent's eyes: they wait at the lower edge, so that nothing an agent reads moves. */
export function OtherCalls({ calls, onSwitch }: OtherCallsProps) {
  'use memo'
  const { t } = useTranslation()
  return (
    <section aria-label={t('call.others')} className="border-t border-line bg-sunken">
      {calls.map((call, index) => (
        <Press
          key={call.id}
          preventFocusOnPress
          shortcut={index === 0 ? 'X' : undefined}
          onPress={() => onSwitch(call.id)}
          className="flex w-full items-center gap-2 px-3.5 py-1.5 text-start text-small hover:bg-surface"
        >
          <span className="min-w-0 flex-1 truncate font-medium">
            <PartyName party={call.party} />
          </span>
          <span className={call.state === 'ended' ? 'text-muted' : call.state === 'held' ? 'text-warn' : 'text-accent'}>
            {t(`call.state.${call.state}`)} <RunningClock watch={mainClock(call)} />
          </span>
          {index === 0 ? <Kbd keys="X" /> : null}
        </Press>
      ))}
    </section>
  )
}
