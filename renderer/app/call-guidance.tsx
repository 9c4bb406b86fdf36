import { type Call, isPractice } from '../../shared/call/call.ts'
import type { Playbook } from '../../shared/playbook/playbook.ts'
import type { practiceCallerSays } from '../../shared/practice/practice-caller.ts'
import type { ChecklistView } from '../checklist/checklist.view.ts'
import { KindControl } from '../checklist/kind-control.tsx'
import type { LongestWords } from '../checklist/longest-words.ts'
import { StanceLine } from '../checklist/stance-line.tsx'
import { StepCard } from '../checklist/step-card.tsx'
import { CallerBubble } from '../practice/caller-bubble.tsx'
import { reframeFor } from './reframe-for.ts'

interface CallGuidanceProps {
  readonly call: Call
  readonly playbook: Playbook
  readonly view: ChecklistView
  readonly room: LongestWords
  /** The words of a practice caller, once they are loaded. */
  readonly practiceSays: typeof practiceCallerSays | undefined
  readonly onMore: () => void
}

/** Who is on the other end, and the one thing to say next; all of it keeps its place and height. */
export function CallGuidance({ call, playbook, view, room, practiceSays, onMore }: CallGuidanceProps) {
  return (
    <>
      <div className="flex flex-none flex-col gap-1.5">
        <KindControl name="kind" view={view} />
        <StanceLine view={view} reframe={reframeFor(playbook.before, call.id)} room={room.stances} onMore={onMore} />
      </div>
      {isPractice(call) ? (
        <CallerBubble says={view.stage === 'waiting' ? null : (practiceSays?.(view.step?.id ?? null) ?? null)} />
      ) : null}
      <StepCard view={view} room={room} />
    </>
  )
}
