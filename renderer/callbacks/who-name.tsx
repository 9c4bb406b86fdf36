import { useTranslation } from 'react-i18next'
import type { Callback } from '../../shared/callbacks/callback.ts'
import { PhoneNumber } from '../ui/phone-number.tsx'

interface WhoNameProps {
  readonly callback: Pick<Callback, 'person'>
}

/** Who is to be called: by name, or by the number as it is read. */
export function WhoName({ callback: { person } }: WhoNameProps) {
  const { t } = useTranslation()
  if (person.name) return <bdi>{person.name}</bdi>
  return person.number ? <PhoneNumber number={person.number} /> : t('call.withheld')
}
