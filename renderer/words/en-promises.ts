/** The few words of promised calls that are read while none of their screens is open. */
export const enPromises = {
  promise: {
    said: 'promised for {{time}}',
    deputy: {
      someone: 'somebody',
      headline: 'Call back {{who}}, promised for {{time}}.',
      promised: 'Promised: {{words}}.',
      tries_one: '{{count}} try without an answer.',
      tries_other: '{{count}} tries without an answer.',
      request: 'Call {{who}} now.',
      readBack: 'So: I call {{who}} about {{about}}.',
    },
    alarm: {
      title: 'Promised calls',
      next: 'Next promised call: {{who}}, {{time}}',
      said: 'Call {{who}}: {{what}}',
    },
  },
}
