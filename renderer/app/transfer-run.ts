import type { Actor } from 'xstate'
import type { Playbook } from '../../shared/playbook/playbook.ts'
import type { Result } from '../../shared/result.ts'
import type { Brief, BriefId } from '../../shared/transfer/brief.ts'
import type { BriefRecord, FollowUp } from '../../shared/transfer/brief-record.ts'
import type { BriefFailure } from '../../shared/transfer/team.ts'
import { type Attempt, currentAttempt, hasFailed, isPending, type TransferRecord } from '../../shared/transfer/transfer-record.ts'
import type { checklistMachine } from '../checklist/checklist.machine.ts'
import type { TransferOrder } from '../checklist/transfer-events.ts'
import type { NoteDraft } from '../notes/note-draft.ts'

/** What a transfer needs done outside the window. */
export interface TransferErrands {
  /** Who sends, in the words of the hub. */
  self(): Brief['from']
  answerWithinMs(): number
  send(brief: Brief): Promise<Result<BriefRecord, BriefFailure | { readonly kind: 'companion.silent' }>>
  withdraw(id: BriefId): void
  followUp(id: BriefId, followUp: FollowUp): void
}

export interface TransferRun {
  /** What was under way goes on, and a brief that may not have left is sent again; the companion must have been heard. */
  resume(): void
  /** Main's word on a brief that was sent: what it does not know, because it or the line was down, is said again. */
  heard(record: BriefRecord): void
  stop(): void
}

/** What `soon` asks for. */
const soonMs = 2 * 60_000

/** Milliseconds of quiet in the note before the colleague is told. */
const followUpPause = 1000

/**
 * Does what the machine of one call orders for its transfer, watches its clock, and tells the colleague how the call goes on.
 *
 * Nothing is done before the first `resume`. A brief leaves once `kept` says that the machine is on the disk: a crash in
 * between would send it again under another id, and the colleague would have two.
 */
export function runTransfer(
  checklist: Actor<typeof checklistMachine>,
  note: NoteDraft,
  playbook: Playbook,
  errands: TransferErrands,
  kept: () => Promise<unknown>,
): TransferRun {
  let isRunning = false
  let deadline: ReturnType<typeof setTimeout> | undefined
  let watched = ''
  let pause: ReturnType<typeof setTimeout> | undefined
  let lastTold = ''
  let version = 0

  const transfer = () => checklist.getSnapshot().context.transfer

  async function send({ briefId, to, brief }: Omit<Extract<TransferOrder, { type: 'brief.send' }>, 'type'>): Promise<void> {
    await kept()
    if (currentAttempt(transfer())?.briefId !== briefId) return
    const sent = await errands.send({ ...brief, id: briefId, from: errands.self(), to: { id: to.id, name: to.name } })
    if (!sent.ok) checklist.send({ type: 'brief.notSent', briefId, reason: sent.failure.kind, at: Date.now() })
  }

  /** One clock for the one who is asked, set anew when they ask for two minutes. */
  function watch(): void {
    if (!isRunning) return
    const waiting = waitedFor(transfer())
    const due = waiting === null ? 0 : dueAt(waiting, errands.answerWithinMs())
    const key = waiting === null ? '' : `${waiting.briefId} ${due}`
    if (key === watched) return
    watched = key
    clearTimeout(deadline)
    if (waiting === null) return
    deadline = setTimeout(
      () => checklist.send({ type: 'transfer.timeUp', briefId: waiting.briefId, at: Date.now() }),
      Math.max(0, due - Date.now()),
    )
  }

  function followUp(): void {
    const id = acceptedBrief(transfer())
    if (id === null) return
    const { outcome } = checklist.getSnapshot().context
    const isSaved = checklist.getSnapshot().matches('wrappedUp')
    const label = playbook.dispositions.find((disposition) => disposition.id === outcome.disposition)?.label ?? null
    const told = { note: note.state.get().text, outcome: isSaved ? label : null }
    const key = JSON.stringify([id, told])
    if (key === lastTold || (told.note === '' && told.outcome === null)) return
    lastTold = key
    version = Math.max(version + 1, Date.now())
    errands.followUp(id, { ...told, version })
  }

  function followUpSoon(): void {
    if (acceptedBrief(transfer()) === null) return
    clearTimeout(pause)
    pause = setTimeout(followUp, followUpPause)
  }

  function heard({ brief, stage, followUp: known }: BriefRecord): void {
    const attempt = transfer().attempts.find(({ briefId }) => briefId === brief.id)
    if (attempt === undefined) return
    const isOut = stage !== 'withdrawn' && stage !== 'declined'
    if (isOut && hasFailed(attempt.result)) errands.withdraw(brief.id)
    if (brief.id !== acceptedBrief(transfer()) || (known?.version ?? 0) >= version) return
    lastTold = ''
    followUpSoon()
  }

  checklist.on('brief.send', send)
  checklist.on('brief.withdraw', ({ briefId }) => errands.withdraw(briefId))
  checklist.subscribe(watch)
  checklist.subscribe(followUpSoon)
  const off = note.state.subscribe(followUpSoon)
  return {
    resume() {
      isRunning = true
      watch()
      const waiting = waitedFor(transfer())
      const { brief } = transfer()
      if (waiting?.result === 'asked' && brief) void send({ briefId: waiting.briefId, to: waiting.to, brief })
    },
    heard,
    stop() {
      off()
      clearTimeout(deadline)
      clearTimeout(pause)
      followUp()
    },
  }
}

/** The brief whose reader took the call, by the hub; null when there is none. */
export function acceptedBrief(record: TransferRecord): BriefId | null {
  const attempt = currentAttempt(record)
  return attempt?.by === 'hub' && attempt.result === 'accepted' ? attempt.briefId : null
}

function waitedFor(record: TransferRecord): Attempt | null {
  const attempt = currentAttempt(record)
  return attempt && attempt.by === 'hub' && isPending(attempt.result) ? attempt : null
}

function dueAt({ at, result, resultAt }: Attempt, answerWithinMs: number): number {
  return result === 'soon' ? resultAt + soonMs + answerWithinMs : at + answerWithinMs
}
