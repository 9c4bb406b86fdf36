import { useTranslation } from 'react-i18next'
import type { Grant } from '../../shared/checklist/outcome.ts'
import type { ResolutionOption } from '../../shared/playbook/playbook.ts'
import { GrantRow } from './grant-row.tsx'

interface GrantListProps {
  readonly options: readonly ResolutionOption[]
  readonly granted: readonly Grant[]
  readonly onChange: (granted: readonly Grant[]) => void
}

export function GrantList({ options, granted, onChange }: GrantListProps) {
  const { t } = useTranslation()
  return (
    <fieldset className="flex flex-col">
      <legend className="text-small font-medium text-muted">{t('wrapUp.granted')}</legend>
      {options.map((option) => {
        const others = granted.filter((grant) => grant.option !== option.id)
        return (
          <GrantRow
            key={option.id}
            option={option}
            grant={granted.find((grant) => grant.option === option.id) ?? null}
            onChange={(grant) => onChange(grant === null ? others : [...others, grant])}
          />
        )
      })}
    </fieldset>
  )
}
