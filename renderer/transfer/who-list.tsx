import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import { useTranslation } from 'react-i18next'
import type { Suggestion } from '../../shared/transfer/ranking.ts'
import type { Attempt } from '../../shared/transfer/transfer-record.ts'
import { WhoRow } from './who-row.tsx'

interface WhoListProps {
  readonly people: readonly Suggestion[]
  readonly attempts: readonly Attempt[]
  readonly chosen: string | null
  /** Absent while nobody can be chosen. */
  readonly onChoose: ((id: string) => void) | undefined
}

/** Who could take the call, each with how they stand and how fresh that is; digits choose. */
export function WhoList({ people, attempts, chosen, onChoose }: WhoListProps) {
  const { t } = useTranslation()
  return (
    <RadioGroup
      aria-label={t('transfer.who')}
      value={chosen}
      onChange={(id) => onChoose?.(id)}
      isReadOnly={onChoose === undefined}
      className="flex flex-col"
    >
      {people.map((suggestion, index) => (
        <Radio
          key={suggestion.person.id}
          value={suggestion.person.id}
          className="group cursor-default rounded-small border-t border-line first:border-t-0 data-focus-visible:outline-2 data-focus-visible:-outline-offset-2 data-focus-visible:outline-accent"
        >
          <WhoRow
            suggestion={suggestion}
            attempt={attempts.findLast(({ to }) => to.id === suggestion.person.id) ?? null}
            digit={onChoose && index < 9 ? String(index + 1) : null}
          />
        </Radio>
      ))}
    </RadioGroup>
  )
}
