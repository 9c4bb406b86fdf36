import { useTranslation } from 'react-i18next'
import type { Party } from '../../shared/call/call.ts'
import { PhoneNumber } from './phone-number.tsx'

interface PartyNameProps {
  readonly party: Party
}

/** Far-end text, kept from turning its neighbours around. */
export function PartyName({ party }: PartyNameProps) {
  const { t } = useTranslation()
  if (party.name) return <bdi>{party.name}</bdi>
  return party.number ? <PhoneNumber number={party.number} /> : t('call.withheld')
}
