import { useTranslation } from 'react-i18next'
import type { Team } from '../../shared/transfer/team.ts'
import { Kbd } from '../ui/kbd.tsx'
import { Press } from '../ui/press.tsx'

interface PresenceButtonProps {
  readonly self: Team['self']
  readonly isOnCall: boolean
  readonly onChange: (self: Team['self']) => void
}

/** What the team sees of this person; being on a call shows by itself. */
export function PresenceButton({ self, isOnCall, onChange }: PresenceButtonProps) {
  const { t } = useTranslation()
  const other = self === 'available' ? 'away' : 'available'
  const seen = self === 'available' && isOnCall ? 'onCall' : self
  return (
    <Press
      onPress={() => onChange(other)}
      shortcut="V"
      className={`relative flex min-h-8 flex-none items-center gap-2 rounded-small px-1.5 hover:bg-sunken ${seen === 'available' ? 'font-semibold text-good' : 'font-semibold text-warn'}`}
    >
      <span>{t(`presence.${seen}`)}</span>
      <span className="sr-only">{t(`presence.change.${other}`)}</span>
      <Kbd keys="V" />
    </Press>
  )
}
