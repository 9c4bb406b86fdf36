import { useTranslation } from 'react-i18next'
import type { Tested } from './tested.ts'

interface TestOutcomeProps {
  readonly tested: Tested | null
  readonly trouble: string | null
}

/** What the test saw; before one was run, what keeps the dialer away. */
export function TestOutcome({ tested, trouble }: TestOutcomeProps) {
  const { t } = useTranslation()
  const said = tested === null ? trouble : 'trouble' in tested ? tested.trouble : null
  const findings = tested !== null && 'findings' in tested ? tested.findings : null
  return (
    <div role="status" className="flex flex-col gap-1 text-note empty:hidden">
      {said ? <p className="font-medium text-danger">{said}</p> : null}
      {findings ? (
        <p className="font-medium text-good">
          {t('baresip.connected', {
            accounts:
              findings.accounts.length > 0
                ? t('baresip.account', { count: findings.accounts.length, list: findings.accounts.join(', ') })
                : t('baresip.noAccount'),
            calls: t('baresip.calls', { count: findings.callsNow }),
          })}
        </p>
      ) : null}
      {findings?.warnings.map((warning) => (
        <p key={warning} className="font-medium text-warn">
          {t(`warning.${warning}`)}
        </p>
      ))}
    </div>
  )
}
