/** What a new user has; apart from the schemas, so that a window need not load a parser to know it. */
export const defaultSettings = {
  language: 'system',
  theme: 'system',
  alwaysOnTop: false,
  singleKeys: true,
  playbook: 'difficult-clients',
  agentName: '',
  baresip: { enabled: false, host: '127.0.0.1', port: 4444 },
  push: { enabled: false, port: 47117 },
} as const
