import { lazy, type Ref, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type { Call, Party } from '../../shared/call/call.ts'
import type { Playbook } from '../../shared/playbook/playbook.ts'
import { CallSummary } from '../call/call-summary.tsx'
import type { Callbacks } from '../callbacks/callbacks.ts'
import type { ChecklistView } from '../checklist/checklist.view.ts'
import { DispositionList } from '../checklist/disposition-list.tsx'
import { OutcomeDetails } from '../checklist/outcome-details.tsx'
import { KeyButton } from '../ui/key-button.tsx'

const PromiseFollowUp = lazy(() =>
  import('./promise-follow-up.tsx').then(({ PromiseFollowUp }) => ({ default: PromiseFollowUp })),
)

interface WrapUpProps {
  readonly call: Call
  readonly party: Party
  readonly view: ChecklistView
  readonly playbook: Playbook
  readonly callbacks: Callbacks
  readonly outcomes: Ref<HTMLDivElement>
  readonly moreIsOpen: boolean
  readonly toggleMore: () => void
  /** How a transfer went wrong; null where none did. */
  readonly brokenTransfer: 'failed' | 'dropped' | 'brokenOff' | null
}

/** How the call ended, said by the line and by the agent; more than that lies over the same place when it is wanted. */
export function WrapUp({
  call,
  party,
  view,
  playbook,
  callbacks,
  outcomes,
  moreIsOpen,
  toggleMore,
  brokenTransfer,
}: WrapUpProps) {
  const { t } = useTranslation()
  return (
    <>
      <CallSummary call={call} />
      {brokenTransfer ? (
        <p className="rounded-card bg-warn-soft px-3 py-2 text-note font-medium text-warn">
          {t(`wrapUp.brokenTransfer.${brokenTransfer}`, { number: call.party.number })}
        </p>
      ) : null}
      <div className="relative flex flex-none flex-col gap-1.5">
        <div inert={moreIsOpen} className="flex flex-col gap-1.5">
          <DispositionList name="outcome" dispositions={playbook.dispositions} view={view} listRef={outcomes} />
          <div className="self-end">
            <KeyButton look="inline" cap="M" label={t('wrapUp.more')} onPress={toggleMore} />
          </div>
        </div>
        {moreIsOpen ? (
          <OutcomeDetails
            view={view}
            options={playbook.options}
            followUps={
              <Suspense fallback={null}>
                <PromiseFollowUp {...{ call, callbacks }} person={party} />
              </Suspense>
            }
            onClose={toggleMore}
          />
        ) : null}
      </div>
      {view.saveFailed ? (
        <p role="alert" className="rounded-card bg-danger-soft px-3 py-2 text-note font-medium text-danger">
          {t('wrapUp.failed')}
        </p>
      ) : null}
    </>
  )
}
