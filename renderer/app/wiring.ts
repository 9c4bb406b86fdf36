import type { CompanionBridge } from '../../shared/contract.ts'
import type { Readable } from '../../shared/readable.ts'
import type { BriefId } from '../../shared/transfer/brief.ts'
import { createCallStore } from '../call/call-store.ts'
import { createCallbackStore } from '../callbacks/callback-store.ts'
import { forgetOwedBriefs } from '../care/forget-removed.ts'
import { maskRecords } from '../care/mask-records.ts'
import { createChecklistStore } from '../checklist/checklist-store.ts'
import { createNoteStore } from '../notes/note-store.ts'
import { createStandings } from '../people/standings.ts'
import { createPlaybookDraftStore } from '../playbook/playbook-draft-store.ts'
import { createPlaybookStore } from '../playbook/playbook-store.ts'
import { SteadylineDatabase } from '../storage/database.ts'
import { journalLine } from '../storage/journal-line.ts'
import { becomeOnlyWindow } from '../storage/only-window.ts'
import { createSecondCopy } from '../storage/second-copy.ts'
import { createStorage } from '../storage/storage.ts'
import { writtenTogether } from '../storage/written-together.ts'
import { createBriefStore } from '../transfer/brief-store.ts'
import { createInbox } from '../transfer/inbox.ts'
import { createCompanionMirror } from './companion-mirror.ts'
import { createDesk } from './desk.ts'
import { lateCallbacks } from './late-callbacks.ts'
import { maskedBridge } from './masked-bridge.ts'
import { openCare } from './open-care.ts'
import { openKeeping, tendDaily } from './open-keeping.ts'
import { openPeople } from './open-people.ts'
import { openSearch } from './open-search.ts'
import { pickedAlarms } from './picked-alarms.ts'
import { playbookForCalls } from './playbook-for-calls.ts'
import type { Steadyline } from './steadyline.ts'
import { transferErrands } from './transfer-errands.ts'

/** Joins the companion, the machines and the database; nothing else knows all three. */
export function createSteadyline(bridge: CompanionBridge): Steadyline {
  const masks = () => mirror.state.get().settings.care
  const companion = maskedBridge(bridge, masks)
  const database = new SteadylineDatabase()
  maskRecords(database, masks)
  const storage = createStorage(database)
  const secondCopy = createSecondCopy(database, storage, journalLine(companion))
  const together = writtenTogether(storage)
  const calls = createCallStore(storage, together)
  const checklists = createChecklistStore(storage, together)
  const notes = createNoteStore(storage, secondCopy.copied)
  const playbooks = createPlaybookStore(storage)
  const people = openPeople(storage, () => mirror.state.get().settings.homeCountry)
  const standings = createStandings(storage, people.sources)
  const briefs = createBriefStore(storage, (recorded) => {
    if (!desk.follows(recorded.briefId)) void whenCopied(() => companion.request('brief.recorded', recorded))
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
    recorded: (callId) => void whenCopied(() => companion.request('call.recorded', { callId })),
  })

  /** Main forgets what the window has recorded: not before it is there twice. */
  async function whenCopied(tell: () => Promise<unknown>): Promise<void> {
    await secondCopy.copied()
    await tell().catch(() => undefined)
  }

  function forgetBriefs(ids: readonly BriefId[]): void {
    briefs.forget(ids)
    inbox.forget(ids)
  }

  async function start(): Promise<void> {
    await becomeOnlyWindow(storage.leaveTo, storage.leaveTo)
    await storage.open(await freeSpace(companion), secondCopy.restoring)
    await forgetOwedBriefs({ storage, forgetBriefs })
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
        if (record.brief.callback && record.direction === 'sent') void promised.briefChanged(record)
      },
      alarmChanged: (id) => void promised.hear((run) => run.alarmChanged(id)),
      clockJumped: () => void promised.hear((run) => run.rearm()),
      caughtUp(calls) {
        void desk.caughtUp(calls)
        void promised.caughtUp(calls).then(desk.findPromises)
        void people.startFiling()
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

  companion.on('link.changed', ({ up }) => up && secondCopy.lookAgain())
  companion.on('journal.changed', secondCopy.lookAgain)
  void start()
  const search = openSearch(storage)
  const keeping = openKeeping({
    ...{ storage, companion, copied: secondCopy.copied, now: Date.now },
    forgetInSearch: async (ids) => (await search()).forget(ids),
    forgetBriefs,
    briefsWritten: briefs.settled,
    onDesk: () => desk.state.get().calls.map(({ call }) => call.id),
  })
  tendDaily(keeping, () => (mirror.state.get().link === 'up' ? mirror.state.get().settings.care.retention : null))
  return {
    companion,
    mirror: mirror.state,
    desk: desk.state,
    storage: storage.state,
    secondCopy: secondCopy.state,
    notes,
    search,
    care: openCare(storage),
    review: async () => (await import('../review/review.ts')).createReview(storage),
    people: people.open,
    keeping,
    playbooks,
    playbookDrafts: createPlaybookDraftStore(storage),
    briefs,
    inbox,
    callbacks: promised.callbacks,
    pickedAlarms: pickedAlarms(companion),
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
