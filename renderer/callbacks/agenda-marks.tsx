import { ToggleButton } from 'react-aria-components/ToggleButton'
import { Toolbar } from 'react-aria-components/Toolbar'
import { useTranslation } from 'react-i18next'
import { filterFrom, filterMarks, type MarkWords, toggled } from './agenda-filter.ts'

interface AgendaMarksProps {
  readonly query: string
  readonly onQuery: (query: string) => void
}

/** The words the search box understands, each at a press; what is pressed stands in the box. */
export function AgendaMarks({ query, onQuery }: AgendaMarksProps) {
  const { t } = useTranslation()
  const words: MarkWords = t('agenda.mark', { returnObjects: true })
  const { marks } = filterFrom(query, words)
  return (
    <Toolbar aria-label={t('agenda.filters')} className="flex flex-wrap gap-1">
      {filterMarks.map((mark) => (
        <ToggleButton
          key={mark}
          isSelected={marks.has(mark)}
          onChange={() => onQuery(toggled(query, mark, words))}
          className="rounded-full border border-line-strong px-2 py-0.5 text-small text-muted data-selected:border-accent data-selected:bg-accent-soft data-selected:font-semibold data-selected:text-accent"
        >
          {words[mark]}
        </ToggleButton>
      ))}
    </Toolbar>
  )
}
