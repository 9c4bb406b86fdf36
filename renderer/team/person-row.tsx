import { useTranslation } from 'react-i18next'
import type { Colleague } from '../../shared/transfer/colleague.ts'
import { PhoneNumber } from '../ui/phone-number.tsx'
import { TextButton } from '../ui/text-button.tsx'

interface PersonRowProps {
  readonly person: Colleague
  readonly onEdit: () => void
  readonly onRemove: () => void
}

export function PersonRow({ person, onEdit, onRemove }: PersonRowProps) {
  const { t } = useTranslation()
  const { name, role, topics, number } = person
  return (
    <article aria-label={name} className="flex items-start justify-between gap-3 px-3.5 py-2.5">
      <div className="min-w-0">
        <h2 className="text-body leading-snug">
          <bdi>{name}</bdi>
        </h2>
        <p className="text-small text-muted">
          <bdi>{[t(`team.roles.${role}`), ...topics].join(' · ')}</bdi>
        </p>
        <p className="text-note">{number ? <PhoneNumber number={number} /> : t('people.noNumber')}</p>
      </div>
      <div className="flex flex-none gap-3 pt-0.5 text-note">
        <TextButton label={t('people.change')} onPress={onEdit} />
        <TextButton label={t('people.remove')} onPress={onRemove} />
      </div>
    </article>
  )
}
