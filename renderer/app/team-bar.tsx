import '../words/team.ts'
import { useEffect, useSyncExternalStore } from 'react'
import { Toolbar } from 'react-aria-components/Toolbar'
import { useTranslation } from 'react-i18next'
import type { BriefRecord } from '../../shared/transfer/brief-record.ts'
import { afterPaint } from '../storage/after-paint.ts'
import { chime } from '../transfer/chime.ts'
import { HubStatus } from '../transfer/hub-status.tsx'
import { InboxChip } from '../transfer/inbox-chip.tsx'
import { PresenceButton } from '../transfer/presence-button.tsx'
import { Press } from '../ui/press.tsx'
import { useReadable } from '../ui/use-readable.ts'
import type { Asking } from './asking.ts'
import type { Desk, Steadyline } from './steadyline.ts'
import { useKeys } from './use-keys.ts'

interface TeamBarProps {
  readonly steadyline: Steadyline
  readonly asking: Asking
  /** Briefs that are not under the person's eyes already. */
  readonly others: readonly BriefRecord[]
  readonly openBriefs: (id: string | null) => void
  readonly openTeam: () => void
}

/** The team at the edge of every screen, in a row that never grows: the hub, a brief that waits, and what the team sees of this person. */
export function TeamBar({ steadyline, asking, others, openBriefs, openTeam }: TeamBarProps) {
  'use memo'
  const { settings, team } = useReadable(steadyline.mirror)
  const inbox = useReadable(steadyline.inbox.state)
  const isOnCall = useSyncExternalStore(steadyline.desk.subscribe, () => isSomebodyOnTheLine(steadyline.desk.get()))
  const { t } = useTranslation()
  const { companion } = steadyline
  const next = others[0]
  const unread = inbox.find(({ stage }) => stage === 'delivered')
  const takesBriefs = settings.team.enabled && settings.team.role !== 'agent'
  const change = (self: typeof team.self) => void asking.ask('presence.set', { self })
  const other = team.self === 'available' ? 'away' : 'available'

  useEffect(() => {
    if (!settings.briefSound) return
    return companion.on('brief.rang', () => void afterPaint().then(chime))
  }, [companion, settings.briefSound])
  useKeys({ v: takesBriefs ? () => change(other) : undefined }, settings.singleKeys)

  return (
    <>
      <Toolbar
        aria-label={t('team.title')}
        className="flex min-h-11 flex-none items-center gap-1.5 border-b border-line px-2 py-1 text-small text-muted"
      >
        <Press
          onPress={openTeam}
          aria-describedby="hub-button-opens"
          className="flex min-h-8 min-w-0 flex-[0_1_auto] items-center rounded-small px-1.5 hover:bg-sunken"
        >
          <HubStatus link={team.link} />
        </Press>
        <span id="hub-button-opens" hidden>
          {t('team.title')}
        </span>
        {next ? <InboxChip record={next} more={others.length - 1} onOpen={() => openBriefs(next.brief.id)} /> : null}
        {takesBriefs ? (
          <div className="ms-auto flex-none">
            <PresenceButton self={team.self} isOnCall={isOnCall} onChange={change} />
          </div>
        ) : null}
      </Toolbar>
      <p role="status" className="sr-only">
        {unread ? t('inbox.said', { who: unread.brief.from.name }) : null}
      </p>
    </>
  )
}

function isSomebodyOnTheLine({ calls }: Desk): boolean {
  return calls.some(({ call }) => call.state === 'live' || call.state === 'held')
}
