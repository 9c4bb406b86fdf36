import type { Playbook } from './playbook.ts'

/** The built-in playbook: the course of a hard call, from the first word to the thanks. */
export const difficultClients: Playbook = {
  id: 'difficult-clients',
  version: '000000000001',
  name: 'Difficult clients',
  language: 'en',
  steps: [
    {
      id: 'open',
      title: 'Open',
      moment: null,
      lines: [
        'Good to hear from you. I am here to help. What happened?',
        'Thank you for calling. Tell me what is going on, from the start.',
      ],
      hint: 'Breathe out and smile before the first word. It is not about you.',
    },
    {
      id: 'listen',
      title: 'Listen',
      moment: null,
      lines: ['I am listening. Please go on.', 'Take the time you need. I am writing it down.'],
      hint: 'Do not interrupt. Let the caller empty the whole story first.',
    },
    {
      id: 'acknowledge',
      title: 'Acknowledge',
      moment: null,
      lines: [
        'That should not have happened, and I can hear what it has cost you.',
        'I would be upset too. Thank you for telling me.',
        'You have been patient with this for longer than anyone should.',
      ],
      hint: 'Then stop. Let the silence work; you will hear what matters most.',
    },
    {
      id: 'clarify',
      title: 'Clarify',
      moment: null,
      lines: [
        'What would a good outcome look like for you today?',
        'What have you already tried, and what did we say then?',
        'Which part of this matters most to you right now?',
      ],
      hint: 'One open question at a time. Plain words, calm pace.',
    },
    {
      id: 'offer',
      title: 'Offer a choice',
      moment: null,
      lines: [
        'I can do two things. Which one suits you better?',
        'I can help you with that. There are two ways, and you choose.',
        'I do not know yet. I will call you at an exact time, with or without the answer.',
      ],
      hint: 'Offer two or three real options. Promise only what you can keep.',
    },
    {
      id: 'agree',
      title: 'Agree',
      moment: null,
      lines: ['Then we do it that way. Is that all right with you?', 'Good. I am starting it while we speak.'],
      hint: 'Wait for a clear yes.',
    },
    {
      id: 'read-back',
      title: 'Read back',
      moment: null,
      lines: [
        'Let me say it back, so that we both have it right.',
        'So this is what happens next, and this is when. Did I miss anything?',
      ],
      hint: 'Who does what, and by what time. Note it as you say it.',
    },
    {
      id: 'close',
      title: 'Thank and close',
      moment: null,
      lines: [
        'Thank you for staying with me on this. You helped us see what to mend.',
        'Is there anything else on your mind? Thank you for calling.',
      ],
      hint: 'Thank them for something they really did.',
    },
  ],
  moments: {},
  kinds: [],
  triggers: [],
  options: [],
  commonGround: [],
  recovery: [],
  ladder: [],
  partingWays: null,
  before: [],
  fallbacks: { topic: null, time: null, option: null, supervisor: null },
  dispositions: [
    { id: 'resolved', label: 'Resolved' },
    { id: 'follow-up', label: 'Follow-up promised' },
    { id: 'passed-on', label: 'Passed on' },
    { id: 'no-agreement', label: 'No agreement' },
    { id: 'caller-left', label: 'Caller left' },
  ],
}
