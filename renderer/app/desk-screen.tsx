import { useSelector } from '@xstate/react'
import { lazy, Suspense, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { CallState } from '../../shared/call/call.ts'
import type { CallbackId } from '../../shared/callbacks/callback.ts'
import { noPowers } from '../../shared/dialers/dialer-health.ts'
import { transferEnding } from '../../shared/transfer/transfer-record.ts'
import { CallActions } from '../call/call-actions.tsx'
import { callVerbs } from '../call/call-verbs.ts'
import { CallerBlock } from '../call/caller-block.tsx'
import { NudgeLine } from '../call/nudge-line.tsx'
import { checklistView } from '../checklist/checklist.view.ts'
import { longestWords } from '../checklist/longest-words.ts'
import { reportRung } from '../checklist/report-rung.ts'
import { RouteKeys } from '../checklist/route-keys.tsx'
import { StepRail } from '../checklist/step-rail.tsx'
import { NoteEditor } from '../notes/note-editor.tsx'
import { lateParts, useLateParts } from '../ui/late-parts.ts'
import { useReadable } from '../ui/use-readable.ts'
import type { Asking } from './asking.ts'
import { CallBadges } from './call-badges.tsx'
import { CallGuidance } from './call-guidance.tsx'
import { CallPromise } from './call-promise.tsx'
import { CallbackBar } from './callback-bar.tsx'
import { callsBeside } from './calls-beside.ts'
import { lineFacts } from './line-facts.ts'
import type { JustPromised } from './promised-news.tsx'
import type { DeskCall, Steadyline } from './steadyline.ts'
import { useDeskKeys } from './use-desk-keys.ts'
import { useDeskPanel } from './use-desk-panel.ts'
import { useLastMove } from './use-last-move.ts'

/** What a call needs after its first moments, its panels and its wrap-up: loaded while it rings. */
const callParts = lateParts(() => import('./call-parts.ts'))
const DeskNoteTools = lazy(() => import('./desk-note-tools.tsx').then(({ DeskNoteTools }) => ({ default: DeskNoteTools })))
const PromisedNews = lazy(() => import('./promised-news.tsx').then(({ PromisedNews }) => ({ default: PromisedNews })))
const TransferScreen = lazy(() => import('./transfer-screen.tsx').then(({ TransferScreen }) => ({ default: TransferScreen })))

interface DeskScreenProps {
  readonly deskCall: DeskCall
  readonly steadyline: Steadyline
  readonly asking: Asking
  readonly keysAreOn: boolean
  readonly focusMain: () => void
  readonly openCallback: (id: CallbackId) => void
}

/** One call from its first ring to its saved note; the note keeps its place and its caret all the way. */
export function DeskScreen({ deskCall, steadyline, asking, keysAreOn, focusMain, openCallback }: DeskScreenProps) {
  'use memo'
  const { call, party, consult, standing, playbook, checklist, note } = deskCall
  const { dialers, settings } = useReadable(steadyline.mirror)
  const snapshot = useSelector(checklist, (current) => current)
  const [askedWhile, setAskedWhile] = useState<CallState | null>(null)
  const [promised, setPromised] = useState<JustPromised | null>(null)
  const [moreIsOpen, setMoreIsOpen] = useState(false)
  const noteArea = useRef<HTMLTextAreaElement>(null)
  const rail = useRef<HTMLDivElement>(null)
  const outcomes = useRef<HTMLDivElement>(null)

  const lastMove = useLastMove(deskCall, steadyline.now)
  const parts = useLateParts(callParts, call.state)
  const { agentName } = settings
  const facts = useMemo(() => lineFacts({ party }, { agentName }), [party, agentName])
  const room = useMemo(() => longestWords(playbook, facts), [playbook, facts])
  const view = checklistView({ snapshot, send: checklist.send, playbook, facts, wallNow: Date.now })
  const panel = useDeskPanel(view)
  const isTransferring = view.route === 'transferring'
  const powers = dialers.find(({ dialer }) => dialer === call.dialer)?.powers ?? noPowers
  const isAsking = askedWhile === call.state
  const request = { callId: call.id }
  const closePanel = () => {
    panel.close()
    focusMain()
  }
  const focusNote = () => {
    if (panel.name !== null) flushSync(panel.close)
    noteArea.current?.focus()
  }
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
  const otherCall = () => {
    const next = callsBeside(steadyline.desk.get(), call.id)[0]
    if (next) steadyline.show(next.call.id)
  }
  const isOver = call.state === 'ended'
  const isCovered = !isOver && panel.name !== null
  const coversStep = isCovered && panel.name === 'promisingCallback'
  const isOnCall = call.state === 'live' || call.state === 'held'
  const said = panel.rung?.climb
    ? () => {
        panel.rung?.climb?.()
        if (panel.rung?.action === 'end') verbs.wrapUp?.run()
      }
    : undefined
  const toggleMore = () => {
    if (moreIsOpen) focusMain()
    setMoreIsOpen(!moreIsOpen)
  }
  const report = moreIsOpen ? reportRung(view.ladder)?.climb : undefined
  const boundary = isOnCall && view.ladder.length > 0 ? () => panel.toggle('ladder') : report
  const transfer = view.transfer ?? (view.route === 'handling' ? undefined : view.back)
  const promise = view.promise ?? (view.route === 'handling' ? undefined : view.back)

  useDeskKeys(
    isAsking ? { Enter: hangUp, Escape: stopAsking } : isTransferring ? {} : null,
    keysAreOn,
    view,
    playbook.dispositions.map(({ id }) => id),
    verbs,
    {
      note: focusNote,
      rail: () => rail.current?.querySelector<HTMLElement>('[aria-current], button')?.focus(),
      otherCall,
      kind: isOver ? undefined : () => panel.toggle('kind'),
      boundary,
      transfer,
      promise,
      more: isOver ? toggleMore : undefined,
      close: isOver ? (moreIsOpen ? toggleMore : undefined) : panel.name === null ? undefined : closePanel,
      said: panel.name === 'ladder' ? said : undefined,
    },
  )

  const ending = isOver ? transferEnding(snapshot.context.transfer, call.endCause) : null
  const question =
    isAsking && parts ? <parts.EndQuestion call={call} canHangUp={powers.hangUp} onEnd={hangUp} onStay={stopAsking} /> : null
  const deskPanel =
    isCovered && parts ? (
      <parts.DeskPanel
        {...{ panel, view, playbook, facts, deskCall, steadyline, area: noteArea }}
        onSaid={() => said?.()}
        onPromised={(promised) => {
          setPromised(promised)
          closePanel()
        }}
        onClose={closePanel}
      />
    ) : null
  const alarms = <CallbackBar steadyline={steadyline} place="below" isAside={isCovered} open={openCallback} />
  if (isTransferring)
    return (
      <Suspense fallback={<div className="flex-1" />}>
        <TransferScreen
          keysAreOn={keysAreOn && !isAsking}
          {...{ deskCall, snapshot, facts, powers, verbs, lastMove, steadyline, asking, focusMain, question, alarms }}
        />
      </Suspense>
    )
  return (
    <>
      <CallerBlock call={call} party={party} badges={<CallBadges call={call} consult={consult} standing={standing} />} />
      <div className="relative flex min-h-0 flex-1 flex-col short:flex-none">
        <div
          inert={coversStep}
          className="flex min-h-0 flex-1 flex-col gap-3 overflow-y-auto p-3.5 short:flex-none short:overflow-visible"
        >
          <CallPromise {...{ deskCall, steadyline, keysAreOn }} />
          {isOver ? null : (
            <CallGuidance
              {...{ call, playbook, view, room }}
              practiceSays={parts?.practiceCallerSays}
              onMore={() => panel.toggle('kind')}
            />
          )}
          {isOver && parts ? (
            <parts.WrapUp
              {...{ call, party }}
              view={view}
              playbook={playbook}
              callbacks={steadyline.callbacks}
              outcomes={outcomes}
              moreIsOpen={moreIsOpen}
              toggleMore={toggleMore}
              brokenTransfer={ending === 'handedOver' || ending === 'returned' ? null : ending}
            />
          ) : null}
          <div className="relative flex flex-auto flex-col">
            <div inert={isCovered} className="flex flex-auto flex-col gap-3">
              {isOver ? null : (
                <div ref={rail}>
                  <StepRail rail={view.rail} jumpTo={jumpTo} />
                </div>
              )}
              <NoteEditor
                key="note"
                draft={note}
                areaRef={noteArea}
                onLeave={focusMain}
                onFinish={view.save ?? (() => outcomes.current?.querySelector('input')?.focus())}
                tools={<DeskNoteTools area={noteArea} {...{ deskCall, facts, view, steadyline }} />}
                toolsAtOnce={isOver}
              />
            </div>
            {coversStep ? null : deskPanel}
          </div>
        </div>
        {coversStep ? (
          <div className="absolute inset-0 bg-bg p-3.5">
            <div className="relative h-full">{deskPanel}</div>
          </div>
        ) : null}
      </div>
      <div className="relative">
        {alarms}
        <div className={isOver ? '' : 'absolute inset-x-0 bottom-full short:static'}>
          {parts ? <parts.OthersOnDesk desk={steadyline.desk} shown={call.id} onSwitch={steadyline.show} /> : null}
        </div>
        {parts ? <parts.ConductSaid view={view} /> : null}
        {promised && !isCovered ? (
          <Suspense fallback={null}>
            <PromisedNews promised={promised} dismiss={() => setPromised(null)} />
          </Suspense>
        ) : null}
        {isOver ? null : <NudgeLine call={call} lastMove={lastMove} />}
      </div>
      <div className="relative">
        <div inert={isAsking}>
          {isOver ? null : (
            <CallActions verbs={verbs} onNote={focusNote}>
              <RouteKeys view={view} onBoundary={boundary} onTransfer={transfer} onPromise={promise} />
            </CallActions>
          )}
          {isOver && parts ? <parts.WrapUpBar view={view} onNote={focusNote} /> : null}
        </div>
        {question}
      </div>
    </>
  )
}
