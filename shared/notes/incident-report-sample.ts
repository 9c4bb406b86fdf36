import type { Call } from '../call/call.ts'
import { zeroed } from '../call/stopwatch.ts'
import { blankOutcome } from '../checklist/outcome.ts'
import type { Playbook } from '../playbook/playbook.ts'
import type { IncidentReportInput } from './incident-report.ts'
import type { ReportWords } from './incident-report-words.ts'
import type { Handling, Note } from './note.ts'

const began = Date.UTC(2026, 10, 21, 12, 0, 0)
const after = (minutes: number, seconds = 0) => began + (minutes * 60 + seconds) * 1000

const words: ReportWords = {
  title: 'Incident report',
  practice: 'A practice call.',
  call: 'The call',
  caller: 'Caller',
  number: 'Number',
  withheld: 'Withheld',
  direction: 'Direction',
  directions: { incoming: 'Incoming', outgoing: 'Outgoing' },
  started: 'Started',
  answered: 'Answered',
  ended: 'Ended',
  end: 'End of the line',
  ends: {
    missed: 'missed',
    declined: 'declined',
    cancelled: 'cancelled',
    busy: 'busy',
    'no-answer': 'no answer',
    unreachable: 'unreachable',
    'caller-hung-up': 'The caller hung up',
    'agent-hung-up': 'The agent hung up',
    transferred: 'transferred',
    'transfer-failed': 'transfer failed',
    lost: 'lost',
  },
  talked: 'Talked',
  held: 'On hold',
  zone: 'Time zone',
  playbook: 'Playbook',
  version: 'version',
  boundaries: 'Boundaries',
  noBoundary: 'None had to be set.',
  lowered: 'Back to level ground',
  outcome: 'Outcome',
  disposition: 'How it ended',
  kind: 'Kind of client',
  triggers: 'Triggers',
  hardness: 'How hard it was',
  agreed: 'Agreed',
  granted: 'Granted',
  approvedBy: 'approved by',
  followUp: 'Follow-up',
  yes: 'Yes',
  no: 'No',
  tags: 'Tags',
  parting: 'Parting ways approved by',
  transfer: 'Transfer',
  transferEnding: 'Came to',
  transferEndings: {
    handedOver: 'handed over',
    dropped: 'left unintroduced',
    failed: 'failed',
    returned: 'back to the caller',
    brokenOff: 'broken off',
  },
  transferStages: {
    tellingCaller: 'begun',
    choosing: 'caller told',
    waiting: 'brief sent',
    briefing: 'colleague on the line',
    introducing: 'colleague briefed',
    confirming: 'introduced',
    handingOver: 'confirmed',
    handedOver: 'handed over',
    dropped: 'left unintroduced',
    returned: 'back to the caller',
  },
  request: 'Request',
  asked: 'Asked',
  askedAloud: 'Asked aloud',
  attemptResults: {
    asked: 'no answer',
    delivered: 'not read',
    read: 'read',
    soon: 'in two minutes',
    accepted: 'accepted',
    declined: 'declined',
    timedOut: 'no answer in time',
    unreachable: 'could not be reached',
    withdrawn: 'called back',
  },
  steps: 'Steps',
  noStep: 'None was marked.',
  marks: { done: 'done', skipped: 'skipped' },
  note: 'Note',
  noNote: 'No note was written.',
}

const call: Call = {
  id: 'baresip:a',
  dialer: 'baresip',
  direction: 'incoming',
  party: { name: 'Marta Kask', number: '+37255500142' },
  state: 'ended',
  endCause: 'agent-hung-up',
  consultFor: null,
  certain: true,
  startedAt: began,
  answeredAt: after(0, 4),
  endedAt: after(9, 30),
  ring: zeroed,
  talk: { collected: 566_000, runningSince: null },
  hold: zeroed,
  afterCall: zeroed,
}

const handling: Handling = {
  playbook: { id: 'ours', version: '0123456789ab' },
  kind: 'demanding',
  triggers: ['unheard'],
  steps: {
    listen: { mark: 'skipped', at: after(2), said: '' },
    open: { mark: 'done', at: after(1), said: 'Tell me what happened.' },
  },
  ladder: [
    { rung: 'calm', at: after(5), said: 'I want to help you.' },
    { rung: null, at: after(6), said: '' },
    { rung: 'end', at: after(9), said: "I'm ending this call now." },
  ],
  partingApprovedBy: null,
  outcome: {
    ...blankOutcome,
    disposition: 'ended-by-us',
    agreed: 'A letter by Friday',
    granted: [{ option: 'refund', amount: 250, approver: 'Ines Roth' }],
    hardness: 5,
    tags: ['late', 'refund'],
  },
}

const note: Note = {
  id: call.id,
  text: 'Shouted from the start.\nWants a refund.',
  state: 'saved',
  disposition: 'ended-by-us',
  dispositionLabel: 'Ended after warnings',
  handling,
  practice: false,
  createdAt: began,
  updatedAt: after(10),
}

const rung = { hint: '', action: null }

const playbook: Playbook = {
  id: 'ours',
  version: '0123456789ab',
  name: 'Our house',
  language: 'en',
  steps: [
    { id: 'open', title: 'Open', moment: null, hint: '', lines: ['Tell me what happened.'] },
    { id: 'listen', title: 'Listen', moment: null, hint: '', lines: ['Go on.'] },
  ],
  moments: {},
  kinds: [{ id: 'demanding', name: 'Demanding', fear: 'Delay', stance: 'Plain', do: [], dont: [], lines: {} }],
  triggers: [{ id: 'unheard', name: 'Unheard', signs: [], lines: [] }],
  options: [
    { id: 'refund', name: 'Refund', line: 'Your money back.', grantedBy: 'agent', limit: { amount: 100, currency: 'EUR' } },
  ],
  commonGround: [],
  recovery: [],
  ladder: [
    { id: 'calm', name: 'Calm statement', say: 'I want to help you.', ...rung },
    { id: 'end', name: 'End of call', say: "I'm ending this call now.", ...rung },
  ],
  partingWays: null,
  before: [],
  dispositions: [{ id: 'ended-by-us', label: 'Ended after warnings' }],
  fallbacks: { topic: null, time: null, option: null, supervisor: null },
}

/** For tests: an abusive call that was ended after warnings, with every part of the record in use. */
export const abusiveCall: IncidentReportInput = {
  call,
  note,
  handling,
  playbook,
  words,
  locale: 'en-GB',
  zone: 'Europe/Tallinn',
}
