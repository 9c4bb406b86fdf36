import { ToggleButton } from 'react-aria-components/ToggleButton'
import { useTranslation } from 'react-i18next'
import type { TriggerView } from './checklist.view.ts'

interface TriggerTogglesProps {
  readonly triggers: readonly TriggerView[]
}

export function TriggerToggles({ triggers }: TriggerTogglesProps) {
  const { t } = useTranslation()
  return (
    <fieldset className="flex flex-wrap gap-1.5">
      <legend className="pb-1 text-small font-medium text-muted">{t('kind.triggers')}</legend>
      {triggers.map(({ id, name, seen, toggle }) => (
        <ToggleButton
          key={id}
          isSelected={seen}
          isDisabled={toggle === undefined}
          onChange={() => toggle?.()}
          className="rounded-full border border-edge px-2.5 py-0.5 text-small text-muted data-selected:border-accent data-selected:bg-accent-soft data-selected:font-semibold data-selected:text-accent"
        >
          {seen ? <span aria-hidden="true">✓ </span> : null}
          {name}
        </ToggleButton>
      ))}
    </fieldset>
  )
}
