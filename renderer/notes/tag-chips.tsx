import { ToggleButton } from 'react-aria-components/ToggleButton'
import { useTranslation } from 'react-i18next'

interface TagChipsProps {
  readonly chosen: readonly string[]
  readonly suggested: readonly string[]
  readonly onChange: (tags: readonly string[]) => void
}

/** The tags of a call and those that may fit it, each a press away. */
export function TagChips({ chosen, suggested, onChange }: TagChipsProps) {
  const { t } = useTranslation()
  if (chosen.length + suggested.length === 0) return null
  return (
    <fieldset aria-label={t('writing.tags')} className="flex flex-wrap gap-1.5">
      {[...chosen, ...suggested].map((tag) => (
        <ToggleButton
          key={tag}
          isSelected={chosen.includes(tag)}
          onChange={(isChosen) => onChange(isChosen ? [...chosen, tag] : chosen.filter((other) => other !== tag))}
          className="max-w-40 truncate rounded-full border border-edge px-2 py-0.5 text-small text-muted hover:bg-sunken data-selected:border-accent data-selected:bg-accent-soft data-selected:font-semibold data-selected:text-accent"
        >
          <bdi>{t('writing.tag', { tag })}</bdi>
        </ToggleButton>
      ))}
    </fieldset>
  )
}
