import { ToggleButton } from 'react-aria-components/ToggleButton'
import { Toolbar } from 'react-aria-components/Toolbar'
import { useTranslation } from 'react-i18next'
import type { DialerHealth } from '../../shared/dialers/dialer-health.ts'
import { DialerStatus } from '../dialers/dialer-status.tsx'
import { Badge } from '../ui/badge.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { Press } from '../ui/press.tsx'

interface HeaderBarProps {
  readonly dialers: readonly DialerHealth[]
  readonly onTop: boolean
  /** Undefined in the browser shell, which cannot. */
  readonly toggleOnTop: (() => void) | undefined
  readonly practice: boolean
  readonly openSettings: () => void
  readonly openKeys: () => void
}

const item = 'flex min-h-7 items-center gap-2 rounded-small px-1.5 py-1 hover:bg-sunken'

export function HeaderBar({ dialers, onTop, toggleOnTop, practice, openSettings, openKeys }: HeaderBarProps) {
  'use memo'
  const { t } = useTranslation()
  return (
    <Toolbar
      aria-label={t('app.title')}
      className="flex flex-wrap items-center gap-1 border-b border-line px-2 py-1 text-small text-muted"
    >
      <Press onPress={openSettings} shortcut="," aria-describedby="dialer-button-opens" className={`${item} min-w-0 max-w-full`}>
        <DialerStatus dialers={dialers} />
      </Press>
      <span id="dialer-button-opens" hidden>
        {t('panel.title')}
      </span>
      <div className="ms-auto flex items-center gap-1">
        {practice ? <Badge tone="accent">{t('practice.badge')}</Badge> : null}
        {toggleOnTop ? (
          <ToggleButton
            isSelected={onTop}
            onChange={toggleOnTop}
            render={(props) => <button {...props} aria-keyshortcuts="P" />}
            className={`${item} data-selected:font-semibold data-selected:text-accent`}
          >
            {t('header.onTop')}
            <Kbd keys="P" />
          </ToggleButton>
        ) : null}
        <Press onPress={openKeys} aria-label={t('header.keys')} shortcut="?" className={item}>
          <Kbd keys="?" />
        </Press>
      </div>
    </Toolbar>
  )
}
