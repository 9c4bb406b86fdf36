import { useTranslation } from 'react-i18next'
import type { PlaybookProblem } from '../../shared/playbook/playbook-problem.ts'
import { ScrollArea } from '../ui/scroll-area.tsx'
import type { LiveCheckState } from './live-check.ts'
import { ProblemList } from './problem-list.tsx'

interface ProblemPanelProps {
  readonly check: LiveCheckState
  readonly goTo: (problem: PlaybookProblem) => void
}

/** Keeps its height while problems come and go, so that the text above stays where it is read. */
export function ProblemPanel({ check, goTo }: ProblemPanelProps) {
  const { t } = useTranslation()
  const { errors, warnings, isSilent } = check
  const count = errors.length + warnings.length
  return (
    <section aria-label={t('editor.problems')} className="flex h-28 flex-none flex-col rounded-card bg-sunken px-2.5 py-1.5">
      <p role="status" className="text-small font-medium text-muted">
        {isSilent ? t('editor.notChecked') : count === 0 ? t('editor.noProblems') : countWords(errors, warnings)}
      </p>
      {count > 0 ? (
        <ScrollArea className="flex-1">
          <ProblemList label={t('editor.problems')} errors={errors} warnings={warnings} goTo={goTo} />
        </ScrollArea>
      ) : null}
    </section>
  )

  function countWords({ length: wrong }: readonly PlaybookProblem[], { length: odd }: readonly PlaybookProblem[]): string {
    return [
      ...(wrong > 0 ? [t('editor.errors', { count: wrong })] : []),
      ...(odd > 0 ? [t('playbooks.warnings', { count: odd })] : []),
    ].join(' · ')
  }
}
