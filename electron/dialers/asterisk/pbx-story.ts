type Fields = Readonly<Record<string, string>>

/** A channel of the stories, as every event about it shows it. */
export interface StoryChannel {
  readonly name: string
  readonly id: string
  readonly linked: string
  /** Whom its device shows as the far end. */
  readonly farEnd?: { readonly name: string; readonly number: string }
  readonly exten?: string
}

/** The events of a call, with the fields that Asterisk's documentation gives them. */
export const pbx = {
  newChannel: (channel: StoryChannel, state: string) => ({
    Event: 'Newchannel',
    Privilege: 'call,all',
    ...snapshot(channel, state),
  }),
  newState: (channel: StoryChannel, state: string) => ({ Event: 'Newstate', Privilege: 'call,all', ...snapshot(channel, state) }),
  dialBegin: (from: StoryChannel, to: StoryChannel) => ({
    Event: 'DialBegin',
    ...snapshot(from, 'Ring'),
    ...prefixed('Dest', snapshot(to, 'Down')),
    DialString: to.name,
  }),
  dialEnd: (from: StoryChannel, to: StoryChannel, status: string) => ({
    Event: 'DialEnd',
    ...snapshot(from, 'Up'),
    ...prefixed('Dest', snapshot(to, 'Up')),
    DialStatus: status,
  }),
  /** Of a call that the manager interface began: no channel dials it. */
  ownDialBegin: (to: StoryChannel) => ({ Event: 'DialBegin', ...prefixed('Dest', snapshot(to, 'Down')), DialString: to.name }),
  ownDialEnd: (to: StoryChannel, status: string) => ({
    Event: 'DialEnd',
    ...prefixed('Dest', snapshot(to, 'Up')),
    DialStatus: status,
  }),
  bridgeEnter: (channel: StoryChannel, bridge: string, swap?: StoryChannel) => ({
    Event: 'BridgeEnter',
    BridgeUniqueid: bridge,
    BridgeType: 'basic',
    BridgeTechnology: 'simple_bridge',
    ...snapshot(channel, 'Up'),
    ...(swap === undefined ? {} : { SwapUniqueid: swap.id }),
  }),
  bridgeLeave: (channel: StoryChannel, bridge: string) => ({
    Event: 'BridgeLeave',
    BridgeUniqueid: bridge,
    ...snapshot(channel, 'Up'),
  }),
  hold: (channel: StoryChannel) => ({ Event: 'Hold', ...snapshot(channel, 'Up'), MusicClass: 'default' }),
  unhold: (channel: StoryChannel) => ({ Event: 'Unhold', ...snapshot(channel, 'Up') }),
  hangupRequest: (channel: StoryChannel) => ({ Event: 'HangupRequest', ...snapshot(channel, 'Up') }),
  hangup: (channel: StoryChannel, cause: string) => ({
    Event: 'Hangup',
    ...snapshot(channel, 'Up'),
    Cause: cause,
    'Cause-txt': 'x',
  }),
  blindTransfer: (transferer: StoryChannel, result: string) => ({
    Event: 'BlindTransfer',
    Result: result,
    ...prefixed('Transferer', snapshot(transferer, 'Up')),
    IsExternal: 'Yes',
    Context: 'from-internal',
    Extension: '200',
  }),
  attendedTransfer: (first: StoryChannel, second: StoryChannel, result = 'Success', destType = 'Bridge') => ({
    Event: 'AttendedTransfer',
    Result: result,
    ...prefixed('OrigTransferer', snapshot(first, 'Up')),
    ...prefixed('SecondTransferer', snapshot(second, 'Up')),
    DestType: destType,
  }),
  /** Of an order to call; `<null>` is what it says where no channel was made. */
  originateResponse: (actionId: string, reason: string, response = 'Failure') => ({
    Event: 'OriginateResponse',
    Privilege: 'call,all',
    ActionID: actionId,
    Response: response,
    Channel: device,
    Context: 'from-internal',
    Exten: '200',
    Reason: reason,
    Uniqueid: '<null>',
    CallerIDNum: '101',
    CallerIDName: '<unknown>',
  }),
  listed: (channel: StoryChannel, state: string, more: Fields = {}) => ({ ...snapshot(channel, state), ...more }),
} as const

export const device = 'PJSIP/101'
export const caller: StoryChannel = {
  name: 'PJSIP/trunk-00000001',
  id: '1790000000.1',
  linked: '1790000000.1',
}
export const agent: StoryChannel = {
  name: 'PJSIP/101-00000002',
  id: '1790000000.2',
  linked: '1790000000.1',
  farEnd: { name: 'Marta Kask', number: '+37255500142' },
}
export const leg: StoryChannel = { name: 'Local/200@from-internal-00000001;1', id: '1790000000.3', linked: '1790000000.1' }
const legInside: StoryChannel = { name: 'Local/200@from-internal-00000001;2', id: '1790000000.4', linked: '1790000000.1' }
export const colleague: StoryChannel = { name: 'PJSIP/200-00000003', id: '1790000000.5', linked: '1790000000.1' }
/** The agent's phone dials. */
export const dialling: StoryChannel = { name: 'PJSIP/101-00000009', id: '1790000000.9', linked: '1790000000.9', exten: '300' }

/** The channel that Asterisk makes at the agent's device for a call ordered from here. */
export const ordered = (id: string, number: string): StoryChannel => ({
  name: 'PJSIP/101-0000000b',
  id,
  linked: id,
  exten: number,
})
const callee: StoryChannel = { name: 'PJSIP/trunk-0000000c', id: '1790000000.12', linked: 'ordered' }

/** The agent's own phone rings: nobody else has been called. */
export const ownPhoneRings = (channel: StoryChannel): readonly Fields[] => [
  pbx.newChannel(channel, 'Down'),
  pbx.ownDialBegin(channel),
  pbx.newState(channel, 'Ringing'),
]
/** The agent picks up, and the number is dialled from there. */
export const ownPhoneIsPickedUp = (channel: StoryChannel): readonly Fields[] => [
  pbx.newState(channel, 'Up'),
  pbx.ownDialEnd(channel, 'ANSWER'),
  pbx.newChannel(callee, 'Down'),
  pbx.dialBegin(channel, callee),
  pbx.newState(callee, 'Ringing'),
]
export const calleeAnswers = (channel: StoryChannel): readonly Fields[] => [
  pbx.newState(callee, 'Up'),
  pbx.dialEnd(channel, callee, 'ANSWER'),
  pbx.bridgeEnter(callee, 'out'),
  pbx.bridgeEnter(channel, 'out'),
]

export const rings: readonly Fields[] = [
  pbx.newChannel(caller, 'Ring'),
  pbx.newChannel(agent, 'Down'),
  pbx.dialBegin(caller, agent),
  pbx.newState(agent, 'Ringing'),
]
export const isAnswered: readonly Fields[] = [
  pbx.newState(agent, 'Up'),
  pbx.dialEnd(caller, agent, 'ANSWER'),
  pbx.newState(caller, 'Up'),
  pbx.bridgeEnter(agent, 'home'),
  pbx.bridgeEnter(caller, 'home'),
]
export const colleagueIsDialled: readonly Fields[] = [
  pbx.bridgeLeave(agent, 'home'),
  pbx.newChannel(leg, 'Down'),
  pbx.newChannel(legInside, 'Ring'),
  pbx.bridgeEnter(agent, 'target'),
]
/** The local channel answers, and then makes room for the colleague's own. */
export const colleagueAnswers: readonly Fields[] = [
  pbx.newState(leg, 'Up'),
  pbx.bridgeEnter(leg, 'target'),
  pbx.bridgeEnter(colleague, 'target', leg),
  pbx.hangup(leg, '16'),
  pbx.hangup(legInside, '16'),
]

function snapshot({ name, id, linked, farEnd, exten = 's' }: StoryChannel, state: string): Fields {
  return {
    Channel: name,
    ChannelState: '0',
    ChannelStateDesc: state,
    CallerIDNum: '<unknown>',
    CallerIDName: '<unknown>',
    ConnectedLineNum: farEnd?.number ?? '<unknown>',
    ConnectedLineName: farEnd?.name ?? '<unknown>',
    Language: 'en',
    AccountCode: '',
    Context: 'from-internal',
    Exten: exten,
    Priority: '1',
    Uniqueid: id,
    Linkedid: linked,
  }
}

function prefixed(prefix: string, fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [`${prefix}${key}`, value]))
}
