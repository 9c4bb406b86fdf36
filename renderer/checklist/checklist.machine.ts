import { and, not } from 'xstate'
import { blankOutcome } from '../../shared/checklist/outcome.ts'
import { noTransfer } from '../../shared/transfer/transfer-record.ts'
import { checklistSetup } from './checklist-setup.ts'
import { transferring } from './transferring.ts'

/**
 * One agent's way through one call.
 *
 * While the call is on the line three things go on side by side: the talk (live or held; steps move only while it is live), the
 * caller's conduct (a ladder that only the agent takes down again), and the route the call takes (handled here, handed to
 * somebody, promised a callback, or parted from). The call moves it (`call.*`, told by main), the agent walks it, and the
 * wrap-up ends it. It holds no clock, invokes nothing and names playbook parts by id only, so any snapshot can be resumed anywhere.
 */
export const checklistMachine = checklistSetup.createMachine({
  id: 'checklist',
  context: ({ input }) => ({
    playbook: input,
    current: input.steps[0] ?? null,
    marks: {},
    line: 0,
    kind: null,
    triggers: [],
    past: [],
    ladder: [],
    partingApprovedBy: null,
    transfer: noTransfer,
    outcome: blankOutcome,
    saveFailed: false,
  }),
  initial: 'waiting',
  on: {
    'call.ended': [
      { target: '.wrappingUp', guard: 'callWasAnswered', actions: ['orderWithdrawal', 'callOffWaiting'] },
      { target: '.unanswered' },
    ],
    'kind.choose': { guard: 'kindExists', actions: 'chooseKind' },
    'trigger.toggle': { guard: 'triggerExists', actions: 'toggleTrigger' },
  },
  states: {
    waiting: {
      on: { 'call.answered': 'onCall', 'call.resumed': 'onCall', 'call.held': { target: ['onCall.talk.held'] } },
    },
    onCall: {
      type: 'parallel',
      on: { 'outcome.change': { actions: 'changeOutcome' } },
      states: {
        talk: {
          initial: 'live',
          states: {
            live: {
              on: {
                'call.held': 'held',
                'step.tick': { guard: 'aStepIsOpen', actions: 'markDone' },
                'step.skip': { guard: 'aStepIsOpen', actions: 'markSkipped' },
                'step.jump': { guard: 'stepExists', actions: 'jump' },
                'step.undo': { guard: 'somethingCanBeUndone', actions: 'undo' },
                'line.next': { guard: 'aStepIsOpen', actions: 'showNextLine' },
              },
            },
            held: { on: { 'call.resumed': 'live', 'call.answered': 'live' } },
          },
        },
        conduct: {
          initial: 'steady',
          states: {
            steady: {
              on: { 'ladder.climb': { target: 'onLadder', guard: and(['talkIsLive', 'rungIsHigher']), actions: 'climb' } },
            },
            onLadder: {
              on: {
                'ladder.climb': { guard: and(['talkIsLive', 'rungIsHigher']), actions: 'climb' },
                'ladder.reset': { target: 'steady', actions: 'stepDown' },
              },
            },
          },
        },
        route: {
          initial: 'handling',
          states: {
            handling: {
              on: {
                'route.transfer': [
                  { guard: 'transferWasBegun', target: 'transferring.choosing', actions: { type: 'enter', params: 'choosing' } },
                  { target: 'transferring', actions: { type: 'enter', params: 'tellingCaller' } },
                ],
                'route.promise': 'promisingCallback',
                'route.part': 'partingWays',
              },
            },
            transferring,
            promisingCallback: { on: { 'route.back': 'handling' } },
            partingWays: {
              on: { 'route.back': 'handling', 'parting.approve': { guard: not('partingIsApproved'), actions: 'approveParting' } },
            },
          },
        },
      },
    },
    wrappingUp: {
      on: {
        'call.ended': {},
        'ladder.climb': { guard: 'rungIsHigher', actions: 'climb' },
        'outcome.change': { actions: 'changeOutcome' },
        'wrapUp.save': { guard: 'outcomeIsComplete', target: 'saving', actions: ['forgetFailure', 'orderSave'] },
      },
    },
    saving: {
      on: {
        'call.ended': {},
        'kind.choose': {},
        'trigger.toggle': {},
        'note.saved': 'wrappedUp',
        'note.notSaved': { target: 'wrappingUp', actions: 'sayNotSaved' },
      },
    },
    wrappedUp: { type: 'final' },
    unanswered: { type: 'final' },
  },
})
