import { Button } from 'react-aria-components/Button'
import { useTranslation } from 'react-i18next'
import type { PlaybookProblem } from '../../shared/playbook/playbook-problem.ts'
import { problemText } from './problem-text.ts'

interface ProblemListProps {
  readonly label: string
  readonly errors: readonly PlaybookProblem[]
  readonly warnings?: readonly PlaybookProblem[]
  /** Shows the place in the text; undefined where there is no text to show. */
  readonly goTo?: (problem: PlaybookProblem) => void
}

const tones = { error: 'text-danger', warning: 'text-warn' } as const

/** What is wrong, with line and column, the errors first. */
export function ProblemList({ label, errors, warnings = [], goTo }: ProblemListProps) {
  const { t, i18n } = useTranslation()
  const problems = [
    ...errors.map((problem) => ({ tone: 'error', problem }) as const),
    ...warnings.map((problem) => ({ tone: 'warning', problem }) as const),
  ]
  return (
    <ul aria-label={label} className="flex flex-col gap-0.5 text-note">
      {problems.map(({ tone, problem }) => {
        const words = (
          <>
            <span className="flex-none font-semibold tabular-nums">
              {t('editor.place', { line: problem.line, column: problem.column })}
            </span>
            <span className={`flex-none font-semibold ${tones[tone]}`}>{t(`editor.${tone}`)}</span>
            <span className="min-w-0">
              <bdi>{problemText(t, i18n.language, problem)}</bdi>
            </span>
          </>
        )
        return (
          <li key={`${problem.line}:${problem.column}:${problem.code}:${problem.path.join('.')}`}>
            {goTo ? (
              <Button
                onPress={() => goTo(problem)}
                className="flex w-full gap-2 rounded-small px-1 py-0.5 text-start hover:bg-sunken"
              >
                {words}
              </Button>
            ) : (
              <div className="flex gap-2 px-1 py-0.5">{words}</div>
            )}
          </li>
        )
      })}
    </ul>
  )
}
