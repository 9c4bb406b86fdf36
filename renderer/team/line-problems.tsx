import { useTranslation } from 'react-i18next'
import type { LineProblem } from './people-table.ts'

interface LineProblemsProps {
  readonly problems: readonly LineProblem[]
}

const shown = 20

/** Lines that give nobody; the others are not held up by them. */
export function LineProblems({ problems }: LineProblemsProps) {
  const { t } = useTranslation()
  return (
    <section className="rounded-card bg-warn-soft px-3 py-2 text-note">
      <h2 className="text-note font-semibold">{t('people.leftOut', { count: problems.length })}</h2>
      <ul>
        {problems.slice(0, shown).map(({ line, trouble, found }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line may have the same trouble twice
          <li key={index}>
            <bdi>{t('people.line', { line, what: t(`people.trouble.${trouble}`, { found: found.slice(0, 60) }) })}</bdi>
          </li>
        ))}
      </ul>
      {problems.length > shown ? <p>{t('people.andMore', { count: problems.length - shown })}</p> : null}
    </section>
  )
}
