import { useTranslation } from 'react-i18next'
import type { Person } from '../../shared/people/person.ts'
import { PhoneNumber } from '../ui/phone-number.tsx'

interface PersonNameProps {
  readonly person: Pick<Person, 'name' | 'numbers'>
}

export function PersonName({ person: { name, numbers } }: PersonNameProps) {
  const { t } = useTranslation()
  if (name) return <bdi>{name}</bdi>
  return numbers[0] ? <PhoneNumber number={numbers[0]} /> : t('person.unnamed')
}
