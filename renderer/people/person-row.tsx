import { Button } from 'react-aria-components/Button'
import { useTranslation } from 'react-i18next'
import { PhoneNumber } from '../ui/phone-number.tsx'
import { whenText } from '../words/times.ts'
import { PersonName } from './person-name.tsx'
import type { SeenPerson } from './seen-lately.ts'

interface PersonRowProps {
  readonly seen: SeenPerson
  readonly now: number
  readonly isShown: boolean
  readonly onOpen: () => void
}

export function PersonRow({ seen: { person, lastCallAt }, now, isShown, onOpen }: PersonRowProps) {
  const { t, i18n } = useTranslation()
  const [first, ...others] = person.name ? person.numbers : person.numbers.slice(1)
  return (
    <Button
      data-call={person.id}
      aria-current={isShown}
      onPress={onOpen}
      className="block w-full border-s-2 border-transparent px-4 py-2.5 text-start -outline-offset-2 hover:bg-surface aria-[current=true]:border-accent aria-[current=true]:bg-surface"
    >
      <span className="flex items-baseline justify-between gap-2">
        <span className="truncate font-semibold">
          <PersonName person={person} />
        </span>
        <time className="flex-none text-small text-faint tabular-nums">
          {lastCallAt === null ? t('person.never') : whenText(lastCallAt, now, i18n.language)}
        </time>
      </span>
      <span className="mt-0.5 block truncate text-note text-muted">
        {first ? <PhoneNumber number={first} /> : null}
        {others.length > 0 ? ` +${others.length}` : null}
        {person.numbers.length === 0 ? t('person.noNumber') : null}
        {person.remarks.length > 0 ? <bdi>{`${first ? ' · ' : ''}${person.remarks.join(' · ')}`}</bdi> : null}
      </span>
    </Button>
  )
}
