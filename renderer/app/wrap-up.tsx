import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import type { Call } from '../../shared/call/call.ts'
import { CallSummary } from '../call/call-summary.tsx'
import type { ChecklistView } from '../checklist/checklist.view.ts'
import { DispositionList } from '../checklist/disposition-list.tsx'

interface WrapUpProps {
  readonly call: Call
  readonly view: ChecklistView
  readonly outcomes: Ref<HTMLDivElement>
}

/** How the call ended, said by the line and by the agent. */
export function WrapUp({ call, view, outcomes }: WrapUpProps) {
  const { t } = useTranslation()
  return (
    <>
      <CallSummary call={call} />
      <DispositionList view={view} listRef={outcomes} />
      {view.saveFailed ? (
        <p role="alert" className="rounded-card bg-danger-soft px-3 py-2 text-note font-medium text-danger">
          {t('wrapUp.failed')}
        </p>
      ) : null}
    </>
  )
}
