import { and } from 'xstate'
import { checklistSetup } from './checklist-setup.ts'

const route = '#checklist.onCall.route'

const goBack = ['orderTakingBack', 'callOff', { type: 'enter', params: 'returned' }] as const

/** Somebody else shall take it: the brief is called back, and kept. */
const askAnother = {
  target: 'choosing',
  actions: ['orderTakingBack', 'callOff', { type: 'enter', params: 'choosing' }],
} as const

/** The route of a warm transfer; the drawing is at `TransferStage`. */
export const transferring = checklistSetup.createStateConfig({
  initial: 'tellingCaller',
  on: {
    'brief.write': { actions: 'writeBrief' },
    'transfer.drop': {
      guard: 'somebodyIsAsked',
      target: '.dropped',
      actions: ['orderWithdrawal', { type: 'enter', params: 'dropped' }],
    },
    'transfer.return': {
      target: '.returned',
      actions: goBack,
    },
    'route.promise': { target: `${route}.promisingCallback`, actions: goBack },
    'route.part': { target: `${route}.partingWays`, actions: goBack },
  },
  states: {
    tellingCaller: {
      on: {
        'transfer.told': { target: 'choosing', actions: { type: 'enter', params: 'choosing' } },
        'transfer.return': {},
        'route.back': { target: `${route}.handling`, actions: 'forgetBeginning' },
        'route.promise': { target: `${route}.promisingCallback`, actions: 'forgetBeginning' },
        'route.part': { target: `${route}.partingWays`, actions: 'forgetBeginning' },
      },
    },
    choosing: {
      on: {
        'transfer.ask': {
          target: 'waiting',
          actions: ['writeBrief', 'ask', { type: 'enter', params: 'waiting' }, 'orderSend'],
        },
        'transfer.askAloud': {
          target: 'briefing',
          actions: ['writeBrief', 'ask', { type: 'enter', params: 'briefing' }],
        },
      },
    },
    waiting: {
      on: {
        'brief.write': {},
        'brief.changed': [
          {
            guard: and(['briefIsTheCurrentOne', 'briefWasAccepted']),
            target: 'briefing',
            actions: ['noteHowFar', { type: 'enter', params: 'briefing' }],
          },
          {
            guard: and(['briefIsTheCurrentOne', 'briefWasDeclined']),
            target: 'choosing',
            actions: ['noteHowFar', { type: 'enter', params: 'choosing' }],
          },
          { guard: 'briefIsTheCurrentOne', actions: 'noteHowFar' },
        ],
        'brief.notSent': {
          guard: 'briefIsTheCurrentOne',
          target: 'choosing',
          actions: [
            { type: 'noteResult', params: 'unreachable' },
            { type: 'enter', params: 'choosing' },
          ],
        },
        'transfer.timeUp': {
          guard: 'briefIsTheCurrentOne',
          target: 'choosing',
          actions: ['orderWithdrawal', { type: 'noteResult', params: 'timedOut' }, { type: 'enter', params: 'choosing' }],
        },
        'transfer.accepted': {
          target: 'briefing',
          actions: [
            { type: 'noteResult', params: 'accepted' },
            { type: 'enter', params: 'briefing' },
          ],
        },
        'transfer.another': askAnother,
      },
    },
    briefing: {
      on: {
        'transfer.briefed': { target: 'introducing', actions: { type: 'enter', params: 'introducing' } },
        'transfer.another': askAnother,
      },
    },
    introducing: {
      on: { 'transfer.introduced': { target: 'confirming', actions: { type: 'enter', params: 'confirming' } } },
    },
    confirming: {
      on: { 'transfer.confirmed': { target: 'handingOver', actions: { type: 'enter', params: 'handingOver' } } },
    },
    handingOver: {
      on: { 'transfer.handOver': { target: 'handedOver', actions: { type: 'enter', params: 'handedOver' } } },
    },
    handedOver: {
      on: {
        'transfer.drop': {},
        'transfer.notHandedOver': { target: 'handingOver', actions: { type: 'enter', params: 'handingOver' } },
      },
    },
    dropped: {
      on: {
        'transfer.drop': {},
        'transfer.notHandedOver': { target: 'returned', actions: ['callOff', { type: 'enter', params: 'returned' }] },
      },
    },
    returned: {
      on: {
        'transfer.return': {},
        'transfer.another': { target: 'choosing', actions: { type: 'enter', params: 'choosing' } },
        'route.back': `${route}.handling`,
        'route.promise': `${route}.promisingCallback`,
        'route.part': `${route}.partingWays`,
      },
    },
  },
})
