import type { CompanionBridge } from '../../shared/contract.ts'
import type { Readable } from '../../shared/readable.ts'
import { createCallStore } from '../call/call-store.ts'
import { createCallbackStore } from '../callbacks/callback-store.ts'
import { createChecklistStore } from '../checklist/checklist-store.ts'
import { createNoteStore } from '../notes/note-store.ts'
import { createStandings } from '../people/standings.ts'
import { createPlaybookDraftStore } from '../playbook/playbook-draft-store.ts'
import { createPlaybookStore } from '../playbook/playbook-store.ts'
import { becomeOnlyWindow } from '../storage/only-window.ts'
import { createStorage } from '../storage/storage.ts'
import { createBriefStore } from '../transfer/brief-store.ts'
import { createInbox } from '../transfer/inbox.ts'
import { createCompanionMirror } from './companion-mirror.ts'
import { createDesk } from './desk.ts'
import { lateCallbacks } from './late-callbacks.ts'
import { playbookForCalls } from './playbook-for-calls.ts'
import type { Steadyline } from './steadyline.ts'
import { transferErrands } from './transfer-errands.ts'

/** Joins the companion, the machines and the database; nothing else knows all three. */
export function createSteadyline(companion: CompanionBridge): Steadyline {
  const storage = createStorage()
  const calls = createCallStore(storage)
  const checklists = createChecklistStore(storage)
  const notes = createNoteStore(storage)
  const playbooks = createPlaybookStore(storage)
  const standings = createStandings(storage)
  const briefs = createBriefStore(storage, (briefId) => {
    if (!desk.follows(briefId)) void companion.request('brief.recorded', { briefId }).catch(() => undefined)
  })
  const inbox = createInbox()
  const mirror = createCompanionMirror(companion)
  const promised = lateCallbacks({
    store: createCallbackStore(storage),
    alarms: mirror.alarms,
    ...{ companion, calls, briefs },
    mirror: mirror.state,
  })
  const desk = createDesk({
    playbook: (kind) => playbookForCalls(mirror.state.get(), kind),
    promiseFor: (call) => promised.loaded()?.promiseFor(call) ?? null,
    playbooks,
    standings,
    calls,
    checklists,
    notes,
    errands: transferErrands(companion, mirror.state),
    recorded: (callId) => void companion.request('call.recorded', { callId }).catch(() => undefined),
  })

  async function start(): Promise<void> {
    await becomeOnlyWindow(storage.leaveTo, storage.leaveTo)
    await storage.open(await freeSpace(companion))
    keepLooking(promised.callbacks.soonest)
    await resumeOpenCalls()
    mirror.start({
      happened(event) {
        desk.happened(event)
        void promised.hear((run) => run.happened(event))
      },
      amended: desk.amended,
      briefChanged: (record) => {
        briefs.keep(record)
        inbox.told(record)
        desk.briefChanged(record)
        void promised.hear((run) => run.briefChanged(record))
      },
      alarmChanged: (id) => void promised.hear((run) => run.alarmChanged(id)),
      clockJumped: () => void promised.hear((run) => run.rearm()),
      caughtUp(calls) {
        void desk.caughtUp(calls)
        void promised.caughtUp(calls).then(desk.findPromises)
      },
    })
  }

  async function resumeOpenCalls(): Promise<void> {
    const open = await checklists.open()
    if (!open.ok) return
    for (const stored of open.value) {
      const [call, note, playbook] = await Promise.all([
        calls.find(stored.callId),
        notes.find(stored.callId),
        playbooks.find(stored.playbookVersion),
      ])
      if (!call.ok || !call.value || !playbook.ok || !playbook.value) continue
      desk.resume(call.value, playbook.value, stored, note.ok ? note.value : undefined)
    }
  }

  void start()
  return {
    companion,
    mirror: mirror.state,
    desk: desk.state,
    storage: storage.state,
    notes,
    playbooks,
    playbookDrafts: createPlaybookDraftStore(storage),
    briefs,
    inbox,
    callbacks: promised.callbacks,
    show: desk.show,
    now: mirror.now,
  }
}

/** So that nothing has to be read when a screen comes that shows it. */
function keepLooking(found: Readable<unknown>): void {
  found.subscribe(() => undefined)
}

/** Asked until it is answered: the store is not opened on a guess. */
async function freeSpace(companion: CompanionBridge): Promise<number | null> {
  return new Promise((resolve) => {
    const ask = () =>
      companion.request('storage.freeSpace', null).then(
        ({ freeBytes }) => {
          off()
          resolve(freeBytes)
        },
        () => undefined,
      )
    const off = companion.on('link.changed', ({ up }) => {
      if (up) void ask()
    })
    void ask()
  })
}
