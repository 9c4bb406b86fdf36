import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { useTranslation } from 'react-i18next'
import { snoozeMinutes } from '../../shared/callbacks/snooze-minutes.ts'
import { Press } from '../ui/press.tsx'

interface LaterMenuProps {
  readonly className: string
  /** Undefined when nobody else can call. */
  readonly deputy: string | undefined
  readonly onSnooze: (minutes: number) => void
  readonly onHandOver: () => void
}

/** What else than calling now: in some minutes, or by the deputy. */
export function LaterMenu({ className, deputy, onSnooze, onHandOver }: LaterMenuProps) {
  const { t } = useTranslation()
  const item = 'cursor-default rounded-small px-2.5 py-1.5 outline-none data-focused:bg-sunken'
  return (
    <MenuTrigger>
      <Press className={className}>{t('promise.alarm.snooze')}</Press>
      <Popover placement="bottom end" className="rounded-card border border-line bg-surface p-1 text-note shadow-card">
        <Menu aria-label={t('promise.alarm.snooze')} className="outline-none">
          {snoozeMinutes.map((count) => (
            <MenuItem key={count} onAction={() => onSnooze(count)} className={item}>
              {t('promise.alarm.minutes', { count })}
            </MenuItem>
          ))}
          {deputy === undefined ? null : (
            <MenuItem onAction={onHandOver} className={item}>
              {t('promise.alarm.handOver', { who: deputy })}
            </MenuItem>
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
