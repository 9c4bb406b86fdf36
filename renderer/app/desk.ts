import { createActor } from 'xstate'
import { type Call, type CallId, type CallState, isOver, wasAnswered } from '../../shared/call/call.ts'
import type { CallEvent } from '../../shared/call/call-event.ts'
import type { CallEventType } from '../../shared/call/call-report.ts'
import type { Callback } from '../../shared/callbacks/callback.ts'
import type { CallbackKind } from '../../shared/callbacks/callback-kind.ts'
import type { Handling, Note } from '../../shared/notes/note.ts'
import type { Playbook } from '../../shared/playbook/playbook.ts'
import { type Readable, writable } from '../../shared/readable.ts'
import type { BriefId } from '../../shared/transfer/brief.ts'
import type { BriefRecord } from '../../shared/transfer/brief-record.ts'
import { wasBegun } from '../../shared/transfer/transfer-record.ts'
import type { CallStore } from '../call/call-store.ts'
import { checklistMachine } from '../checklist/checklist.machine.ts'
import type { ChecklistContext, ChecklistInput } from '../checklist/checklist-setup.ts'
import type { ChecklistStore } from '../checklist/checklist-store.ts'
import { storedSnapshot } from '../checklist/stored-snapshot.ts'
import { createNoteDraft } from '../notes/note-draft.ts'
import type { NoteStore } from '../notes/note-store.ts'
import type { Standings } from '../people/standings.ts'
import type { PlaybookStore } from '../playbook/playbook-store.ts'
import { afterPaint } from '../storage/after-paint.ts'
import type { StoredChecklist } from '../storage/database.ts'
import { knownByPromise } from './known-by-promise.ts'
import type { Desk, DeskCall } from './steadyline.ts'
import { acceptedBrief, runTransfer, type TransferErrands, type TransferRun } from './transfer-run.ts'

const eventThatLeadsTo: Readonly<Record<CallState, CallEventType>> = {
  ringing: 'call.ringing',
  dialling: 'call.dialling',
  live: 'call.answered',
  held: 'call.held',
  ended: 'call.ended',
}

export interface DeskParts {
  /** The one a new call is handled with, which may keep a promise of this kind. */
  playbook(kind: CallbackKind | null): Playbook
  /** The open promise a call is about or may be about; null also while they are not loaded. */
  promiseFor(call: Call): { readonly callback: Callback; readonly isKeptByIt: boolean } | null
  readonly playbooks: PlaybookStore
  readonly standings: Standings
  readonly calls: CallStore
  readonly checklists: ChecklistStore
  readonly notes: NoteStore
  readonly errands: TransferErrands
  /** Everything about this call is on the disk. */
  recorded(call: CallId): void
}

export interface DeskOfCalls {
  readonly state: Readable<Desk>
  show(call: CallId): void
  /** Puts a call back as the last window left it. */
  resume(call: Call, playbook: Playbook, checklist: StoredChecklist, note: Note | undefined): void
  happened(event: CallEvent): void
  amended(call: Call): void
  /** A brief that one of these calls sent. */
  briefChanged(record: BriefRecord): void
  /** Looks again for promises that calls on the desk are about. */
  findPromises(): void
  /** Whether a call on the desk still has something to tell the colleague of this brief. */
  follows(brief: BriefId): boolean
  /**
   * Brings the desk to these calls: one it does not have is looked up in the store and laid, one they do not have is over.
   */
  caughtUp(calls: readonly Call[]): Promise<void>
}

/** Opens a checklist and a note for every call, feeds them what happens, and stores each change. */
export function createDesk(parts: DeskParts): DeskOfCalls {
  const state = writable<Desk>({ calls: [], shown: null })
  const transfers = new Map<CallId, TransferRun>()

  function find(id: CallId): DeskCall | undefined {
    return state.get().calls.find(({ call }) => call.id === id)
  }

  function playbookFor(call: Call): Playbook {
    const promise = parts.promiseFor(call)
    return parts.playbook(promise?.isKeptByIt ? promise.callback.kind : null)
  }

  function lay(call: Call, playbook: Playbook, stored?: StoredChecklist, storedNote?: Note): DeskCall {
    const input = inputFrom(playbook)
    const checklist = stored
      ? createActor(checklistMachine, {
          input,
          snapshot: storedSnapshot(stored.snapshot),
        })
      : createActor(checklistMachine, { input })
    const note = createNoteDraft(parts.notes, call, storedNote)
    const transfer = runTransfer(checklist, note, playbook, parts.errands, kept)
    transfers.set(call.id, transfer)
    checklist.on('note.save', async () => {
      const handling = handlingFrom(checklist.getSnapshot().context, playbook)
      const id = handling.outcome.disposition ?? ''
      const label = playbook.dispositions.find((disposition) => disposition.id === id)?.label ?? id
      checklist.send({ type: (await note.finish({ id, label }, handling)) ? 'note.saved' : 'note.notSaved' })
    })
    checklist.subscribe(({ status }) => {
      const stage = status === 'active' ? 'open' : 'closed'
      parts.checklists.put({
        callId: call.id,
        playbookVersion: playbook.version,
        stage,
        snapshot: () => checklist.getPersistedSnapshot(),
      })
      if (stage === 'closed') {
        transfer.stop()
        transfers.delete(call.id)
        leave(call.id)
      }
    })
    parts.playbooks.keep(playbook)
    checklist.start()
    if (!stored) transfer.resume()
    const promise = parts.promiseFor(call)?.callback ?? null
    const standing = parts.standings.known(call)
    const laid = knownByPromise({ call, consult: null, standing: standing ?? null, promise, playbook, checklist, note })
    const { calls, shown } = state.get()
    state.set({ calls: [...calls, laid], shown: shown ?? call.id })
    if (standing === undefined) void lookUpStanding(call)
    return laid
  }

  /** Resolves when the checklists are on the disk as the screen shows them. */
  async function kept(): Promise<void> {
    await afterPaint()
    await parts.checklists.settled()
  }

  /** Asked behind the frame that shows who rings, so that the question does not hold it up. */
  async function lookUpStanding(call: Call): Promise<void> {
    await afterPaint()
    if (find(call.id) === undefined) return
    const standing = await parts.standings.of(call)
    if (standing !== null) change(call.id, { standing })
  }

  function leave(id: CallId): void {
    const leaving = find(id)
    if (leaving === undefined) return
    void leaving.note.flush()
    const calls = state.get().calls.filter(({ call }) => call.id !== id)
    const shown = state.get().shown === id ? mostUrgent(calls) : state.get().shown
    state.set({ calls, shown })
    void tellWhenRecorded(id)
  }

  async function tellWhenRecorded(id: CallId): Promise<void> {
    const written = await Promise.all([parts.calls.settled(), parts.checklists.settled()])
    if (!written.includes(false)) parts.recorded(id)
  }

  /** What is told of a call that has left the desk draws nothing. */
  function change(id: CallId, part: Partial<DeskCall>): void {
    if (find(id) === undefined) return
    const { calls, shown } = state.get()
    state.set({ shown, calls: calls.map((other) => (other.call.id === id ? knownByPromise({ ...other, ...part }) : other)) })
  }

  function consult(call: Call, about: CallId): void {
    change(about, { consult: isOver(call) ? null : call })
    if (isOver(call)) void tellWhenRecorded(call.id)
  }

  function happened(event: CallEvent): void {
    const { call, type } = event
    parts.calls.put(call)
    if (call.consultFor !== null && find(call.consultFor)) {
      consult(call, call.consultFor)
      return
    }
    const known = find(call.id)
    if (known === undefined && isOver(call) && !wasAnswered(call)) {
      void tellWhenRecorded(call.id)
      return
    }
    change(call.id, { call })
    const { checklist } = known ?? lay(call, playbookFor(call))
    if (type === 'call.answered' || type === 'call.resumed') state.set({ ...state.get(), shown: call.id })
    checklist.send(event)
  }

  /** A wrap-up that was saved just before the last window closed is told again, not asked for again. */
  async function caughtUpWith(call: Call): Promise<void> {
    const needsDesk = call.consultFor === null && !(isOver(call) && !wasAnswered(call))
    if (needsDesk && !find(call.id)) {
      const stored = await parts.checklists.find(call.id)
      if (stored.ok && stored.value?.stage === 'closed') {
        parts.recorded(call.id)
        return
      }
      const note = await parts.notes.find(call.id)
      if (!find(call.id)) lay(call, playbookFor(call), undefined, note.ok ? note.value : undefined)
    }
    happened({ type: eventThatLeadsTo[call.state], call })
  }

  return {
    state,
    happened,
    show(id) {
      if (find(id)) state.set({ ...state.get(), shown: id })
    },
    resume(call, playbook, stored, note) {
      if (note?.state === 'saved') {
        parts.checklists.put({ ...stored, stage: 'closed', snapshot: () => stored.snapshot })
        void tellWhenRecorded(call.id)
        return
      }
      const { checklist } = lay(call, playbook, stored, note)
      if (checklist.getSnapshot().matches('saving')) checklist.send({ type: 'note.notSaved' })
      if (isOver(call)) checklist.send({ type: 'call.ended', call })
    },
    briefChanged(record) {
      const { brief, direction, stage, reason, stageAt } = record
      if (direction !== 'sent') return
      for (const { checklist } of state.get().calls)
        checklist.send({ type: 'brief.changed', briefId: brief.id, stage, reason, at: stageAt })
      for (const transfer of transfers.values()) transfer.heard(record)
    },
    findPromises() {
      for (const { call, promise } of state.get().calls)
        if (promise === null) change(call.id, { promise: parts.promiseFor(call)?.callback ?? null })
    },
    follows: (brief) =>
      state.get().calls.some(({ checklist }) => acceptedBrief(checklist.getSnapshot().context.transfer) === brief),
    amended(call) {
      parts.calls.put(call)
      change(call.id, { call })
    },
    async caughtUp(calls) {
      for (const call of calls) await caughtUpWith(call)
      const ids = new Set(calls.map(({ id }) => id))
      for (const { call } of state.get().calls) {
        if (ids.has(call.id) || isOver(call)) continue
        happened({ type: 'call.ended', call: { ...call, state: 'ended', endCause: 'lost', endedAt: Date.now() } })
      }
      for (const transfer of transfers.values()) transfer.resume()
    },
  }
}

/** What an agent turns to next: somebody on the line, then somebody ringing, then the oldest wrap-up. */
function mostUrgent(calls: readonly DeskCall[]): CallId | null {
  const by = (...states: Call['state'][]) => calls.find(({ call }) => states.includes(call.state))
  return (by('live') ?? by('held') ?? by('ringing', 'dialling') ?? calls[0])?.call.id ?? null
}

/** The playbook as the machine knows it. */
export function inputFrom({ steps, kinds, triggers, ladder, options }: Playbook): ChecklistInput {
  const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id)
  const authorities = options.map(({ id, grantedBy, limit }) => ({ id, grantedBy, limit }))
  return { steps: ids(steps), kinds: ids(kinds), triggers: ids(triggers), ladder: ids(ladder), options: authorities }
}

function handlingFrom(context: ChecklistContext, { id, version }: Playbook): Handling {
  const { kind, triggers, marks, ladder, partingApprovedBy, outcome, transfer } = context
  const handled = { playbook: { id, version }, kind, triggers, steps: marks, ladder, partingApprovedBy, outcome }
  return wasBegun(transfer) ? { ...handled, transfer } : handled
}
