import type { Call } from '../../shared/call/call.ts'
import type { CallReport } from '../../shared/call/call-report.ts'
import { callAfter } from '../../shared/call/call-transitions.ts'
import type { Callback } from '../../shared/callbacks/callback.ts'
import type {
  BroadcastChannel,
  BroadcastListener,
  Broadcasts,
  CompanionBridge,
  RequestChannel,
  Requests,
} from '../../shared/contract.ts'
import type { DialerHealth, DialerPowers } from '../../shared/dialers/dialer-health.ts'
import type { Note } from '../../shared/notes/note.ts'
import type { Standing } from '../../shared/people/one-time-or-pattern.ts'
import { writable } from '../../shared/readable.ts'
import { failed, success } from '../../shared/result.ts'
import { defaultSettings } from '../../shared/settings/default-settings.ts'
import type { BriefRecord } from '../../shared/transfer/brief-record.ts'
import { noTeam } from '../../shared/transfer/team.ts'
import type { CallStore } from '../call/call-store.ts'
import { fakeCallbackStore } from '../callbacks/fake-callbacks.ts'
import { createKeeping } from '../care/keeping.ts'
import { fakeNoteHistory } from '../notes/fake-note-history.ts'
import { createNoteStore, type NotedCall, type NoteStore } from '../notes/note-store.ts'
import { createPeople } from '../people/people.ts'
import type { Standings } from '../people/standings.ts'
import type { PlaybookStore } from '../playbook/playbook-store.ts'
import { createReview } from '../review/review.ts'
import type { SecondCopyState } from '../storage/second-copy-state.ts'
import type { Storage } from '../storage/storage.ts'
import type { StorageState } from '../storage/storage-state.ts'
import { fakeBriefStore } from '../transfer/fake-briefs.ts'
import { createInbox } from '../transfer/inbox.ts'
import { createDesk } from './desk.ts'
import { fakePlaybook } from './fake-playbook.ts'
import { fakePlaybookDrafts } from './fake-playbook-drafts.ts'
import { fakeSearch } from './fake-search.ts'
import { filledStorage } from './filled-storage.ts'
import { lateCallbacks } from './late-callbacks.ts'
import { pickedAlarms } from './picked-alarms.ts'
import type { Mirror, Steadyline } from './steadyline.ts'
import { transferErrands } from './transfer-errands.ts'

export type Answers = {
  readonly [Channel in RequestChannel]?: (payload: Requests[Channel]['payload']) => Requests[Channel]['answer']
}

export interface FakeStart {
  readonly powers?: DialerPowers
  readonly history?: readonly NotedCall[]
  /** Of every caller. */
  readonly standing?: Standing | null
  /** Real, in its place. */
  readonly standings?: Standings
  readonly mirror?: Partial<Mirror>
  /** Sent and received in the past. */
  readonly briefs?: readonly BriefRecord[]
  readonly callbacks?: readonly Callback[]
  readonly answers?: Answers
  /** Real, and filled by the test: notes and what is looked back on are kept there. */
  readonly store?: Storage
}

const allPowers: DialerPowers = { answer: true, hold: true, hangUp: true, dial: false, consult: true, transfer: 'attended' }

/** A desk for tests: the real machines, drafts and transitions on a companion and a store that live in this file. */
export function fakeSteadyline({
  powers = allPowers,
  history = [],
  standing = null,
  standings,
  mirror: told = {},
  briefs = [],
  callbacks = [],
  answers = {},
  store,
}: FakeStart = {}) {
  const asked: { readonly channel: RequestChannel; readonly payload: unknown }[] = []
  const listeners = new Map<BroadcastChannel, Set<BroadcastListener<never>>>()
  const calls = new Map<string, Call>()
  const saved: Note[] = []
  let disk: 'works' | 'fails' = 'works'
  let now = 1000

  const companion: CompanionBridge = {
    async request(channel, payload) {
      asked.push({ channel, payload })
      const answer = answers[channel]
      if (answer === undefined) throw new Error('RequestRefused')
      return answer(payload)
    },
    on(channel, listener) {
      const known = listeners.get(channel) ?? new Set()
      listeners.set(channel, known)
      known.add(listener as BroadcastListener<never>)
      return () => known.delete(listener as BroadcastListener<never>)
    },
  }
  const notes: NoteStore = {
    find: async () => success(undefined),
    async put(note) {
      if (disk === 'fails') return failed({ kind: 'storage.stopped', cause: 'QuotaExceededError' })
      saved.push(note)
      return success(undefined)
    },
    copied: async () => undefined,
    history: async () => fakeNoteHistory(history.flatMap(({ note }) => note ?? [])),
    watchNewest: () => writable({ calls: history, total: history.length }),
    watchWith: (number) => writable(history.filter(({ call }) => call.party.number === number)),
  }
  const baresip: DialerHealth = { dialer: 'baresip', state: 'ready', failure: null, retryAt: null, warnings: [], powers }
  const mirror = writable<Mirror>({
    link: 'up',
    dialers: [baresip, { ...baresip, dialer: 'practice', powers: allPowers }],
    settings: defaultSettings,
    playbooks: [{ file: `built-in/${fakePlaybook.id}.yaml`, builtIn: true, playbook: fakePlaybook, warnings: [], errors: [] }],
    team: noTeam,
    hub: { state: 'off' },
    secrets: [],
    alarms: [],
    about: { version: '0.1.0', shell: 'desktop', pushTokenExists: false, zoneData: '2026a' },
    ...told,
  })
  const storage = writable<StorageState>({ kind: 'open' })
  const secondCopy = writable<SecondCopyState>({ trouble: null, restored: null })
  const playbooks: PlaybookStore = { find: async () => success(fakePlaybook), keep: () => undefined }
  const playbookDrafts = fakePlaybookDrafts()
  const inbox = createInbox()
  const search = fakeSearch(history)
  const callStore: CallStore = { find: async () => success(undefined), put: () => undefined, settled: async () => true }
  const promised = lateCallbacks({
    store: fakeCallbackStore(callbacks, () => disk),
    alarms: { get: () => mirror.get().alarms, subscribe: mirror.subscribe },
    ...{ companion, mirror, calls: callStore },
    briefs: fakeBriefStore(briefs),
  })
  const desk = createDesk({
    playbook: () => fakePlaybook,
    playbooks,
    standings: standings ?? { known: () => undefined, of: async () => standing },
    promiseFor: (call) => promised.loaded()?.promiseFor(call) ?? null,
    calls: callStore,
    checklists: {
      open: async () => success([]),
      find: async () => success(undefined),
      put: () => undefined,
      settled: async () => true,
    },
    notes,
    errands: transferErrands(companion, mirror),
    recorded: () => undefined,
  })

  /** Tells the desk one fact of a call, as the companion would. */
  function reports(report: CallReport): void {
    const key = `${report.dialer}:${report.ref}`
    const call = callAfter(calls.get(key) ?? null, report, { mono: now, wall: Date.now() })
    if (call === null) return
    calls.set(key, call)
    desk.happened({ type: report.type, call })
    if (callbacks.length > 0) void promised.hear((run) => run.happened({ type: report.type, call }))
    for (const listener of listeners.get('call.happened') ?? []) {
      ;(listener as BroadcastListener<'call.happened'>)({ type: report.type, call }, 0)
    }
  }

  const steadyline: Steadyline = {
    companion,
    mirror,
    desk: desk.state,
    storage,
    secondCopy,
    notes: store ? createNoteStore(store, async () => undefined) : notes,
    search: async () => search,
    care: () => new Promise(() => undefined),
    review: async () => createReview(store ?? (await filledStorage({ history, callbacks }))),
    people: async () => createPeople(store ?? (await filledStorage({ history, callbacks })), () => (written) => written || null),
    keeping: async () =>
      createKeeping({
        storage: store ?? (await filledStorage({ history, callbacks })),
        ...{
          companion,
          copied: async () => undefined,
          forgetInSearch: async () => true,
          forgetBriefs: () => undefined,
          briefsWritten: async () => true,
          now: Date.now,
        },
        onDesk: () => desk.state.get().calls.map(({ call }) => call.id),
      }),
    playbooks,
    playbookDrafts,
    briefs: fakeBriefStore(briefs),
    inbox,
    callbacks: promised.callbacks,
    pickedAlarms: pickedAlarms(companion),
    show: desk.show,
    now: () => now,
  }
  return {
    steadyline,
    mirror,
    storage,
    secondCopy,
    asked,
    saved,
    reports,
    amended: desk.amended,
    /** As after the first snapshot: what is promised is known when the next call comes. */
    knowsPromises: () => promised.caughtUp([]),
    /** A brief as the companion tells of it. */
    briefChanged(record: BriefRecord) {
      inbox.told(record)
      desk.briefChanged(record)
    },
    /** A broadcast as a screen hears it by itself. */
    tells<Channel extends BroadcastChannel>(channel: Channel, payload: Broadcasts[Channel]) {
      for (const listener of listeners.get(channel) ?? []) (listener as BroadcastListener<Channel>)(payload, 0)
    },
    passes(milliseconds: number) {
      now += milliseconds
    },
    diskFails() {
      disk = 'fails'
    },
  }
}
