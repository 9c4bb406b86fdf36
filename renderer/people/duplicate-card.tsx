import { useTranslation } from 'react-i18next'
import type { Duplicate } from '../../shared/people/duplicates.ts'
import { PhoneNumber } from '../ui/phone-number.tsx'
import { WideButton } from '../ui/wide-button.tsx'
import { PersonName } from './person-name.tsx'

interface DuplicateCardProps {
  readonly duplicate: Duplicate
  readonly onMerge: () => void
  readonly onApart: () => void
}

/** Two who may be one: the agent says which. */
export function DuplicateCard({ duplicate: { one, other, because }, onMerge, onApart }: DuplicateCardProps) {
  const { t } = useTranslation()
  return (
    <li className="flex flex-col gap-2 rounded-card border border-line bg-surface px-3.5 py-2.5">
      <ul className="flex flex-col gap-0.5 text-note">
        {[one, other].map((person) => (
          <li key={person.id} className="flex flex-wrap items-baseline gap-x-2">
            <span className="font-semibold">
              <PersonName person={person} />
            </span>
            {person.name && person.numbers[0] ? (
              <span className="text-muted">
                <PhoneNumber number={person.numbers[0]} />
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      <p className="text-small text-muted">
        {because === 'name' ? t('person.sameName', { name: one.name }) : t('person.sameNumber')}
      </p>
      <div className="grid grid-cols-2 gap-2">
        <WideButton label={t('person.isOne')} look="main" onPress={onMerge} />
        <WideButton label={t('person.areTwo')} onPress={onApart} />
      </div>
    </li>
  )
}
