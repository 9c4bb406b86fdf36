/** What a new user has; apart from the schemas, so that a window need not load a parser to know it. */
export const defaultSettings = {
  language: 'system',
  theme: 'system',
  alwaysOnTop: false,
  singleKeys: true,
  briefSound: true,
  playbook: 'difficult-clients',
  agentName: '',
  baresip: { enabled: false, host: '127.0.0.1', port: 4444 },
  push: { enabled: false, port: 47117 },
  asterisk: { enabled: false, host: '127.0.0.1', port: 5038, user: '', channel: '', context: 'from-internal' },
  team: { enabled: false, url: '', user: '', role: 'agent', topics: [], number: '' },
  transfer: { answerWithinSeconds: 30, briefWords: 120 },
  directory: [],
  hub: { enabled: false, port: 1883, listen: 'loopback', certificate: '', key: '' },
  webhook: { enabled: false, kind: 'slack' },
} as const
