import { useTranslation } from 'react-i18next'
import { type Call, isPractice } from '../../shared/call/call.ts'
import type { Standing } from '../../shared/people/one-time-or-pattern.ts'
import { StandingBadge } from '../people/standing-badge.tsx'
import { Badge } from '../ui/badge.tsx'
import { PartyName } from '../ui/party-name.tsx'
import { clockText } from '../words/times.ts'

interface CallBadgesProps {
  readonly call: Call
  readonly consult: Call | null
  readonly standing: Standing | null
}

export function CallBadges({ call, consult, standing }: CallBadgesProps) {
  'use memo'
  const { t } = useTranslation()
  return (
    <>
      {standing ? <StandingBadge standing={standing} /> : null}
      {isPractice(call) ? <Badge tone="accent">{t('practice.badge')}</Badge> : null}
      {call.certain ? null : <Badge tone="warn">{t('call.lastKnown')}</Badge>}
      {call.state === 'held' ? (
        <span className="tabular-nums">{t('call.talked', { time: clockText(call.talk.collected) })}</span>
      ) : null}
      {consult ? (
        <Badge>
          {t('call.consulting')} <PartyName party={consult.party} />
        </Badge>
      ) : null}
    </>
  )
}
