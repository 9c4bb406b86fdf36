import { Button } from 'react-aria-components/Button'
import { useTranslation } from 'react-i18next'
import { PhoneNumber } from '../ui/phone-number.tsx'

interface NumbersProps {
  readonly numbers: readonly string[]
  readonly onCall: (number: string) => void
  /** Undefined where it is the only one. */
  readonly onSplit: ((number: string) => void) | undefined
}

const verb = 'rounded-small text-small font-semibold underline underline-offset-2'

export function Numbers({ numbers, onCall, onSplit }: NumbersProps) {
  const { t } = useTranslation()
  if (numbers.length === 0) return <p className="text-note text-muted">{t('person.noNumber')}</p>
  return (
    <ul aria-label={t('person.numbers')} className="flex flex-col gap-0.5 text-note">
      {numbers.map((number) => (
        <li key={number} className="flex flex-wrap items-baseline gap-x-3">
          <span className="text-muted">
            <PhoneNumber number={number} />
          </span>
          <Button aria-label={t('person.call', { number })} onPress={() => onCall(number)} className={verb}>
            {t('person.callShort')}
          </Button>
          {onSplit ? (
            <Button aria-label={t('person.split', { number })} onPress={() => onSplit(number)} className={verb}>
              {t('person.splitShort')}
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
