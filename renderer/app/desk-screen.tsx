import { useSelector } from '@xstate/react'
import { useRef, useState } from 'react'
import { type CallState, isPractice } from '../../shared/call/call.ts'
import { noPowers } from '../../shared/dialers/dialer-health.ts'
import { practiceCallerSays } from '../../shared/practice/practice-caller.ts'
import { CallActions } from '../call/call-actions.tsx'
import { callVerbs } from '../call/call-verbs.ts'
import { CallerBlock } from '../call/caller-block.tsx'
import { OtherCalls } from '../call/other-calls.tsx'
import { checklistView } from '../checklist/checklist.view.ts'
import { StepCard } from '../checklist/step-card.tsx'
import { StepRail } from '../checklist/step-rail.tsx'
import { NoteEditor } from '../notes/note-editor.tsx'
import { CallerBubble } from '../practice/caller-bubble.tsx'
import { useReadable } from '../ui/use-readable.ts'
import type { Asking } from './asking.ts'
import { CallBadges } from './call-badges.tsx'
import { deskKeys } from './desk-keys.ts'
import { EndQuestion } from './end-question.tsx'
import type { DeskCall, Steadyline } from './steadyline.ts'
import { useKeys } from './use-keys.ts'
import { WrapUp } from './wrap-up.tsx'
import { WrapUpBar } from './wrap-up-bar.tsx'

interface DeskScreenProps {
  readonly deskCall: DeskCall
  readonly steadyline: Steadyline
  readonly asking: Asking
  readonly keysAreOn: boolean
  readonly focusMain: () => void
}

/** One call from its first ring to its saved note; the note keeps its place and its caret all the way. */
export function DeskScreen({ deskCall, steadyline, asking, keysAreOn, focusMain }: DeskScreenProps) {
  const { call, consult, playbook, checklist, note } = deskCall
  const { dialers } = useReadable(steadyline.mirror)
  const { calls } = useReadable(steadyline.desk)
  const snapshot = useSelector(checklist, (current) => current)
  const [askedWhile, setAskedWhile] = useState<CallState | null>(null)
  const noteArea = useRef<HTMLTextAreaElement>(null)
  const rail = useRef<HTMLDivElement>(null)
  const outcomes = useRef<HTMLDivElement>(null)

  const view = checklistView(snapshot, checklist.send, playbook)
  const powers = dialers.find(({ dialer }) => dialer === call.dialer)?.powers ?? noPowers
  const others = calls.filter((other) => other.call.id !== call.id).map((other) => other.call)
  const isAsking = askedWhile === call.state
  const request = { callId: call.id }
  const focusNote = () => noteArea.current?.focus()
  const stopAsking = () => {
    setAskedWhile(null)
    focusMain()
  }
  const hangUp = () => {
    stopAsking()
    void asking.ask('call.hangUp', request)
  }
  const verbs = callVerbs(call, powers, {
    answer: () => void asking.ask('call.answer', request),
    hold: () => void asking.ask('call.hold', request),
    resume: () => void asking.ask('call.resume', request),
    askToEnd: () => setAskedWhile(call.state),
  })
  const jumpTo = view.jumpTo
    ? (step: string) => {
        view.jumpTo?.(step)
        focusMain()
      }
    : undefined
  const next = others[0]
  const isOver = call.state === 'ended'

  useKeys(
    isAsking
      ? { Enter: hangUp, Escape: stopAsking }
      : deskKeys(view, verbs, {
          note: focusNote,
          rail: () => rail.current?.querySelector<HTMLElement>('[aria-current], button')?.focus(),
          otherCall: next ? () => steadyline.show(next.id) : undefined,
        }),
    keysAreOn,
  )

  return (
    <>
      {others.length > 0 ? <OtherCalls calls={others} onSwitch={steadyline.show} /> : null}
      <CallerBlock call={call} badges={<CallBadges call={call} consult={consult} />} />
      <div className="flex min-h-0 flex-1 flex-col gap-3 overflow-y-auto p-3.5">
        {isOver ? (
          <WrapUp call={call} view={view} outcomes={outcomes} />
        ) : (
          <>
            {isPractice(call) ? (
              <CallerBubble says={view.stage === 'waiting' ? null : practiceCallerSays(view.step?.id ?? null)} />
            ) : null}
            <StepCard view={view} />
            <div ref={rail}>
              <StepRail rail={view.rail} jumpTo={jumpTo} />
            </div>
          </>
        )}
        <NoteEditor
          key="note"
          draft={note}
          areaRef={noteArea}
          onLeave={focusMain}
          onFinish={view.save ?? (() => outcomes.current?.querySelector('input')?.focus())}
        />
      </div>
      <div className="relative">
        <div inert={isAsking}>
          {isOver ? <WrapUpBar view={view} onNote={focusNote} /> : <CallActions verbs={verbs} onNote={focusNote} />}
        </div>
        {isAsking ? <EndQuestion call={call} canHangUp={powers.hangUp} onEnd={hangUp} onStay={stopAsking} /> : null}
      </div>
    </>
  )
}
